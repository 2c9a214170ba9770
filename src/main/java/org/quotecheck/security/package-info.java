/**
 * Who acts, with which roles, and how much of it per day.
 *
 * <p>Knows only the technical packages.
 *
 * <p>Doors: {@link org.quotecheck.security.Actors}, {@link org.quotecheck.security.Quotas}.
 */
package org.quotecheck.security;
