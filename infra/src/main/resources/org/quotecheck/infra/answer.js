// CloudFormation waits for the answer at an address of its own (Custom resource request objects, ResponseURL).
const answer = async (event, work) => {
  let status = 'SUCCESS';
  let reason = 'Done';
  try {
    if (event.RequestType !== 'Delete') await work(event.ResourceProperties, event.OldResourceProperties || {});
  } catch (failure) {
    console.error(JSON.stringify({ level: 'ERROR', message: failure.message, stack: failure.stack }));
    status = 'FAILED';
    reason = failure.message;
  }
  await fetch(event.ResponseURL, {
    method: 'PUT',
    headers: { 'content-type': '' },
    body: JSON.stringify({
      Status: status,
      Reason: reason.slice(0, 1000),
      PhysicalResourceId: event.PhysicalResourceId || event.LogicalResourceId,
      StackId: event.StackId,
      RequestId: event.RequestId,
      LogicalResourceId: event.LogicalResourceId,
    }),
  });
};
