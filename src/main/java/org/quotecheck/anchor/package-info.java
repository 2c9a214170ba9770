/**
 * Where a quote's words are in a text that has changed, and links that lead to them. Plain Java.
 *
 * <p>Knows the parts of a quotation; no framework, no database.
 *
 * <p>Doors: {@link org.quotecheck.anchor.Anchors}.
 */
package org.quotecheck.anchor;
