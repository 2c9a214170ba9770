// infra/sign-in.mjs at a real OpenID provider (oidc-provider, certified by the OpenID Foundation) on this machine.
// A person's browser is this program: it follows the provider's redirects, fills in its form, and keeps cookies.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';

const SCRIPT = process.env.SIGN_IN_SCRIPT;
const require = createRequire(`${process.env.NODE_MODULES}/x.js`);
const free = (server) => new Promise((resolve) => server.listen(0, 'localhost', () => resolve(server.address().port)));

let issuer;
let port;
let server;

before(async () => {
  const place = createServer();
  port = await free(place);
  await new Promise((resolve) => place.close(resolve));
  const { default: Provider } = await import(pathToFileURL(require.resolve('oidc-provider')).href);
  let handler;
  server = createServer((request, response) => handler(request, response));
  issuer = `http://localhost:${await free(server)}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'newsroom',
        token_endpoint_auth_method: 'none',
        application_type: 'native',
        redirect_uris: [`http://localhost:${port}/`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ['of-the-test'] },
  });
  handler = provider.callback();
});

after(() => server.closeAllConnections() || server.close());

function script(...args) {
  const child = spawn(process.execPath, [SCRIPT, ...args], {
    env: { ...process.env, SIGN_IN_PORT: String(port), SIGN_IN_SECONDS: '20' },
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (text) => (said.out += text));
  const asked = new Promise((resolve) =>
    child.stderr.on('data', (text) => {
      said.err += text;
      const address = said.err.match(/^https?:\/\/\S+$/m);
      if (address && said.err.endsWith('\n')) resolve(address[0]);
    }),
  );
  const ended = new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said })));
  return { asked, ended };
}

/** Signs in as that person, or says no. Gives the address at the script's port, without going there. */
async function browse(address, person) {
  const cookies = new Map();
  let options = {};
  for (let steps = 0; steps < 20; steps++) {
    const answer = await fetch(address, {
      ...options,
      redirect: 'manual',
      headers: { ...options.headers, cookie: [...cookies].map((each) => each.join('=')).join('; ') },
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = cookie.match(/^([^=]+)=([^;]*)/);
      cookies.set(name, value);
    }
    options = {};
    if (answer.headers.has('location')) {
      address = new URL(answer.headers.get('location'), address).href;
      if (address.startsWith(`http://localhost:${port}/`)) return address;
      continue;
    }
    const page = await answer.text();
    const prompt = page.match(/name="prompt" value="(\w+)"/)?.[1];
    assert.ok(prompt, `a form is expected: ${answer.status} ${page.slice(0, 300)}`);
    if (!person) {
      address = new URL(page.match(/href="([^"]*\/abort)"/)[1], address).href;
      continue;
    }
    address = new URL(page.match(/<form[^>]* action="([^"]+)"/)[1], address).href;
    options = {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ prompt, login: person, password: 'any' }).toString(),
    };
  }
  throw new Error('too many steps');
}

test('prints the token of whoever signed in, and nothing else', async () => {
  const { asked, ended } = script(issuer, 'newsroom');
  const answer = await fetch(await browse(await asked, 'reviewer-7'));
  assert.equal(answer.status, 200);
  const { code, out } = await ended;
  assert.equal(code, 0);
  assert.match(out, /^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  const claims = JSON.parse(Buffer.from(out.split('.')[1], 'base64url').toString());
  assert.equal(claims.sub, 'reviewer-7');
  assert.equal(claims.aud, 'newsroom');
  assert.equal(claims.iss, issuer);
});

test('says that somebody said no', async () => {
  const { asked, ended } = script(issuer, 'newsroom');
  await fetch(await browse(await asked, undefined));
  const { code, out, err } = await ended;
  assert.equal(code, 1);
  assert.equal(out, '');
  assert.match(err, /The provider refused: .*aborted.*\.\n$/i);
});

test('takes no code that it did not ask for', async () => {
  const { asked, ended } = script(issuer, 'newsroom');
  await asked;
  assert.equal((await fetch(`http://localhost:${port}/favicon.ico`)).status, 404);
  await fetch(`http://localhost:${port}/?code=stolen&state=guessed`);
  const { code, err } = await ended;
  assert.equal(code, 1);
  assert.match(err, /This answer belongs to another request \(state\): try again\.\n$/);
});

test('a code is worth nothing twice', async () => {
  const { asked, ended } = script(issuer, 'newsroom');
  const back = new URL(await browse(await asked, 'editor-1'));
  back.searchParams.set('code', 'another');
  await fetch(back);
  const { code, err } = await ended;
  assert.equal(code, 1);
  assert.match(err, /The token endpoint at \S+ refused: .*\.\n$/);
});

for (const [args, sentence] of [
  [[], 'Usage: node sign-in.mjs ISSUER CLIENT_ID\n'],
  [['http://id.news.example', 'x'], 'The issuer cannot be "http://id.news.example": it must begin with https://.\n'],
  [['http://localhost:61111/', 'x'], /^The provider cannot be reached at http:\/\/localhost:61111\/\.well-known\S+: \w+\.\n$/],
]) {
  test(`refuses ${JSON.stringify(args)} with one sentence`, async () => {
    const { code, out, err } = await script(...args).ended;
    assert.equal(code, 1);
    assert.equal(out, '');
    if (sentence instanceof RegExp) assert.match(err, sentence);
    else assert.equal(err, sentence);
  });
}

test('says that its port is taken', async () => {
  const other = createServer();
  await new Promise((resolve) => other.listen(port, 'localhost', resolve));
  const { code, err } = await script(issuer, 'newsroom').ended;
  other.close();
  assert.equal(code, 1);
  assert.match(err, new RegExp(`The port ${port} cannot be used \\(EADDRINUSE\\): end what uses it\\.\\n$`));
});
