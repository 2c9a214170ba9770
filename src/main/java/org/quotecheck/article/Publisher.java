package org.quotecheck.article;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Size;

/**
 * Who publishes an article.
 *
 * @param name the publisher's name
 * @param site host name of the publisher's site
 */
@RegisterForReflection
public record Publisher(@Size(min = 1, max = 200) String name, @Size(min = 1, max = 253) String site) {}
