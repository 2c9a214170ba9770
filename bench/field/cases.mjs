// The cases of a file of {id, type, kind, request, expected} against a service in dev mode:
// extraction, anchor, url, canonical, match, identity.
import { readFileSync } from 'node:fs';

const file = process.argv.at(-1);
const base = process.argv.length > 3 ? process.argv[2] : 'http://localhost:8080';
const run = `r${Date.now().toString(36)}`;
const JSON_TYPE = 'application/json';

const { token } = await (
  await fetch(`${base}/dev/tokens`, {
    method: 'POST',
    headers: { 'Content-Type': JSON_TYPE },
    body: JSON.stringify({ subject: `field-${run}`, roles: ['submitter', 'reviewer', 'editor'] }),
  })
).json();

async function send(request) {
  const filled = JSON.parse(JSON.stringify(request).replaceAll('{run}', run));
  const path = filled.path
    .replace('/embed/v1/articles/by-url', '/v1/articles/by-url')
    .replace('{enc}', encodeURIComponent(filled.url ?? ''));
  const embed = path.startsWith('/embed/');
  const response = await fetch(base + path, {
    method: filled.method,
    headers: embed ? {} : { Authorization: `Bearer ${token}`, 'Content-Type': JSON_TYPE },
    body: filled.body && JSON.stringify(filled.body),
  });
  return { status: response.status, json: await response.json() };
}

/** Words without marks, and with one space between them. */
const plain = (text) => text.replace(/[“”"]/g, '').replace(/\s+/g, ' ').trim();
/** Parts are compared one by one: between them stands " … ", and the comma before it goes. */
const starts = (quote, words) =>
  [quote.exact, quote.parts[0].exact].some((exact) => plain(exact).startsWith(plain(words)));
const speakerOf = (quote) => quote.speaker?.name ?? null;
const fits = (speaker, wanted) => wanted === '*' || [wanted].flat().includes(speaker);

async function extraction({ request, expected }) {
  const { json } = await send(request);
  const wrong = [];
  const left = [...json.quotes];
  for (const want of expected.quotes ?? []) {
    const equals = want.match === 'equals';
    const at = left.findIndex((q) => (equals ? plain(q.exact) === plain(want.exact) : starts(q, want.exact)));
    const [found] = at < 0 ? [] : left.splice(at, 1);
    if (!found) wrong.push(`missing: ${want.exact}`);
    else if (want.speaker !== undefined && !fits(speakerOf(found), want.speaker))
      wrong.push(`${want.exact.slice(0, 30)}: ${speakerOf(found)}, not ${want.speaker}`);
    if (found && want.parts && found.parts.length !== (want.parts.length ?? want.parts))
      wrong.push(`${found.parts.length} parts`);
  }
  if (expected.only && left.length) wrong.push(`too many: ${left.map((q) => q.exact.slice(0, 40))}`);
  for (const words of expected.absent ?? [])
    if (json.quotes.some((q) => q.exact.includes(words))) wrong.push(`no quotation: ${words}`);
  for (const [start, name] of Object.entries(expected.notSpeaker ?? {}))
    if (json.quotes.some((q) => q.exact.startsWith(start) && speakerOf(q) === name)) wrong.push(`not ${name}`);
  return wrong;
}

async function anchor({ request, expected }) {
  const first = (await send(request[0])).json;
  await send(request[1]);
  const quotes = (await (await fetch(`${base}/v1/articles/${first.id}/quotes?limit=100`)).json()).items;
  const was = new Map(first.quotes.map((q) => [q.id, q]));
  const wrong = [];
  for (const want of expected) {
    const quote = quotes.find((q) =>
      want.was ? speakerOf(was.get(q.id) ?? {}) === want.was : (was.get(q.id) ?? {}).exact?.startsWith(want.exact));
    const label = want.was ?? want.exact;
    if (!quote) wrong.push(`${label}: gone`);
    else {
      if (!fits(quote.anchorState, want.state)) wrong.push(`${label}: ${quote.anchorState}, not ${want.state}`);
      if (want.now && speakerOf(quote) !== want.now) wrong.push(`${label}: now ${speakerOf(quote)}`);
      if (want.fragmentHas && !JSON.stringify(quote).includes(want.fragmentHas)) wrong.push(`${label}: fragment`);
    }
  }
  return wrong;
}

async function sameArticle({ request, expected }) {
  const stored = (await send(request[0])).json;
  const found = await send(request[1]);
  const known = found.status === 200 && (found.json.articleKnown ?? found.json.id === stored.id);
  const want = expected.same ?? expected.articleKnown;
  return known === want ? [] : [`${found.status}, ${known}`];
}

async function match({ request, expected }) {
  const stored = (await send(request[0])).json;
  const items = (await send(request[1])).json.items ?? [];
  const score = items.find((i) => (i.claim?.id ?? i.id) === stored.id)?.score ?? 0;
  const right = score >= (expected.min ?? 0) && score <= (expected.max ?? 1) && (!expected.found || score > 0);
  return right ? [] : [`score ${score}`];
}

async function identity({ request, expected }) {
  const [one, other] = [(await send(request[0])).json, (await send(request[1])).json];
  return (one.id === other.id) === expected.same ? [] : [`${one.id} and ${other.id}`];
}

const checks = { extraction, anchor, url: sameArticle, canonical: sameArticle, match, identity };
const tally = {};
for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
  const test = JSON.parse(line);
  const count = (tally[test.type] ??= { right: 0, wrong: 0, byHand: 0 });
  const check = checks[test.type];
  const wrong = check ? await check(test).catch((e) => [String(e)]) : null;
  if (!wrong) count.byHand++;
  else if (wrong.length) {
    count.wrong++;
    console.log(`${test.id} ${test.kind || test.source}\n    ${wrong.join('\n    ')}`);
  } else count.right++;
}
console.table(tally);
