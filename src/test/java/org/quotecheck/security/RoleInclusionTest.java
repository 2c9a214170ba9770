package org.quotecheck.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which subjects of tokens name somebody. */
class RoleInclusionTest {

    @ParameterizedTest
    @ValueSource(strings = {"s", "248289761001", "auth0|sam", "sam@news.example", "Ann Lee", "å🙂"})
    void subjectIsAnyText(String subject) {
        assertThat(RoleInclusion.isSubject(subject)).isTrue();
        assertThat(RoleInclusion.isSubject("s".repeat(254 - subject.length()) + subject))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u3000",
                "\u00a0\u202f",
                "\t",
                "a\nb",
                "a\u0085",
                "\u007f",
                "\udc00",
                "\ud83d\ud83d",
                "a\u2066"
            })
    void textThatCannotBeKeptIsNone(String subject) {
        assertThat(RoleInclusion.isSubject(subject)).isFalse();
    }
}
