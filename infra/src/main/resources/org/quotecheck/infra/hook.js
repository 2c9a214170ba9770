// Before readers come to a new version: what they will ask for, asked of it alone.
const { LambdaClient, InvokeCommand } = require('@aws-sdk/client-lambda');
const { CodeDeployClient, PutLifecycleEventHookExecutionStatusCommand } = require('@aws-sdk/client-codedeploy');
const PAUSE = Number(process.env.PAUSE_MS || 5000);
const NOBODYS = '00000000-0000-7000-8000-000000000000';
const CALLS = [
  ['GET', '/embed/v1/claims', `ids=${NOBODYS}`, 200],
  ['GET', '/v1/claims', 'limit=1', 200],
  ['GET', '/q/health/ready', '', 200],
  ['POST', '/v1/claims', '', 401],
];

const event = ([method, path, query]) => ({
  version: '2.0',
  routeKey: '$default',
  rawPath: path,
  rawQueryString: query,
  headers: {
    host: 'before-allow-traffic.invalid',
    'content-type': 'application/json',
    'x-origin-verify': process.env.ORIGIN_SECRET,
    'cloudfront-viewer-address': '192.0.2.1:443',
  },
  requestContext: {
    requestId: 'before-allow-traffic',
    stage: '$default',
    http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'before-allow-traffic' },
  },
  ...(method === 'POST' && { body: '{}' }),
  isBase64Encoded: false,
});

const ask = async (lambda, call) => {
  const { FunctionError, Payload } = await lambda.send(
    new InvokeCommand({ FunctionName: process.env.VERSION, Payload: JSON.stringify(event(call)) }),
  );
  const said = Buffer.from(Payload || '').toString();
  return FunctionError ? said : JSON.parse(said).statusCode;
};

// a database that wakes is answered for with 503
const check = async (lambda, call) => {
  let said = await ask(lambda, call);
  for (let left = 12; said === 503 && left > 0; left--) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    said = await ask(lambda, call);
  }
  console.log(JSON.stringify({ method: call[0], path: call[1], wanted: call[3], said }));
  return said === call[3];
};

exports.handler = async ({ DeploymentId: deploymentId, LifecycleEventHookExecutionId: id }) => {
  let status = 'Succeeded';
  try {
    const lambda = new LambdaClient({});
    for (const call of CALLS) if (!(await check(lambda, call))) status = 'Failed';
  } catch (failure) {
    console.error(JSON.stringify({ level: 'ERROR', message: failure.message, stack: failure.stack }));
    status = 'Failed';
  }
  await new CodeDeployClient({}).send(
    new PutLifecycleEventHookExecutionStatusCommand({ deploymentId, lifecycleEventHookExecutionId: id, status }),
  );
};
