// The protocol's own clients of both eras against a service: node assistants.mjs ADDRESS WORD-OF-A-PUBLISHED-CLAIM
import assert from 'node:assert/strict';
import {Client, StreamableHTTPClientTransport} from '@modelcontextprotocol/client';
import {Client as OlderClient} from '@modelcontextprotocol/sdk/client/index.js';
import {StreamableHTTPClientTransport as OlderTransport} from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const [address, word] = process.argv.slice(2);
const TOOLS = ['fact_checks_for_article', 'get_fact_check', 'list_corrections', 'search_fact_checks'];

async function walk(client, transport) {
  await client.connect(transport);
  const {tools} = await client.listTools();
  assert.deepEqual(tools.map((tool) => tool.name).sort(), TOOLS);
  assert.ok(tools.every((tool) => tool.outputSchema && tool.annotations.readOnlyHint));
  const found = await client.callTool({name: 'search_fact_checks', arguments: {query: word}});
  assert.equal(found.isError, undefined);
  const [check] = found.structuredContent.factChecks;
  assert.ok(check.url.endsWith(`/claims/${check.id}`));
  assert.ok(check.ratingLabel && check.organization && check.quoted.claim);
  const one = await client.callTool({name: 'get_fact_check', arguments: {id: check.id}});
  assert.ok(one.structuredContent.factCheck.quoted.sources.length);
  const corrections = await client.callTool({name: 'list_corrections', arguments: {}});
  assert.ok(Array.isArray(corrections.structuredContent.factChecks));
  const wrong = await client.callTool({name: 'fact_checks_for_article', arguments: {url: 'ftp://x'}});
  assert.equal(wrong.isError, true);
  await assert.rejects(client.callTool({name: 'no_such_tool', arguments: {}}));
  const server = client.getServerVersion();
  await client.close();
  return server;
}

const newer = new Client({name: 'newsroom', version: '1'}, {versionNegotiation: {mode: {pin: '2026-07-28'}}});
const told = await walk(newer, new StreamableHTTPClientTransport(new URL(`${address}/mcp`)));
console.log('client, 2026-07-28:', told?.title);

const negotiating = new Client({name: 'newsroom', version: '1'}, {versionNegotiation: {mode: 'auto'}});
await walk(negotiating, new StreamableHTTPClientTransport(new URL(`${address}/mcp`)));
console.log('client, negotiated');

const older = new OlderClient({name: 'newsroom', version: '1'});
const transport = new OlderTransport(new URL(`${address}/mcp`));
console.log('sdk:', (await walk(older, transport)).title, transport.protocolVersion);
