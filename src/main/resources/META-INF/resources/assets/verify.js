// Recomputes a claim's chain of digests in the reader's browser, as docs/verifying.md says.
const CONTENT = ['rating', 'quoteVerdict', 'reasons', 'summary', 'explanation', 'language', 'claim', 'sources', 'publicNote', 'singleReviewer'];
const LINK = ['number', 'kind', 'publishedAt', 'contentDigest', 'previousDigest'];
const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

const form = document.getElementById('verify');
const result = document.getElementById('result');
const words = result.dataset;

// RFC 8785: members sorted by UTF-16 code units, strings as ECMAScript writes them; our content has no numbers but small integers
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}
const pick = (object, names) => Object.fromEntries(names.filter((name) => name in object).map((name) => [name, object[name]]));
async function sha256(text) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function revisions(id) {
  const all = [];
  let cursor = '';
  do {
    const answer = await fetch(`/v1/claims/${id}/verdict-revisions?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`, { credentials: 'omit' });
    if (answer.status === 404) return all;
    if (!answer.ok) throw new Error(answer.status);
    const page = await answer.json();
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return all.sort((a, b) => a.number - b.number);
}

// null where the content was removed and the rest holds
async function holds(revision, number, before) {
  const content = pick(revision, CONTENT);
  const removed = Object.keys(content).length === 0;
  const sound = revision.number === number
    && (removed || await sha256(canonical(content)) === revision.contentDigest)
    && await sha256(canonical(pick(revision, LINK))) === revision.digest
    && (revision.previousDigest ?? null) === (before?.digest ?? null);
  return sound && removed ? null : sound;
}

function say(kind, text) {
  const line = document.createElement('p');
  line.className = `outcome ${kind}`;
  line.textContent = text;
  result.replaceChildren(line);
}

async function verify(text) {
  const id = ID.exec(text)?.[0].toLowerCase();
  if (!id) return say('broken', words.unknown);
  if (!globalThis.crypto?.subtle) return say('broken', words.insecure);
  say('', words.running);
  let all;
  try {
    all = await revisions(id);
  } catch {
    return say('broken', words.failed);
  }
  if (all.length === 0) return say('broken', words.unknown);
  const list = document.createElement('ol');
  list.className = 'chain';
  let sound = true;
  for (const [i, revision] of all.entries()) {
    const one = await holds(revision, i + 1, all[i - 1]);
    sound &&= one !== false;
    const row = document.createElement('li');
    const link = document.createElement('a');
    link.href = `/claims/${id}/revisions/${revision.number}`;
    link.textContent = words.revision.replace('{number}', revision.number);
    const digest = document.createElement('code');
    digest.dir = 'ltr';
    digest.textContent = revision.digest;
    row.className = one === false ? 'broken' : 'holds';
    row.append(one === false ? '✗ ' : '✓ ', link, ...(one === null ? [` (${words.removed})`] : []), document.createElement('br'), digest);
    list.append(row);
  }
  say(sound ? 'holds' : 'broken', sound ? words.holds : words.broken);
  result.append(list);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  history.replaceState(null, '', `?claim=${encodeURIComponent(form.claim.value.trim())}`);
  verify(form.claim.value);
});
const asked = new URLSearchParams(location.search).get('claim');
if (asked) {
  form.claim.value = asked;
  verify(asked);
}
