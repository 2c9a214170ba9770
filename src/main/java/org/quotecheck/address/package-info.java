/**
 * Addresses of pages in the form in which they are compared, and the host names in them.
 *
 * <p>Knows nothing of what is at an address.
 *
 * <p>Doors: {@link org.quotecheck.address.CanonicalUrl}, {@link org.quotecheck.address.WebAddress},
 * {@link org.quotecheck.address.Host}.
 */
package org.quotecheck.address;
