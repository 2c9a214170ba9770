// The engine's throughput beside jsoup's, from JMH's result: node ratios.mjs RESULT.json; a line into the file of BENCH_RATIOS.
import { appendFileSync, readFileSync } from 'node:fs';

const results = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const megabytes = name => results.find(result => result.benchmark.endsWith('.' + name)).secondaryMetrics.megabytes.score;
const [ours, peer] = [megabytes('throughput'), megabytes('jsoup')];
appendFileSync(process.env.BENCH_RATIOS, JSON.stringify({ bench: 'extraction', name: 'megabytes a second ÷ jsoup\'s', unit: 'MB/s', ours, peer, ratio: ours / peer }) + '\n');
