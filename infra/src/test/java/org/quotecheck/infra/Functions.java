package org.quotecheck.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.quotecheck.infra.Synthesis.Resource;

/** The functions of a synthesised deployment. */
final class Functions {

    private Functions() {}

    static Resource service(Synthesis made) {
        return made.one("Function", "AWS::Lambda::Function", "Service");
    }

    static Resource migration(Synthesis made) {
        return made.one("Function", "AWS::Lambda::Function", "Migration");
    }

    /** What the function reads in its environment. */
    static String variable(Synthesis made, Resource function, String name) {
        return made.text(function.property("/Environment/Variables/" + name));
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
