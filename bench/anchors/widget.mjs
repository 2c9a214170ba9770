// The same question asked of the widget's own anchoring: node bench/anchors/widget.mjs FILE.jsonl …
import { readFileSync } from 'node:fs';
import { Anchors } from '../../src/main/widget/anchors.js';

let seed = 1;
const random = (most) => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) % 65536 % most;
const cut = (text, from, to) => [...text].slice(Math.max(0, from), to).join('');

/** Text and map from each old offset (UTF-16) to the new one. */
function edit(text, change) {
  const map = new Uint32Array(text.length + 1);
  let out = '';
  for (let i = 0; i < text.length; i++) { map[i] = out.length; out += change(i, text[i]); }
  map[text.length] = out.length;
  return { text: out, map };
}
const then = (first, change) => { const second = edit(first.text, change); return { text: second.text, map: first.map.map((at) => second.map[at]) }; };

const mark = (at, c) => ({ '“': ['"', '\'\'', '« '][at % 3], '”': ['"', '\'\'', ' »'][at % 3], '"': '“”'[at % 2], '\'': '’', '’': '\'', '—': '--' }[c] ?? c);
const blank = (at, c) => (c === ' ' ? [' ', '\u00a0', '  ', '\n', '\u2009'][random(5)] : /\p{L}/u.test(c) && !random(20) ? `${c}\u00ad` : c);
const slip = (at, c) => { if (random(100) >= 3 || /[\ud800-\udfff]/.test(c)) return c; const letter = String.fromCharCode(97 + random(26)); return ['', letter, c + letter][random(3)]; };
const edits = { 'the same text': (text) => edit(text, (at, c) => c), 'other marks': (text) => edit(text, mark), 'other blanks, soft hyphens': (text) => edit(text, blank), '3 % random edits': (text) => edit(text, slip), 'all of these': (text) => then(then(edit(text, mark), blank), slip) };

for (const file of process.argv.slice(2)) {
  const articles = readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  console.log(`${file.split('/').at(-1)}: ${articles.length} articles`);
  const rows = Object.fromEntries([...Object.keys(edits), 'deleted, marks left', 'another article'].map((name) => [name, { asked: 0, found: 0, right: 0 }]));
  articles.forEach((article, n) => {
    const points = [...article.text];
    const utf16 = (at) => points.slice(0, at).join('').length;
    const quotes = article.quotes.map(({ start, end }) => ({ exact: points.slice(start, end).join(''), prefix: cut(article.text, start - 32, start), suffix: cut(article.text, end, end + 32), from: utf16(start), to: utf16(end) }));
    for (const [name, make] of Object.entries(edits)) {
      const { text, map } = make(article.text);
      const anchors = new Anchors(text);
      for (const quote of quotes) {
        const found = anchors.find(quote, quote.from);
        const [from, to] = [map[quote.from], map[quote.to]];
        rows[name].asked++;
        if (!found) continue;
        rows[name].found++;
        if (Math.min(to, found.end) - Math.max(from, found.start) >= 0.8 * (Math.max(to, found.end) - Math.min(from, found.start))) rows[name].right++;
      }
    }
    const letters = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
    const other = new Anchors(articles[(n + 1) % articles.length].text);
    for (const quote of quotes) {
      const without = article.text.slice(0, quote.from) + article.text.slice(quote.to);
      for (const [name, text, anchors] of [['deleted, marks left', without, new Anchors(without)], ['another article', other.folded.original, other]]) {
        if (letters(text).includes(letters(quote.exact))) continue;
        rows[name].asked++;
        if (anchors.find(quote, quote.from)) rows[name].found++;
      }
    }
  });
  console.table(rows);
}
