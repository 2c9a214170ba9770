import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.quotecheck.extraction.QuotationExtractor;

/**
 * How long the extraction of one article takes when warm, in microseconds.
 *
 * <p>{@code ./mvnw -q compile && java -cp target/classes bench/ExtractionTime.java ARTICLE.txt}, with a JDK of 21 or later.
 */
class ExtractionTime {

    private static final int ROUNDS = 21;
    private static final int EXTRACTIONS = 1_000;

    public static void main(String[] arguments) throws Exception {
        var text = Files.readString(Path.of(arguments[0]));
        var micros = new double[ROUNDS];
        int quotations = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < EXTRACTIONS; i++) {
                quotations = QuotationExtractor.extract(text, "en").size();
            }
            micros[round] = (System.nanoTime() - start) / 1_000.0 / EXTRACTIONS;
        }
        double[] warm = Arrays.copyOfRange(micros, ROUNDS / 2, ROUNDS);
        Arrays.sort(warm);
        System.out.printf("%d characters, %d quotations: median %.0f µs, best %.0f µs%n", text.length(), quotations,
                warm[warm.length / 2], warm[0]);
    }
}
