// Node and pg, without a framework.
import http from 'node:http';
import { claim, headers } from './claim.mjs';

http.createServer(async (request, response) => {
  const id = request.url.match(/^\/v1\/claims\/([0-9a-f-]{36})$/)?.[1];
  const found = id && (await claim(id));
  if (!found) {
    response.writeHead(404).end();
    return;
  }
  if (request.headers['if-none-match'] === found.etag) {
    response.writeHead(304, { ...headers, etag: found.etag }).end();
    return;
  }
  const body = Buffer.from(JSON.stringify(found.view));
  response.writeHead(200, { ...headers, etag: found.etag, 'content-type': 'application/json', 'content-length': body.length }).end(body);
}).listen(Number(process.env.PORT), '127.0.0.1');
