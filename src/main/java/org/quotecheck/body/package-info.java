/**
 * Bodies of requests: JSON in a single form, bound to records of input; merge patches; which text can be stored.
 *
 * <p>Knows problems; nothing of the domain.
 *
 * <p>Doors: {@link org.quotecheck.body.Bodies}, {@link org.quotecheck.body.Body}.
 */
package org.quotecheck.body;
