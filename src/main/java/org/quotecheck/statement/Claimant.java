package org.quotecheck.statement;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.EnumeratedValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.quotecheck.address.WebAddress;
import org.quotecheck.address.WebUrl;
import org.quotecheck.http.Characters;
import org.quotecheck.http.DisplayedName;
import org.quotecheck.http.Items;

/**
 * The person or organisation who made a claim (schema.org Person, Organization).
 *
 * @param type Person when absent
 * @param sameAs URLs of pages that say unmistakably who this is; one may come without its array
 */
@RegisterForReflection
public record Claimant(
        @NotBlank @DisplayedName @Characters(max = MAX_NAME) String name,
        Type type,
        @DisplayedName @Characters(min = 1, max = 200) String jobTitle,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Items(max = 20)
        List<@NotNull @WebUrl String> sameAs) {

    public static final int MAX_NAME = 200;

    /** The names of schema.org. */
    @RegisterForReflection
    public enum Type {
        @JsonProperty("Person")
        Person("Person"),
        @JsonProperty("Organization")
        Organization("Organization");

        /** As the table has it; one that it does not know is not an error there. */
        @EnumeratedValue
        final String code;

        Type(String code) {
            this.code = code;
        }
    }

    public Claimant {
        type = type == null ? Type.Person : type;
        sameAs = sameAs == null || sameAs.isEmpty()
                ? null
                : sameAs.stream().map(WebAddress::serialised).toList();
    }
}
