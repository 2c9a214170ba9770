// A feed reader from npm (feedsmith) against a service: node feeds.mjs ADDRESS WORD-OF-A-PUBLISHED-CLAIM
import assert from 'node:assert/strict';
import {parseFeed} from 'feedsmith';

const [address, word] = process.argv.slice(2);
const read = async (name) => parseFeed(await (await fetch(`${address}/feeds/${name}`)).text());
const atom = await read('verdicts.atom');
assert.equal(atom.format, 'atom');
assert.ok(JSON.stringify(atom.feed.entries).includes(word));
assert.ok(atom.feed.links.some(({rel}) => rel === 'self'));
const json = await read('verdicts.json');
assert.equal(json.format, 'json');
const [item] = json.feed.items.filter(({title}) => title.includes(word));
assert.ok(item.url.startsWith(`${address}/claims/`));
assert.equal(atom.feed.entries.find(({id}) => id === item.id).links[0].href, item.url);
assert.equal((await read('corrections.atom')).format, 'atom');
console.log('feedsmith:', atom.feed.entries.length, 'verdicts');
