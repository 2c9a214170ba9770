package org.quotecheck.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.quotecheck.digest.Sha256;
import org.quotecheck.problem.ProblemType;
import org.quotecheck.verdict.Labels;
import org.quotecheck.verdict.QuoteVerdict;
import org.quotecheck.verdict.Rating;

/** What is committed in built/ is made of the present sources, whole, small, and speaks each language. */
class ConsoleBuildTest {

    private static final Path SOURCES = Path.of("src", "main", "console");
    private static final Path BUILT = SOURCES.resolve("built");
    private static final int FIRST_LOAD = 58_000;

    @Test
    void filesAreBuiltFromTheCurrentSources() throws IOException {
        assertThat(list().getFirst())
                .as("run in src/main/console: npm ci && npm run build")
                .isEqualTo(Sha256.hex(sources()).substring(0, 16));
    }

    @Test
    void everythingThatThePageNamesExists() throws IOException {
        var names = list().subList(1, list().size());
        try (Stream<Path> files = Files.list(BUILT)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsAll(names)
                    .hasSize(names.size() + 2);
        }
        assertThat(Files.readString(BUILT.resolve("index.html")))
                .containsPattern("/console/console\\.[A-Z0-9]{8}\\.js")
                .containsPattern("/console/style\\.[A-Z0-9]{8}\\.css");
        assertThat(names)
                .allSatisfy(name -> assertThat(ConsoleFiles.named(name)).isPresent());
        assertThat(ConsoleFiles.named("list.txt")).isEmpty();
        assertThat(ConsoleFiles.named("../widget/list.txt")).isEmpty();
    }

    @Test
    void firstLoadIsSmall() throws IOException {
        long bytes = 0;
        for (var name : list().subList(1, list().size())) {
            bytes += name.startsWith("de.") ? 0 : gzipped(Files.readAllBytes(BUILT.resolve(name)));
        }
        assertThat(bytes).as("gzip, with signing in, in English").isLessThan(FIRST_LOAD);
    }

    @Test
    void everyLanguageHasAllWordsWithTheSamePlaces() throws IOException {
        var english =
                new ObjectMapper().readTree(SOURCES.resolve("words/en.json").toFile());
        try (Stream<Path> languages = Files.list(SOURCES.resolve("words"))) {
            for (var language : languages
                    .filter(file -> file.getFileName().toString().matches("\\w+\\.json"))
                    .toList()) {
                var words = new ObjectMapper().readTree(language.toFile());
                english.fieldNames()
                        .forEachRemaining(
                                name -> assertThat(places(words.path(name).asText()))
                                        .as(language + ", " + name)
                                        .isEqualTo(places(english.path(name).asText())));
                assertThat(words.size()).as(language.toString()).isEqualTo(english.size());
            }
        }
    }

    /** What the service says by codes and kinds of problems. */
    @Test
    void germanHasWordsForWhatTheServiceSays() throws IOException {
        var words = service();
        assertThat(words.path("problems").properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(Stream.of(ProblemType.values())
                        .map(type -> "problem." + type.slug())
                        .toList());
        var schemas =
                new YAMLMapper().readTree(Path.of("openapi.yaml").toFile()).at("/components/schemas");
        var codes = Stream.of("/MatchReason", "/QueueItem/properties/reasons/items")
                .flatMap(schema -> schemas.at(schema + "/properties/code/enum").valueStream())
                .map(code -> "because." + code.asText())
                // which English says otherwise than the service, too
                .filter(name -> !name.equals("because.checkability"));
        assertThat(words.path("reasons").properties().stream()
                        .map(word -> word.getKey().replaceFirst("\\.one$", ""))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(codes.toList());
    }

    /** Each sentence of our sources about a member of a body; the beginning of one that goes on with a value. */
    @Test
    void germanHasSentencesForWhatIsWrongWithAMember() throws IOException {
        var known = service().path("sentences").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
        var patterns = known.stream()
                .map(sentence ->
                        Pattern.compile(sentence.replaceAll("[.()?+]", "\\\\$0").replaceAll("\\{\\w+}", ".+")))
                .toList();
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            for (var source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                assertThat(found(
                                "\"((?:must|is required|does not identify|cannot be|would exceed|is unknown)\\b[^\"]*)\"",
                                Files.readString(source)))
                        .as(source.toString())
                        .allMatch(sentence -> sentence.endsWith(" ")
                                ? known.stream().anyMatch(each -> each.startsWith(sentence))
                                : patterns.stream()
                                        .anyMatch(pattern ->
                                                pattern.matcher(sentence).matches()));
            }
        }
    }

    private static JsonNode service() throws IOException {
        return new ObjectMapper()
                .readTree(SOURCES.resolve("words/de-service.json").toFile());
    }

    /**
     * What a reviewer chooses is what readers read; what it means, and what a deployment says otherwise, is asked for.
     */
    @Test
    void ratingsAreNamedAsForReaders() throws IOException {
        for (var language : List.of("en", "de")) {
            var words = new ObjectMapper()
                    .readTree(SOURCES.resolve("words/" + language + ".json").toFile());
            for (var rating : Rating.values()) {
                assertThat(words.path("rating." + rating).asText()).isEqualTo(Labels.of(rating, language));
            }
            for (var verdict : QuoteVerdict.values()) {
                assertThat(words.path("quoteVerdict." + verdict).asText()).isEqualTo(Labels.of(verdict, language));
            }
        }
    }

    /** docs/reviewing.md names buttons and views as the console does, and its pictures are there. */
    @Test
    void guideSpeaksTheConsolesWords() throws IOException {
        var guide = Files.readString(Path.of("docs", "reviewing.md"));
        var words = new ArrayList<String>();
        new ObjectMapper()
                .readTree(SOURCES.resolve("words/en.json").toFile())
                .forEach(word -> words.add(word.asText()));
        assertThat(found("\\*\\*([^*]+)\\*\\*", guide)).hasSizeGreaterThan(8).allMatch(words::contains);
        assertThat(found("\\((images/[^)]+)\\)", guide))
                .isNotEmpty()
                .allSatisfy(picture -> assertThat(Path.of("docs", picture)).exists());
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static List<String> places(String words) {
        assertThat(words).isNotBlank();
        return Pattern.compile("\\{\\w+}")
                .matcher(words)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static List<String> list() throws IOException {
        return Files.readAllLines(BUILT.resolve("list.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    /** As build.mjs reads them. */
    private static byte[] sources() throws IOException {
        var all = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.walk(SOURCES, 2)) {
            for (var name : files.map(
                            file -> SOURCES.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.matches("(views/|words/)?[a-z-]+\\.(ts|css|json|html|mjs)"))
                    .sorted()
                    .toList()) {
                all.write(Files.readAllBytes(SOURCES.resolve(name)));
            }
        }
        return all.toByteArray();
    }

    private static int gzipped(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.size();
    }
}
