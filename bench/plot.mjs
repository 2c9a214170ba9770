// Draws docs/images/performance-*.svg with Vega-Lite from what bench/run wrote: node bench/plot.mjs bench/results/baseline.json
// Its packages go to target/bench: npm install --prefix target/bench vega@6 vega-lite@6
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const installed = createRequire(path.join(root, 'target/bench/package.json'));
const vega = await import(pathToFileURL(installed.resolve('vega')));
const vegaLite = await import(pathToFileURL(installed.resolve('vega-lite')));

const { ratios } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const font = { font: 'sans-serif', background: 'white', axis: { labelLimit: 800, titleFontWeight: 'normal' }, title: { fontWeight: 'normal', anchor: 'start' } };

async function draw(name, spec) {
  const view = new vega.View(vega.parse(vegaLite.compile({ ...spec, config: font }).spec), { renderer: 'none' });
  writeFileSync(path.join(root, 'docs/images', `performance-${name}.svg`), await view.toSVG() + '\n');
}

/** Ours ÷ the peer's as dots, what is wanted as strokes. */
function beside(title, rows) {
  const encoding = {
    x: { field: 'value', type: 'quantitative', scale: { type: 'log' }, title: 'ours ÷ the peer\'s (1: the same)' },
    y: { field: 'name', type: 'nominal', sort: null, title: null },
    color: { field: 'kind', type: 'nominal', title: null, scale: { domain: ['measured', 'wanted'], range: ['#1f5fa8', '#c8102e'] } },
  };
  return {
    title,
    width: 360,
    height: { step: 22 },
    data: { values: rows.flatMap(({ name, ratio, wanted }) => [{ name, value: ratio, kind: 'measured' }, ...(wanted === undefined ? [] : [{ name, value: wanted, kind: 'wanted' }])]) },
    layer: [
      { transform: [{ filter: "datum.kind === 'measured'" }], mark: { type: 'circle', size: 90, opacity: 1 }, encoding },
      { transform: [{ filter: "datum.kind === 'wanted'" }], mark: { type: 'tick', thickness: 3, opacity: 1 }, encoding },
      { data: { values: [{ same: 1 }] }, mark: { type: 'rule', strokeDash: [4, 3], color: '#888' }, encoding: { x: { field: 'same', type: 'quantitative' } } },
    ],
  };
}

const reads = ratios.filter(one => one.bench === 'reads');
await draw('costs', beside('Costs: less is better', reads.filter(one => !one.atLeast)));
await draw('rates', beside('Rates: more is better', reads.filter(one => one.atLeast)));

const edge = ratios.filter(one => one.bench === 'edge').map(one => ({ ...one, ...one.name.match(/(?<what>.*), (?<readers>Zipf|flat) over (?<articles>\d+)/)?.groups })).filter(one => one.articles);
const lines = (what, field, title) => ({
  width: 230,
  height: 170,
  data: { values: edge.filter(one => one.what.startsWith(what)).map(one => ({ ...one, articles: Number(one.articles) })) },
  mark: { type: 'line', point: true },
  encoding: {
    x: { field: 'articles', type: 'quantitative', scale: { type: 'log' }, axis: { values: [160, 1000, 10000, 100000], format: ',' } },
    y: { field, type: 'quantitative', title, scale: { zero: field === 'ours' } },
    color: { field: 'readers', type: 'nominal' },
  },
});
await draw('edge', {
  hconcat: [
    lines('requests to the origin', 'ratio', 'requests to the origin ÷ the fewest possible'),
    lines('correction seen, p99', 'ours', 'correction seen after, p99, seconds'),
  ],
});
