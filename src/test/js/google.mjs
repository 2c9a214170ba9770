// Google's client for Node against a service: node google.mjs ADDRESS WORD-OF-A-PUBLISHED-CLAIM
import assert from 'node:assert/strict';
import {factchecktools} from '@googleapis/factchecktools';

const [address, word] = process.argv.slice(2);
const client = factchecktools({version: 'v1alpha1', rootUrl: `${address}/`});
const {data} = await client.claims.search({query: word, languageCode: 'en-GB', pageSize: 1});
const [claim] = data.claims;
assert.ok(claim.text.includes(word));
assert.ok(claim.claimReview[0].url.startsWith(`${address}/claims/`));
assert.ok(claim.claimReview[0].textualRating);
assert.ok(Date.parse(claim.claimReview[0].reviewDate));
const none = await client.claims.search({reviewPublisherSiteFilter: 'other.example'});
assert.deepEqual(none.data.claims, []);
await assert.rejects(client.claims.search({}), (refused) => {
  assert.equal(refused.status, 400);
  assert.match(refused.message, /query/);
  return true;
});
console.log('@googleapis/factchecktools:', claim.claimReview[0].textualRating);
