/**
 * What readers see in a browser: a claim's public page with its ClaimReview markup, and the start page.
 *
 * <p>Knows all packages below; nobody knows it but the native function.
 *
 * <p>Doors: {@code ClaimPagesResource}, {@code StartPageResource}.
 */
package org.quotecheck.page;
