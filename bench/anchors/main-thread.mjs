// What <quote-check-article> costs the main thread of a page of 100 kB with 20 quotes, in a real Chromium, in its thread's own CPU time.
//   npm install --no-save --prefix target/bench playwright-core@1 && NODE_PATH=target/bench/node_modules node bench/anchors/main-thread.mjs [times] [other.js …]
// Other builds of the script are visited in turn with the present one, so that what else the machine does is shared by all of them.
// Exact quotes, curly for straight marks, 3 % random edits, and quotes that are gone; the same page without the script is taken off.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

const { chromium } = createRequire(import.meta.url)('playwright-core');
const TIMES = Number(process.argv[2] ?? 15);
const published = new URL('../../src/main/widget/published/', import.meta.url);
const hash = /^next quotecheck-article (\w+)/m.exec(readFileSync(new URL('list.txt', published), 'utf8'))[1];
const others = process.argv.slice(2).filter((each) => each.endsWith('.js'));
const scripts = new Map([['present', readFileSync(new URL(`${hash}.js`, published))], ...others.map((file) => [file.split('/').at(-1), readFileSync(file)])]);
let script = scripts.get('present');
const labels = new Map(readFileSync(new URL('../../src/main/resources/labels/en.properties', import.meta.url), 'utf8').split('\n').map((line) => line.split(/ = (.*)/)));

// Words that are nobody's, a few of them often and most of them seldom, as in a language (Zipf's law).
let seed = 7;
function fraction() {
  let mixed = (seed = (seed + 0x6D2B79F5) | 0);
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
const random = (most) => Math.floor(fraction() * most);
const LETTERS = 'eeeeeetttttaaaaoooiiinnnsssrrrhhdddlluuccmmffwwggppyybvk';
const WORDS = Array.from({ length: 6000 }, (_, rank) => Array.from({ length: 1 + random(3) + Math.floor(Math.log(rank + 1)) }, () => LETTERS[random(LETTERS.length)]).join(''));
const sentence = (words) => Array.from({ length: words }, () => WORDS[Math.floor(WORDS.length ** fraction()) - 1]).join(' ');
const paragraphs = Array.from({ length: 195 }, () => `${sentence(45)}, “${sentence(18)}.” ${sentence(8)}.`);
const text = paragraphs.join(' ');
const slip = (words) => [...words].map((letter) => (random(100) < 3 ? 'x' : letter)).join('');
const kinds = {
  'exact words': (words) => words,
  'of 20, 5 with 3 % edits': (words, at) => (at % 4 ? words : slip(words)),
  '20 with 3 % edits': slip,
  '20 that are gone': () => sentence(18),
};
const quotesOf = (change) => Array.from({ length: 20 }, (_, at) => {
  const from = text.indexOf('“', Math.floor((at + 0.5) * text.length / 20)) + 1;
  const to = text.indexOf('”', from);
  const exact = change(text.slice(from, to), at);
  return { exact, parts: [{ exact, start: from, end: to, prefix: text.slice(from - 32, from), suffix: text.slice(to, to + 32) }] };
});
const words = { dir: labels.get('dir'), date: labels.get('date'), months: labels.get('months'), factCheckBy: labels.get('card.fact_check_by'), claimBy: labels.get('card.claim_by'),
  read: labels.get('card.read'), sources: labels.get('card.sources'), published: labels.get('card.published'), listTitle: labels.get('list.title'), elsewhere: labels.get('list.elsewhere'), show: labels.get('list.show'), close: labels.get('list.close') };
const answer = (kind) => JSON.stringify({ words: { en: words }, claims: quotesOf(kinds[kind]).map((quote, at) => ({ id: `${at}`, text: quote.exact, language: 'en', claimant: 'Ann Lee', rating: 'mostly_false',
  ratingLabel: 'Mostly false', labelLanguage: 'en', summary: 'It was three.', url: `http://localhost/claims/${at}`, publishedAt: '2026-03-02T10:00:00Z', updatedAt: '2026-03-02T10:00:00Z', revision: 1, sources: 1,
  organization: { name: 'The Fact Desk', url: 'http://localhost/' }, quotes: [quote] })) });
const page = (tag) => `<!doctype html><html lang=en><meta charset=utf-8><title>A story</title><link rel=canonical href="https://news.example/story">${tag}
  <article><h1>A story</h1><div style="min-height: 60em"><quote-check-article></quote-check-article></div>${paragraphs.map((each) => `<p>${each}</p>`).join('')}</article>`;

let kind;
const server = createServer(({ url }, response) => {
  const [type, body] = url.endsWith('.js') ? ['text/javascript', script] : url.startsWith('/embed/v1/articles') ? ['application/json', answer(kind)]
    : ['text/html', page(url === '/with' ? '<script type=module src=/embed/v1/quotecheck-article.js></script>' : '')];
  response.writeHead(200, { 'Content-Type': type }).end(body);
}).listen(0);
const origin = `http://localhost:${server.address().port}`;
const browser = await chromium.launch({ executablePath: process.env.QUOTECHECK_TEST_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });

async function visit(path, profiled) {
  const tab = await browser.newPage();
  const devtools = await tab.context().newCDPSession(tab);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await tab.addInitScript(() => {
    globalThis.shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { shift += value; })).observe({ type: 'layout-shift', buffered: true });
  });
  if (profiled) await devtools.send('Profiler.enable').then(() => devtools.send('Profiler.setSamplingInterval', { interval: 100 })).then(() => devtools.send('Profiler.start'));
  await tab.goto(origin + path, { waitUntil: 'load' });
  // Seldom, since who asks takes time of the same thread; and on both pages, because the first question brings a script of Playwright's own.
  await tab.waitForFunction((own) => !own || document.querySelector('quote-check-article').shadowRoot?.querySelectorAll('.entry').length === 20, path === '/with', { polling: 1000 });
  await new Promise((done) => setTimeout(done, 300));
  if (profiled) {
    const { profile } = await devtools.send('Profiler.stop');
    await tab.close();
    return profile;
  }
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (name) => metrics.find((each) => each.name === name).value * 1000;
  const seen = await tab.evaluate(() => ({ shift, marks: CSS.highlights.get('quote-check')?.size ?? 0 }));
  await tab.close();
  return { task: of('TaskDuration') - of('DevToolsCommandDuration'), script: of('ScriptDuration'), layout: of('LayoutDuration'), style: of('RecalcStyleDuration'), ...seen };
}

/** The longest task of the page's main thread, in its CPU time, from the compilation of the script on. */
async function longestTask() {
  const events = [];
  const devtools = await browser.newBrowserCDPSession();
  devtools.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await devtools.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel', 'v8', 'devtools.timeline'] } });
  const tab = await browser.newPage();
  await tab.goto(`${origin}/with`, { waitUntil: 'load' });
  await tab.waitForFunction(() => document.querySelector('quote-check-article').shadowRoot?.querySelectorAll('.entry').length === 20, undefined, { polling: 1000 });
  const complete = new Promise((done) => devtools.once('Tracing.tracingComplete', done));
  await devtools.send('Tracing.end');
  await complete;
  await tab.close();
  await devtools.detach();
  const compiled = events.find(({ name }) => name === 'v8.compileModule');
  const tasks = events.filter(({ name, pid, tid, ts, dur, tdur }) => name === 'ThreadControllerImpl::RunTask' && pid === compiled.pid && tid === compiled.tid && ts + dur >= compiled.ts && tdur);
  return Math.max(...tasks.map(({ tdur }) => tdur)) / 1000;
}

const median = (list) => list.sort((one, other) => one - other)[list.length >> 1];
const middle = (visits) => Object.fromEntries(Object.keys(visits[0]).map((key) => [key, median(visits.map((each) => each[key]))]));

console.log(`${Buffer.byteLength(text)} bytes, 20 quotes, median of ${TIMES} visits, milliseconds of the main thread beyond the page's own`);
const visits = new Map();
const keep = (name, row) => visits.set(name, [...(visits.get(name) ?? []), row]);
for (let i = 0; i < TIMES; i++) {
  keep('without', await visit('/without'));
  for (kind of Object.keys(kinds)) {
    for (const [name, bytes] of scripts) {
      script = bytes;
      keep(`${kind}: ${name}`, { ...await visit('/with'), longest: await longestTask() });
    }
  }
}
const { without, ...rows } = Object.fromEntries([...visits].map(([name, each]) => [name, middle(each)]));
console.table(Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, { all: +(row.task - without.task).toFixed(1), script: +(row.script - without.script).toFixed(1),
  'layout, style': +(row.layout + row.style - without.layout - without.style).toFixed(1), 'longest task': +row.longest.toFixed(1), CLS: +row.shift.toFixed(4), marks: row.marks }])));

/** The script's own functions by their share of its samples, as the shortened script names them. */
async function shares() {
  const own = new Map();
  for (let i = 0; i < TIMES; i++) {
    const { nodes, samples, timeDeltas } = await visit('/with', true);
    const byId = new Map(nodes.map((each) => [each.id, each.callFrame]));
    samples.forEach((id, at) => {
      const { url, functionName, lineNumber, columnNumber } = byId.get(id);
      const name = url.endsWith('.js') ? `${functionName || 'anonymous'} ${script.toString().split('\n')[lineNumber].slice(columnNumber, columnNumber + 50)}` : functionName === '(garbage collector)' ? functionName : undefined;
      if (name) own.set(name, (own.get(name) ?? 0) + timeDeltas[at] / 1000 / TIMES);
    });
  }
  return Object.fromEntries([...own].sort((one, other) => other[1] - one[1]).slice(0, 10).map(([name, time]) => [name, +time.toFixed(2)]));
}
script = scripts.get('present');
if (process.argv.includes('--profile')) for (kind of Object.keys(kinds)) console.log(kind, await shares());
await browser.close();
server.close();
