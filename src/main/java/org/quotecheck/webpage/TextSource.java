package org.quotecheck.webpage;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;

/**
 * Where in a page its story was found.
 *
 * @param element the element that holds it, as a selector
 * @param share how much of the page's prose it is, 0 to 1
 * @param warnings what makes it less sure; empty when nothing does
 */
@RegisterForReflection
public record TextSource(String element, double share, List<String> warnings) {

    public TextSource {
        warnings = List.copyOf(warnings);
    }

    public TextSource with(String warning) {
        var more = new ArrayList<>(warnings);
        more.add(warning);
        return new TextSource(element, share, more);
    }
}
