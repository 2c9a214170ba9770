// How search's slowest answers grow with the claims: of each list that was measured, p99 beside that of the smallest; lines into the file of BENCH_RATIOS.
import { appendFileSync, readFileSync } from 'node:fs';

const file = process.argv[2];
const lists = readFileSync(file, 'utf8').trim().split('\n').map(line => JSON.parse(line))
  .map(found => ({ ...found, claims: Number(/^list of (\d+) claims/.exec(found.name)?.[1]) }))
  .filter(found => found.bench === 'search' && found.claims)
  .sort((one, other) => one.claims - other.claims);
for (const { claims, ours } of lists.slice(1)) {
  appendFileSync(file, JSON.stringify({
    bench: 'growth', name: `p99 of the list of ${claims} claims ÷ that of ${lists[0].claims}`, unit: 'ms', ours, peer: lists[0].ours, ratio: ours / lists[0].ours,
  }) + '\n');
}
