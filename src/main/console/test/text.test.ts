import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hues, paragraphs, Positions, decoded, isMarkup } from '../text.ts';

const quote = (...places: [number, number][]) => ({ parts: places.map(([start, end]) => ({ start, end, exact: '', prefix: '', suffix: '' })) });

test('positions count code points, and back', () => {
  const text = 'a😀b😀c';
  const positions = new Positions(text);
  for (const [points, units] of [[0, 0], [1, 1], [2, 3], [3, 4], [4, 6], [5, 7]]) {
    assert.equal(positions.units(points), units);
    assert.equal(positions.codePoints(units), points);
  }
});

test('a paragraph is cut where a part begins or ends, and nothing is lost', () => {
  const text = '😀 "One," he said. "Two."\n\nThree.';
  const cut = paragraphs(text, [quote([3, 7], [19, 23])]);
  assert.deepEqual(cut.map(({ runs }) => runs.map((run) => run.text).join('')), ['😀 "One," he said. "Two."', 'Three.']);
  assert.deepEqual(cut[0].runs.filter((run) => run.quote === 0).map((run) => run.text), ['One,', 'Two.']);
  assert.ok(cut.every(({ runs }) => runs.every(({ at, text: of }) => text.slice(at, at + of.length) === of)));
});

test('a part across paragraphs is marked in each', () => {
  const cut = paragraphs('ab\ncd', [quote([1, 4])]);
  assert.deepEqual(cut.map(({ runs }) => runs.filter((run) => run.quote === 0).map((run) => run.text)), [['b'], ['c']]);
});

test('overlapping quotes never repeat words', () => {
  const [only] = paragraphs('abcdef', [quote([0, 4]), quote([2, 6])]);
  assert.equal(only.runs.map((run) => run.text).join(''), 'abcdef');
});

test('a speaker has one colour, nobody has none', () => {
  assert.deepEqual(hues(['A', undefined, 'B', 'A']), [0, undefined, 1, 0]);
});

test('a file is read as it says that it was written', () => {
  const bytes = (...parts: (string | number)[]) => new Uint8Array(parts.flatMap((part) => typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : [part]));
  assert.equal(decoded(new TextEncoder().encode('Brücke')), 'Brücke');
  assert.equal(decoded(bytes(0xef, 0xbb, 0xbf, 'a')), 'a');
  assert.equal(decoded(bytes(0xff, 0xfe, 'a', 0)), 'a');
  assert.equal(decoded(bytes('caf', 0xe9)), 'café');
  assert.equal(decoded(bytes('<meta charset="windows-1251">', 0xcc))?.at(-1), 'М');
  assert.equal(decoded(bytes('<meta charset="no-such">', 0xe9))?.at(-1), 'é');
  assert.equal(decoded(bytes('<meta charset="utf-8">', 0xe9))?.at(-1), 'é');
  assert.equal(decoded(bytes('<?xml version="1.0" encoding="utf-16"?>', 0xc3, 0xa9))?.at(-1), 'é');
  assert.equal(decoded(bytes('%PDF-1.7')), undefined);
  assert.equal(decoded(bytes('PK', 3, 4, 0, 0)), undefined);
});

test('markup begins with any element or comment', () => {
  for (const page of ['<!doctype html>', ' <!-- saved -->', '<?xml version="1.0"?>', '<b style="x">', '<h2>', '<blockquote>', '<br/>']) assert.ok(isMarkup(page), page);
  for (const text of ['"We won," she said.', '< 5 % of votes', '<3', 'a <b>', '']) assert.ok(!isMarkup(text), text);
});
