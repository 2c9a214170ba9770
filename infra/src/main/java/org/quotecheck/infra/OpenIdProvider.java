package org.quotecheck.infra;

import java.net.URI;

/**
 * An OpenID Connect provider that the newsroom has already.
 *
 * @param keys https address of its keys (JWKS)
 * @param rolesClaim path of the claim that holds the roles
 */
record OpenIdProvider(String issuer, URI keys, String audience, String rolesClaim) {}
