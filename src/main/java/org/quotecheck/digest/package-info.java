/**
 * Bytes that stay: SHA-256, HMAC, canonical JSON (RFC 8785), JSON that the service keeps.
 *
 * <p>Knows no other package. What is hashed here is frozen: a golden test holds it.
 *
 * <p>Doors: {@link org.quotecheck.digest.Canonical}, {@link org.quotecheck.digest.Sha256}.
 */
package org.quotecheck.digest;
