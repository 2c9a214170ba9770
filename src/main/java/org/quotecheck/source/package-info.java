/**
 * Evidence for or against a claim.
 *
 * <p>Knows claims only by their ids.
 *
 * <p>Doors: {@link org.quotecheck.source.Source}, {@link org.quotecheck.source.SourceView}.
 */
package org.quotecheck.source;
