#!/usr/bin/env node
// Says whether a claim's revisions stand in the service's signed log, and whether the log goes on from a head that you kept: docs/verifying.md.
// node docs/verify-log.mjs https://YOUR-SERVICE CLAIM-ID [KEPT-HEAD.json]
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [service, claim, kept] = process.argv.slice(2);
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const hex = (text) => Buffer.from(text, 'hex');
const node = (left, right) => sha256(Buffer.of(1), left, right);
const canonical = (object) => JSON.stringify(object, Object.keys(object).sort());
const get = async (path) => {
  const answer = await fetch(new URL(path, service));
  if (!answer.ok) throw Object.assign(new Error(`${path} answers ${answer.status}`), { status: answer.status });
  return answer.json();
};
const getUnlessUnknown = (path) => get(path).catch((problem) => {
  if (problem.status === 404) return null;
  throw problem;
});

// RFC 9162, section 2.1.3.2
function includes({ index, size, leafHash, path, rootHash }) {
  let [fn, sn, r] = [index, size - 1, hex(leafHash)];
  for (const step of path.map(hex)) {
    if (sn === 0) return false;
    if (fn % 2 || fn === sn) {
      r = node(step, r);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
    } else r = node(r, step);
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && index < size && r.toString('hex') === rootHash;
}

// RFC 9162, section 2.1.4.2
function goesOn({ from, fromRootHash, to, toRootHash, path }) {
  if (from === to) return path.length === 0 && fromRootHash === toRootHash;
  const steps = (Number.isInteger(Math.log2(from)) ? [fromRootHash, ...path] : path).map(hex);
  if (steps.length === 0) return false;
  let [fn, sn, fr, sr] = [from - 1, to - 1, steps[0], steps[0]];
  while (fn % 2) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  for (const step of steps.slice(1)) {
    if (sn === 0) return false;
    if (fn % 2 || fn === sn) {
      [fr, sr] = [node(step, fr), node(step, sr)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
    } else sr = node(sr, step);
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && fr.toString('hex') === fromRootHash && sr.toString('hex') === toRootHash;
}

function isSigned({ size, rootHash, at, jws }, keys) {
  const [header, payload, signature] = jws.split('.');
  const { alg, kid } = JSON.parse(Buffer.from(header, 'base64url'));
  const key = keys.find((candidate) => candidate.kid === kid);
  return alg === 'ES256' && key && Buffer.from(payload, 'base64url').toString() === canonical({ size, rootHash, at })
    && verify('sha256', `${header}.${payload}`, { key: createPublicKey({ key, format: 'jwk' }), dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
}

async function revisions() {
  const all = [];
  for (let cursor = ''; cursor !== undefined;) {
    const page = await get(`/v1/claims/${claim}/verdict-revisions?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    all.push(...page.items);
    cursor = page.nextCursor;
  }
  if (all.length === 0) throw new Error('The claim has no revisions.');
  return all;
}

function keptHead() {
  let head;
  try {
    head = JSON.parse(readFileSync(kept, 'utf8'));
  } catch {
    // told below
  }
  if (!Number.isSafeInteger(head?.size) || !/^[0-9a-f]{64}$/.test(head.rootHash)) throw new Error(`This is not a head of the log: ${kept}`);
  return head;
}

let holds = true;
const say = (what, right) => { console.log(`${what}: ${right ? 'holds' : 'does not hold'}`); holds &&= right; };
try {
  if (!claim) throw new Error('node docs/verify-log.mjs https://YOUR-SERVICE CLAIM-ID [KEPT-HEAD.json]');
  const earlier = kept && keptHead();
  const all = await revisions(); // before the head, which is to have them all
  const head = await get('/v1/log/head');
  if (head.signed) say(`head of ${head.size} entries`, isSigned(head, (await get('/v1/log/keys')).keys));
  else console.log(`head of ${head.size} entries: is not signed, so the service can deny it`);
  for (const revision of all) {
    const proof = await getUnlessUnknown(`/v1/log/proof?claimId=${claim}&number=${revision.number}&size=${head.size}`);
    if (!proof) {
      say(`revision ${revision.number}, which is not in the log`, false);
      continue;
    }
    const leaf = canonical({ index: proof.index, claimId: claim, number: revision.number, digest: revision.digest });
    say(`revision ${revision.number}, entry ${proof.index}`, proof.size === head.size && proof.rootHash === head.rootHash
      && sha256(Buffer.of(0), leaf).toString('hex') === proof.leafHash && includes(proof));
  }
  if (earlier && earlier.size > head.size) say(`from the ${earlier.size} entries of the kept head, of which only ${head.size} are left`, false);
  else if (earlier && earlier.size > 0) {
    const proof = await get(`/v1/log/proof?from=${earlier.size}&to=${head.size}`);
    say(`from the ${earlier.size} entries of the kept head`, proof.from === earlier.size && proof.to === head.size
      && proof.fromRootHash === earlier.rootHash && proof.toRootHash === head.rootHash && goesOn(proof));
  }
} catch (problem) {
  console.error(problem.message);
  process.exit(2);
}
process.exit(holds ? 0 : 1);
