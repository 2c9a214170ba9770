/**
 * Evidence for or against a claim.
 *
 * <p>Knows claims by their ids alone.
 *
 * <p>Doors: {@link org.quotecheck.source.Source}, {@link org.quotecheck.source.SourceView}.
 */
package org.quotecheck.source;
