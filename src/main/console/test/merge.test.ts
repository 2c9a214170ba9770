import assert from 'node:assert/strict';
import { test } from 'node:test';
import { merge } from '../merge.ts';

test('what only one side changed is taken', () => {
  const { merged, conflicts } = merge({ summary: 'a', rating: 'false' }, { summary: 'b', rating: 'false' }, { summary: 'a', rating: 'true' });
  assert.deepEqual(merged, { summary: 'b', rating: 'true' });
  assert.deepEqual(conflicts, []);
});

test('what both changed differently is a conflict, and mine until it is chosen', () => {
  const { merged, conflicts } = merge({ summary: 'a' }, { summary: 'b' }, { summary: 'c' });
  assert.deepEqual(merged, { summary: 'c' });
  assert.deepEqual(conflicts, ['summary']);
});

test('the same change of both is none', () => {
  assert.deepEqual(merge({ reasons: ['x'] }, { reasons: ['y'] }, { reasons: ['y'] }), { merged: { reasons: ['y'] }, conflicts: [] });
});

test('what one took away and the other left is gone; what the other changed is a conflict', () => {
  assert.deepEqual(merge<{ summary?: string }>({ summary: 'a' }, {}, { summary: 'a' }), { merged: {}, conflicts: [] });
  assert.deepEqual(merge<{ summary?: string }>({ summary: 'a' }, { summary: 'b' }, {}).conflicts, ['summary']);
});
