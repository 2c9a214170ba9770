#!/usr/bin/env node
// Says whether the chain of a claim's verdict revisions holds: docs/verifying.md.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const CONTENT = ['rating', 'quoteVerdict', 'reasons', 'summary', 'explanation', 'language', 'claim', 'sources', 'publicNote', 'singleReviewer'];
const LINK = ['number', 'kind', 'publishedAt', 'contentDigest', 'previousDigest'];

// RFC 8785: members sorted by UTF-16 code units, strings as ECMAScript writes them; our content has no numbers but small integers
const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
};
const pick = (object, names) => Object.fromEntries(names.filter((name) => name in object).map((name) => [name, object[name]]));
const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

function faults(revision, number, previous) {
  const content = pick(revision, CONTENT);
  const removed = Object.keys(content).length === 0;
  return [
    revision.number !== number && `is number ${revision.number} where ${number} is due`,
    !removed && sha256(canonical(content)) !== revision.contentDigest && 'its content is not what its contentDigest says',
    sha256(canonical(pick(revision, LINK))) !== revision.digest && 'its digest is not that of its number, kind, time, content and predecessor',
    (revision.previousDigest ?? null) !== (previous?.digest ?? null) && 'it does not follow the revision before it',
  ].filter(Boolean).concat(removed ? ['removed'] : []);
}

// one page of GET …/verdict-revisions, the list alone, or one revision
function read(file) {
  let page;
  try {
    page = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    page = null;
  }
  const found = page?.items ?? (page && !Array.isArray(page) ? [page] : page);
  const isRevision = (item) => Number.isInteger(item?.number) && typeof item.digest === 'string' && typeof item.contentDigest === 'string';
  if (!Array.isArray(found) || !found.every(isRevision)) {
    console.error(`This is not a list of revisions: ${file || 'standard input'}`);
    process.exit(2);
  }
  return found;
}

const files = process.argv.slice(2);
const revisions = (files.length ? files : [0]).flatMap(read).sort((a, b) => a.number - b.number);
if (revisions.length === 0) {
  console.error(`This is not a list of revisions: ${files.join(', ') || 'standard input'}`);
  process.exit(2);
}
let holds = true;
revisions.forEach((revision, i) => {
  const found = faults(revision, i + 1, revisions[i - 1]);
  const broken = found.filter((fault) => fault !== 'removed');
  holds &&= broken.length === 0;
  const note = found.includes('removed') ? 'holds; its content was removed' : 'holds';
  console.log(`revision ${revision.number}: ${broken.length ? broken.join('; ') : note}`);
});
console.log(holds ? `The chain of ${revisions.length} holds.` : 'The chain does not hold.');
process.exit(holds ? 0 : 1);
