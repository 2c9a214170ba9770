package org.quotecheck.article;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Size;

/**
 * Who publishes an article.
 *
 * @param name the publisher's name
 * @param site host name of the publisher's site
 */
@Embeddable
public record Publisher(@Size(min = 1, max = 200) String name, @Size(min = 1, max = 253) String site) {}
