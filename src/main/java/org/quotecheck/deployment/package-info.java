/**
 * What a deployment says about itself: settings, checked at start; its address and organisation; time.
 *
 * <p>Knows only digests.
 *
 * <p>Doors: {@link org.quotecheck.deployment.Site}, {@link org.quotecheck.deployment.Settings}.
 */
package org.quotecheck.deployment;
