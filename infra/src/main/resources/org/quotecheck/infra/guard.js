// A database that began with a snapshot would be replaced by an empty one where the parameter is left out.
exports.handler = (event) =>
  answer(event, (now, before) => {
    if ((before.Snapshot || '').startsWith('arn:') && !now.Snapshot) {
      throw new Error(
        `This database began with a snapshot: give -c snapshot=${before.Snapshot}, or -c snapshot=none for an empty one.`,
      );
    }
  });
