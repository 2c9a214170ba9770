// Fastify and pg, as Fastify's own guide writes it.
import Fastify from 'fastify';
import { claim, headers } from './claim.mjs';

const server = Fastify();

server.get('/v1/claims/:id', { schema: { params: { type: 'object', properties: { id: { type: 'string', format: 'uuid' } } } } }, async (request, reply) => {
  const found = await claim(request.params.id);
  if (!found) {
    return reply.code(404).send();
  }
  reply.headers(headers).header('etag', found.etag);
  if (request.headers['if-none-match'] === found.etag) {
    return reply.code(304).send();
  }
  return found.view;
});

await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
