import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reasons, when } from '../words.ts';

test('a day is the same day west and east of Greenwich', () => {
  const zone = process.env.TZ;
  for (const place of ['America/Los_Angeles', 'Pacific/Auckland']) {
    process.env.TZ = place;
    assert.equal(when('2026-03-01'), 'Mar 1, 2026');
  }
  process.env.TZ = zone;
});

test('part of a date stays as it is', () => assert.equal(when('2026-03'), '2026-03'));

test('checkability is a share in a hundred', () => {
  assert.equal(reasons('checkability 0.65; waiting for 3 days'), 'checkability 65%; waiting for 3 days');
});
