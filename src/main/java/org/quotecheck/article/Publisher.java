package org.quotecheck.article;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.quotecheck.http.Characters;
import org.quotecheck.http.DisplayedName;

/**
 * Who publishes an article.
 *
 * @param name the publisher's name
 * @param site host name of the publisher's site
 */
@RegisterForReflection
public record Publisher(
        @DisplayedName @Characters(min = 1, max = 200) String name,
        @Characters(min = 1, max = 253) String site) {}
