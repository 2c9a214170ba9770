package org.quotecheck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.quotecheck.extraction.QuotationExtractor;

/** What the first extractions of a process cost: what the engine reads, it reads then, and only then. */
public final class FirstArticle {
    private static final int ARTICLES = 3;

    private FirstArticle() {}

    /** Arguments: an article; without, one of the tests'. */
    public static void main(String[] arguments) throws IOException {
        String text = Files.readString(
                Path.of(arguments.length > 0 ? arguments[0] : "src/test/resources/articles/curly-paragraphs.txt"));
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < ARTICLES; i++) {
            System.gc();
            long used = runtime.totalMemory() - runtime.freeMemory();
            long start = System.nanoTime();
            int found = QuotationExtractor.extract(text, "en").size();
            long micros = (System.nanoTime() - start) / 1_000;
            System.gc();
            long kept = (runtime.totalMemory() - runtime.freeMemory() - used) / 1024;
            System.out.printf("article %d: %d quotations, %d µs, keeps %d KiB%n", i + 1, found, micros, kept);
        }
    }
}
