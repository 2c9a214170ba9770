// An OpenID provider for the console's tests: node provider.mjs PORT CONSOLE AUDIENCE. Whoever signs in as "rita-reviewer" has that role.
import { Provider } from 'oidc-provider';

const [port, home, audience] = process.argv.slice(2);
const issuer = `http://localhost:${port}`;
const provider = new Provider(issuer, {
  clients: [{
    client_id: 'console', token_endpoint_auth_method: 'none', grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'], redirect_uris: [home], post_logout_redirect_uris: [home],
  }],
  scopes: ['openid', 'profile', 'offline_access'],
  claims: { profile: ['name'] },
  clientBasedCORS: () => true,
  pkce: { required: () => true },
  features: {
    resourceIndicators: {
      enabled: true,
      defaultResource: () => audience,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({ scope: 'openid', audience, accessTokenFormat: 'jwt', accessTokenTTL: 3600, jwt: { sign: { alg: 'RS256' } } }),
    },
  },
  extraTokenClaims: (context, token) => ({ groups: [token.accountId.split('-').pop()], name: token.accountId }),
  findAccount: (context, id) => ({ accountId: id, claims: () => ({ sub: id, name: id }) }),
  // nobody is asked whether the newsroom's console may know who they are
  loadExistingGrant: async (context) => {
    const grant = new context.oidc.provider.Grant({ clientId: context.oidc.client.clientId, accountId: context.oidc.session.accountId });
    grant.addOIDCScope('openid profile');
    grant.addResourceScope(audience, 'openid');
    await grant.save();
    return grant;
  },
  ttl: { Session: 3600, Grant: 3600, IdToken: 3600, AccessToken: 3600, Interaction: 600 },
});
provider.listen(Number(port), '127.0.0.1', () => console.log('ready'));
