// The functions that run at deployments, as AWS Lambda runs them; AWS's clients are played, and CloudFormation's
// address is a server here.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, beforeEach, test } from 'node:test';
import vm from 'node:vm';

const RESOURCES = process.env.RESOURCES;
const TOLD = [];
let server;
let address;

before(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    TOLD.push({ method: request.method, type: request.headers['content-type'], ...JSON.parse(body) });
    response.end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${server.address().port}/answer?signed`;
});

after(() => server.closeAllConnections() || server.close());
beforeEach(() => TOLD.splice(0));

/** The handler of these files, as they stand in a template; `send` plays AWS. */
function handler(files, send, env = {}) {
  class Command {
    constructor(input) {
      this.input = input;
    }
  }
  class Client {
    send(command) {
      return send(command.constructor.name, command.input);
    }
  }
  const names = ['ExecuteStatementCommand', 'InvokeCommand', 'PutLifecycleEventHookExecutionStatusCommand'];
  const sdk = { RDSDataClient: Client, LambdaClient: Client, CodeDeployClient: Client };
  for (const name of names) sdk[name] = { [name]: class extends Command {} }[name];
  const exports = {};
  vm.runInNewContext(files.map((file) => readFileSync(`${RESOURCES}/${file}`, 'utf8')).join('\n'), {
    exports,
    require: (name) => (assert.match(name, /^@aws-sdk\/client-(rds-data|lambda|codedeploy)$/), sdk),
    process: { env: { PAUSE_MS: '1', ...env } },
    console: { log() {}, error() {} },
    fetch,
    setTimeout,
    Buffer,
  });
  return exports.handler;
}

const event = (type, now, before) => ({
  RequestType: type,
  ResponseURL: address,
  StackId: 'stack',
  RequestId: 'request',
  LogicalResourceId: 'Resource',
  ...(type !== 'Create' && { PhysicalResourceId: 'made' }),
  ResourceProperties: now,
  ...(before && { OldResourceProperties: before }),
});

const ARN = 'arn:aws:rds:eu-central-1:123456789012:cluster-snapshot:before-the-mistake';
const guard = () => handler(['answer.js', 'guard.js']);

test('a snapshot that is left out is missed', async () => {
  await guard()(event('Update', { Snapshot: '' }, { Snapshot: ARN }));
  assert.equal(TOLD[0].Status, 'FAILED');
  assert.equal(
    TOLD[0].Reason,
    `This database began with a snapshot: give -c snapshot=${ARN}, or -c snapshot=none for an empty one.`,
  );
  assert.equal(TOLD[0].PhysicalResourceId, 'made');
});

for (const [type, now, before] of [
  ['Create', { Snapshot: '' }],
  ['Create', { Snapshot: ARN }],
  ['Update', { Snapshot: ARN }, { Snapshot: '' }],
  ['Update', { Snapshot: `${ARN}-2` }, { Snapshot: ARN }],
  ['Update', { Snapshot: 'none' }, { Snapshot: ARN }],
  ['Update', { Snapshot: '' }, { Snapshot: 'none' }],
  ['Delete', { Snapshot: '' }],
]) {
  test(`${type} from ${before?.Snapshot} to ${now.Snapshot} is what the operator said`, async () => {
    await guard()(event(type, now, before));
    assert.equal(TOLD.length, 1);
    assert.equal(TOLD[0].Status, 'SUCCESS');
    assert.equal(TOLD[0].method, 'PUT');
    assert.ok(!TOLD[0].type, 'the address is signed for no type');
  });
}

const failing = (name, message) => Object.assign(new Error(message), { name });
const ROLES = { resourceArn: 'cluster', secretArn: 'secret', database: 'quotecheck', sql: 'do nothing' };

test('users are made when the database has woken', async () => {
  const asked = [];
  const states = [
    failing('DatabaseResumingException', 'resuming after being auto-paused'),
    failing('BadRequestException', 'Communications link failure'),
    failing('DatabaseUnavailableException', 'no writer'),
  ];
  await handler(['answer.js', 'roles.js'], async (name, input) => {
    asked.push([name, input]);
    if (states.length > 0) throw states.shift();
  })(event('Create', { ServiceToken: 'x', ...ROLES }));
  assert.equal(TOLD[0].Status, 'SUCCESS');
  assert.equal(asked.length, 4);
  assert.equal(JSON.stringify(asked[3]), JSON.stringify(['ExecuteStatementCommand', ROLES]));
});

test('what is wrong with the statement is told at once', async () => {
  let asked = 0;
  await handler(['answer.js', 'roles.js'], async () => {
    asked++;
    throw failing('BadRequestException', 'ERROR: syntax error at or near "nothing"');
  })(event('Update', ROLES, ROLES));
  assert.equal(asked, 1);
  assert.equal(TOLD[0].Status, 'FAILED');
  assert.match(TOLD[0].Reason, /syntax error/);
});

test('a database that never wakes ends it', async () => {
  let asked = 0;
  await handler(['answer.js', 'roles.js'], async () => {
    asked++;
    throw failing('DatabaseResumingException', 'resuming');
  })(event('Create', ROLES));
  assert.equal(asked, 25);
  assert.equal(TOLD[0].Status, 'FAILED');
});

test('deleting touches no database', async () => {
  await handler(['answer.js', 'roles.js'], () => assert.fail())(event('Delete', ROLES));
  assert.equal(TOLD[0].Status, 'SUCCESS');
});

/** What the hook says to CodeDeploy, and the events that the new version got. */
async function hook(answer) {
  const events = [];
  let said;
  await handler(
    ['hook.js'],
    async (name, input) => {
      if (name !== 'InvokeCommand') return void (said = input);
      assert.equal(input.FunctionName, 'arn:of-the-version');
      const event = JSON.parse(input.Payload);
      events.push(event);
      const answered = answer(event, events.length);
      return answered.FunctionError ? answered : { Payload: Buffer.from(JSON.stringify(answered)) };
    },
    { VERSION: 'arn:of-the-version', ORIGIN_SECRET: 'of-the-edge-0123' },
  )({ DeploymentId: 'd-1', LifecycleEventHookExecutionId: 'e-1' });
  assert.equal(said.deploymentId, 'd-1');
  assert.equal(said.lifecycleEventHookExecutionId, 'e-1');
  return { status: said.status, events };
}

const right = ({ requestContext: { http } }) => ({ statusCode: http.method === 'POST' ? 401 : 200 });

test('a version that answers as it should gets readers', async () => {
  const { status, events } = await hook(right);
  assert.equal(status, 'Succeeded');
  assert.deepEqual(
    events.map((event) => `${event.requestContext.http.method} ${event.rawPath}?${event.rawQueryString}`),
    [
      'GET /embed/v1/claims?ids=00000000-0000-7000-8000-000000000000',
      'GET /v1/claims?limit=1',
      'GET /q/health/ready?',
      'POST /v1/claims?',
    ],
  );
  assert.ok(events.every((event) => event.headers['x-origin-verify'] === 'of-the-edge-0123'));
});

for (const path of ['/embed/v1/claims', '/v1/claims', '/q/health/ready']) {
  test(`one whose ${path} fails gets none`, async () => {
    const { status } = await hook((event) => (event.rawPath === path ? { statusCode: 500 } : right(event)));
    assert.equal(status, 'Failed');
  });
}

test('one that takes a write without a token gets none', async () => {
  const { status } = await hook(() => ({ statusCode: 200 }));
  assert.equal(status, 'Failed');
});

test('one that does not start gets none', async () => {
  const { status } = await hook(() => ({ FunctionError: 'Unhandled', Payload: Buffer.from('{"errorType":"Exit"}') }));
  assert.equal(status, 'Failed');
});

test('a database that wakes is waited for', async () => {
  const { status, events } = await hook((event, number) => (number < 5 ? { statusCode: 503 } : right(event)));
  assert.equal(status, 'Succeeded');
  assert.equal(events.length, 8);
});

test('one that does not wake gets none', async () => {
  const { status } = await hook(() => ({ statusCode: 503 }));
  assert.equal(status, 'Failed');
});
