package org.quotecheck.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.quotecheck.extraction.Quotation;
import org.quotecheck.extraction.QuotationExtractor;

/**
 * How long the engine takes for one article, and how many megabytes of text it reads in a second.
 *
 * <p>The articles are the files of the directory {@code quotecheck.articles}, in turn; by default those of the tests.
 */
@State(Scope.Benchmark)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx16m", "-XX:+UseSerialGC"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ExtractionBenchmark {
    private List<String> articles;
    private int next;

    /** Counts what was read, so that JMH tells it by the second. */
    @State(Scope.Thread)
    @AuxCounters
    public static class Read {
        /** Megabytes (10^6) of UTF-16 code units taken as bytes, which English text nearly is in UTF-8. */
        public double megabytes;
    }

    @Setup
    public void read() throws IOException {
        try (var files =
                Files.list(Path.of(System.getProperty("quotecheck.articles", "src/test/resources/articles")))) {
            articles = files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(ExtractionBenchmark::text)
                    .toList();
        }
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public List<Quotation> article() {
        return QuotationExtractor.extract(turn(), "en");
    }

    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    public List<Quotation> throughput(Read read) {
        String text = turn();
        read.megabytes += text.length() / 1e6;
        return QuotationExtractor.extract(text, "en");
    }

    /** The peer: the same texts as bare pages, parsed by jsoup. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    public Document jsoup(Read read) {
        String text = turn();
        read.megabytes += text.length() / 1e6;
        return Jsoup.parse("<p>" + text.replace("\n\n", "</p>\n<p>") + "</p>");
    }

    private String turn() {
        next = next + 1 < articles.size() ? next + 1 : 0;
        return articles.get(next);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
