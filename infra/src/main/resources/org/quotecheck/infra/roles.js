const { RDSDataClient, ExecuteStatementCommand } = require('@aws-sdk/client-rds-data');
// What a database answers that wakes, or whose writer has just been made.
const WAKING = /Resuming|Unavailable|InternalServerError|Communications link failure/;
const PAUSE = Number(process.env.PAUSE_MS || 5000);

exports.handler = (event) =>
  answer(event, async ({ resourceArn, secretArn, database, sql }) => {
    const client = new RDSDataClient({});
    for (let left = 24; ; left--) {
      try {
        return await client.send(new ExecuteStatementCommand({ resourceArn, secretArn, database, sql }));
      } catch (failure) {
        if (left === 0 || !WAKING.test(`${failure.name} ${failure.message}`)) throw failure;
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    }
  });
