/**
 * What a deployment says of itself: settings, checked at start; its address and organisation; time.
 *
 * <p>Knows digests alone.
 *
 * <p>Doors: {@link org.quotecheck.deployment.Site}, {@link org.quotecheck.deployment.Settings}.
 */
package org.quotecheck.deployment;
