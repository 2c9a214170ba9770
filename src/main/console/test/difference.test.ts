import assert from 'node:assert/strict';
import { test } from 'node:test';
import { difference, differentParagraphs, plain } from '../difference.ts';

const whole = (before: string, after: string, without: string) => difference(before, after).filter(({ kind }) => kind !== without).map(({ text }) => text).join('');

test('both texts can be read from the changes', () => {
  for (const [before, after] of [['The debt fell by 18 percent.', 'The debt rose by 18 percent!'], ['', 'new'], ['old', ''], ['same', 'same']]) {
    assert.equal(whole(before, after, 'new'), before);
    assert.equal(whole(before, after, 'gone'), after);
  }
});

test('only the word that changed is told', () => {
  assert.deepEqual(difference('one two three', 'one four three').filter(({ kind }) => kind !== 'same'), [{ kind: 'gone', text: 'two' }, { kind: 'new', text: 'four' }]);
});

test('texts too long to compare are shown whole', () => {
  const long = Array.from({ length: 4000 }, (_, index) => `w${index}`).join(' ');
  assert.deepEqual(difference(long, `${long} end`).map(({ kind }) => kind), ['gone', 'new']);
});

test('values are told as people read them', () => {
  assert.equal(plain({ name: 'Ann', sameAs: ['x', 'y'] }), 'name: Ann\nsameAs: x\ny');
});

test('of two long texts the paragraphs that differ', () => {
  assert.deepEqual(differentParagraphs('Same.\n\nIt was 3.\n\nGone.', 'Same.\n\nIt was 4.\n'), [
    [{ kind: 'same', text: 'It was ' }, { kind: 'gone', text: '3' }, { kind: 'new', text: '4' }, { kind: 'same', text: '.' }],
    [{ kind: 'gone', text: 'Gone.' }],
  ]);
  assert.deepEqual(differentParagraphs('Same.\n', 'Same.'), []);
});
