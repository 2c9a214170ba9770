// Hello world in Node as a Lambda function: the Runtime API's loop and nothing else.
import http from 'node:http';

const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

function call(method, path, body) {
  return new Promise((resolve, reject) => {
    const request = http.request({ host, port, agent, method, path: '/2018-06-01/runtime/invocation/' + path }, response => {
      const parts = [];
      response.on('data', part => parts.push(part));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(parts).toString() }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** Answers events for ever; `handle` takes an API Gateway event (payload format 2.0) and gives its answer. */
export async function serve(handle) {
  for (;;) {
    const { headers, body } = await call('GET', 'next');
    const answer = await handle(JSON.parse(body));
    await call('POST', headers['lambda-runtime-aws-request-id'] + '/response', JSON.stringify(answer));
  }
}

if (import.meta.filename === process.argv[1]) {
  await serve(() => ({ statusCode: 200, headers: { 'Content-Type': 'text/plain' }, body: 'Hello' }));
}
