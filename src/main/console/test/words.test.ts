import assert from 'node:assert/strict';
import { test } from 'node:test';
import { because, when } from '../words.ts';
import { sentence } from '../words/de.ts';

test('a day is the same day west and east of Greenwich', () => {
  const zone = process.env.TZ;
  for (const place of ['America/Los_Angeles', 'Pacific/Auckland']) {
    process.env.TZ = place;
    assert.equal(when('2026-03-01'), 'Mar 1, 2026');
  }
  process.env.TZ = zone;
});

test('part of a date stays as it is', () => assert.equal(when('2026-03'), '2026-03'));

test('checkability is a share in a hundred, and other reasons are in English as the service says them', () => {
  const said = because([{ code: 'checkability', number: 0.65 }, { code: 'days', number: 3 }], ['checkability 0.65', 'waiting for 3 days']);
  assert.deepEqual(said, ['checkability 65%', 'waiting for 3 days']);
});

test('a German sentence has the words of the English one in its places', () => {
  assert.equal(sentence('must have 1 to 200 characters'), 'darf 1 bis 200 Zeichen haben');
  assert.equal(sentence('must be one of supports, refutes (or context).'), 'muss eines davon sein: supports, refutes (or context)');
  assert.equal(sentence('must be a date (YYYY, YYYY-MM or YYYY-MM-DD) or an RFC 3339 time, years 1000 to 9999'), 'muss ein Datum sein (JJJJ, JJJJ-MM oder JJJJ-MM-TT)');
  assert.equal(sentence('This requires the role editor.'), 'Dafür braucht es die Rolle editor.');
  assert.equal(sentence('Nobody has ever said this.'), undefined);
});
