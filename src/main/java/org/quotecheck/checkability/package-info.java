/**
 * How much of a statement a fact-checker could check, from what its words show. Plain Java.
 *
 * <p>Knows no other package.
 *
 * <p>Doors: {@link org.quotecheck.checkability.Checkability}.
 */
package org.quotecheck.checkability;
