#!/usr/bin/env node
// Signs you in at an OpenID Connect provider (authorization code with PKCE, RFC 7636) and prints your ID token:
//   export ID_TOKEN=$(node sign-in.mjs ISSUER CLIENT_ID)
// ISSUER and CLIENT_ID are outputs of the stack Identity, or those of your own provider. The client needs no secret,
// and http://localhost:8976/ among its callback addresses. Needs Node 20 or later, and nothing else.
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

const PORT = Number(process.env.SIGN_IN_PORT || 8976);
const PATIENCE = Number(process.env.SIGN_IN_SECONDS || 300);
const CALLBACK = `http://localhost:${PORT}/`;

class Wrong extends Error {}

const random = () => randomBytes(32).toString('base64url');
const claims = (token) => JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());

function given([issuer, client, ...more]) {
  if (!issuer || !client || more.length > 0) throw new Wrong('Usage: node sign-in.mjs ISSUER CLIENT_ID');
  if (!/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])\S+$/.test(issuer)) {
    throw new Wrong(`The issuer cannot be "${issuer}": it must begin with https://.`);
  }
  return { issuer: issuer.replace(/\/$/, ''), client };
}

async function json(what, address, options) {
  let answer;
  try {
    answer = await fetch(address, options);
  } catch (failure) {
    throw new Wrong(`${what} cannot be reached at ${address}: ${failure.cause?.code || failure.message}.`);
  }
  const said = await answer.json().catch(() => undefined);
  if (!answer.ok || typeof said !== 'object') {
    const why = said?.error_description || said?.error || `HTTP ${answer.status}`;
    throw new Wrong(`${what} at ${address} refused: ${why}.`);
  }
  return said;
}

/** Listens; gives the promise of the parameters with which the provider sends the browser back. */
async function listen() {
  const server = createServer();
  await new Promise((resolve, reject) => {
    server.on('listening', resolve);
    server.on('error', (failure) =>
      reject(new Wrong(`The port ${PORT} cannot be used (${failure.code}): end what uses it.`)),
    );
    server.listen(PORT, 'localhost');
  });
  const said = new Promise((resolve, reject) => {
    server.on('request', (request, response) => {
      const { pathname, searchParams } = new URL(request.url, CALLBACK);
      const ours = pathname === '/' && (searchParams.has('code') || searchParams.has('error'));
      response.writeHead(ours ? 200 : 404, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
      response.end(ours ? 'Thank you: you can close this page and go back to the terminal.\n' : 'There is nothing here.\n');
      if (ours) {
        server.close();
        resolve(searchParams);
      }
    });
    setTimeout(() => reject(new Wrong(`Nobody signed in within ${PATIENCE} seconds.`)), PATIENCE * 1000).unref();
  });
  return { said };
}

async function signIn({ issuer, client }) {
  const provider = await json('The provider', `${issuer}/.well-known/openid-configuration`);
  const [verifier, state, nonce] = [random(), random(), random()];
  const ask = new URL(provider.authorization_endpoint);
  for (const [name, value] of Object.entries({
    response_type: 'code',
    client_id: client,
    redirect_uri: CALLBACK,
    scope: 'openid',
    state,
    nonce,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  })) {
    ask.searchParams.set(name, value);
  }
  const { said: back } = await listen();
  console.error(`Open this address in your browser and sign in:\n${ask}`);
  const said = await back;
  if (said.get('state') !== state) throw new Wrong('This answer belongs to another request (state): try again.');
  if (said.has('error')) {
    throw new Wrong(`The provider refused: ${said.get('error_description') || said.get('error')}.`);
  }
  const tokens = await json('The token endpoint', provider.token_endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: client,
      code: said.get('code'),
      redirect_uri: CALLBACK,
      code_verifier: verifier,
    }),
  });
  if (!tokens.id_token) throw new Wrong('The provider returned no ID token.');
  if (claims(tokens.id_token).nonce !== nonce) throw new Wrong('The ID token is not for this request (nonce).');
  return tokens.id_token;
}

try {
  console.log(await signIn(given(process.argv.slice(2))));
  process.exit(0);
} catch (failure) {
  if (!(failure instanceof Wrong)) throw failure;
  console.error(failure.message);
  process.exit(1);
}
