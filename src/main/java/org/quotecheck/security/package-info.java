/**
 * Who acts, with which roles, and how much of it in a day.
 *
 * <p>Knows the technical rooms alone.
 *
 * <p>Doors: {@link org.quotecheck.security.Actors}, {@link org.quotecheck.security.Quotas}.
 */
package org.quotecheck.security;
