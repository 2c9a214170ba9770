package org.quotecheck.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PartTest {
    @Test
    void countsCodePoints() {
        assertThat(Part.of("🚗🚗 “no” 🚗", 4, 6)).isEqualTo(new Part(4, 6, "no", "🚗🚗 “", "” 🚗"));
    }

    @Test
    void contextHasAtMost32CodePoints() {
        Part part = Part.of("🚗".repeat(50) + "no" + "🚗".repeat(50), 50, 52);
        assertThat(part.prefix()).isEqualTo("🚗".repeat(32));
        assertThat(part.suffix()).isEqualTo("🚗".repeat(32));
    }

    @Test
    void joinedPartsShowWhereTheWriterInterrupts() {
        assertThat(Part.joined(List.of("We mend it,", "all of it,", "by June,")))
                .isEqualTo("We mend it … all of it … by June,");
        assertThat(Part.joined(List.of("Who knows?", "Nobody."))).isEqualTo("Who knows? … Nobody.");
        assertThat(Part.joined(List.of("We mend it,"))).isEqualTo("We mend it,");
    }

    @Test
    void rangeOutsideTheTextIsRefused() {
        assertThatThrownBy(() -> Part.of("no", 1, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
