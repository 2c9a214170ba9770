package org.quotecheck.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.verdict.Labels;
import org.quotecheck.verdict.Rating;

/** What {@code src/main/pictures/draw.mjs} drew has the words that the labels have now. */
class DrawnPicturesTest {

    private static final String FOLDER = "/META-INF/resources/assets/pictures/%s/%s.png";

    @ParameterizedTest
    @ValueSource(strings = {"ar", "de", "en", "es", "fr", "it", "pl", "pt", "ru", "uk"})
    void everyVerdictIsDrawnInItsWords(String language) throws IOException {
        var words = new TreeMap<String, String>(Map.of("retracted", Labels.word("card.withdrawn", language)));
        Arrays.stream(Rating.values()).forEach(rating -> words.put(rating.toString(), Labels.of(rating, language)));
        for (var each : words.entrySet()) {
            var name = FOLDER.formatted(language, each.getKey());
            try (var stream = getClass().getResourceAsStream(name)) {
                assertThat(stream).as(name).isNotNull();
                var bytes = stream.readAllBytes();
                assertThat(bytes.length).as(name).isLessThan(6_000);
                var reader = ImageIO.getImageReadersByFormatName("png").next();
                reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(bytes)));
                var image = reader.read(0);
                assertThat(image.getWidth() + "x" + image.getHeight()).isEqualTo("800x420");
                assertThat(colours(image.getRGB(0, 0, 800, 420, null, 0, 800)))
                        .as(name)
                        .isBetween(3L, 4L);
                var root = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
                var title =
                        (IIOMetadataNode) root.getElementsByTagName("iTXtEntry").item(0);
                assertThat(title.getAttribute("text")).as(name).isEqualTo(each.getValue());
            }
        }
    }

    private static long colours(int[] pixels) {
        return Arrays.stream(pixels).distinct().count();
    }
}
