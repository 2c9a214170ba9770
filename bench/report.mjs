// Compares what the benches found with budgets.json: node report.mjs RATIOS.jsonl BUDGETS.json [--short]
// Writes results/<date>.json and .md (--short: target/bench/results.*), and fails where a ratio is 10 % over its budget.
import { execSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const [ratiosFile, budgetsFile, option] = process.argv.slice(2);
const short = option === '--short';
const TOLERANCE = 1.1;

const ratios = existsSync(ratiosFile) ? readFileSync(ratiosFile, 'utf8').trim().split('\n').filter(Boolean).map(line => JSON.parse(line)) : [];
const budgets = JSON.parse(readFileSync(budgetsFile, 'utf8'));
const judged = ratios.map(found => ({ ...found, ...judge(found.ratio, budgets[found.bench]?.[found.name]) }));

/** A budget has `most` or `least`, another for a short run, which is less warm, and what is `wanted`, if that is more. */
function judge(ratio, budget) {
  if (!budget) {
    return { verdict: 'no budget' };
  }
  const atLeast = budget.most === undefined;
  const limit = short && budget.short !== undefined ? budget.short : budget.most ?? budget.least;
  const over = atLeast ? limit / ratio : ratio / limit;
  const reached = budget.wanted === undefined || (atLeast ? ratio >= budget.wanted : ratio <= budget.wanted);
  return { budget: limit, atLeast, wanted: budget.wanted, verdict: !(over <= TOLERANCE) ? 'OVER' : reached ? 'held' : 'held, goal missed' };
}

function version(command) {
  try {
    return execSync(command, { stdio: ['ignore', 'pipe', 'pipe'] }).toString().trim();
  } catch {
    return undefined;
  }
}

function figure(value) {
  return value === undefined || value === null ? '' : Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
}

const date = new Date().toISOString().slice(0, 10);
const machine = {
  processors: os.cpus().length, model: os.cpus()[0]?.model, memoryMb: Math.round(os.totalmem() / 2 ** 20), kernel: os.release(), loadBefore: os.loadavg()[2], load: os.loadavg()[0],
};
const versions = {
  commit: version('git rev-parse --short HEAD'), node: process.version, postgresql: version('/usr/lib/postgresql/15/bin/postgres --version'), nginx: version('nginx -v 2>&1'),
};
const markdown = [
  `# ${date}`, '',
  `${machine.processors} × ${machine.model}, ${machine.memoryMb} MB, Linux ${machine.kernel}, load ${machine.load.toFixed(1)} (${machine.loadBefore.toFixed(1)} in the last 15 minutes); ` +
    Object.entries(versions).filter(([, value]) => value).map(([name, value]) => `${name} ${value}`).join(', ') + '.', '',
  'Only ratios of interleaved runs can be compared with another machine\'s, or with those of a busy one.', '',
  '| Bench | What | Ours | Peer | Unit | Ratio | Budget | Wanted | |', '|---|---|---:|---:|---|---:|---:|---:|---|',
  ...judged.map(one => `| ${one.bench} | ${one.name} | ${figure(one.ours)} | ${figure(one.peer)} | ${one.unit} | ${figure(one.ratio)} | ${one.budget === undefined ? '' : (one.atLeast ? '≥ ' : '≤ ') + one.budget} | ${figure(one.wanted)} | ${one.verdict} |`), '',
].join('\n');
const directory = short ? path.join(here, '../target/bench') : path.join(here, 'results');
mkdirSync(directory, { recursive: true });
const file = path.join(directory, short ? 'results' : date);
writeFileSync(file + '.json', JSON.stringify({ date, machine, versions, ratios: judged }, null, 1) + '\n');
writeFileSync(file + '.md', markdown);
console.log('\n' + markdown);

for (const bench of new Set(ratios.map(one => one.bench))) {
  for (const name of Object.keys(budgets[bench] ?? {}).filter(name => !ratios.some(one => one.bench === bench && one.name === name))) {
    console.log(`Not measured in this run: ${bench}, ${name}`);
  }
}
const over = judged.filter(one => one.verdict === 'OVER');
for (const one of over) {
  console.error(`More than 10 % over its budget: ${one.bench}, ${one.name}: ${figure(one.ratio)} (${one.atLeast ? 'at least' : 'at most'} ${one.budget})`);
}
if (!judged.length) {
  console.error('No bench told a ratio.');
}
process.exit(over.length || !judged.length ? 1 : 0);
