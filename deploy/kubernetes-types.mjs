// node kubernetes-types.mjs DIRECTORY FILE: holds each item of a Kubernetes manifest against the types of its kind (npm's
// kubernetes-types, generated from the API's own description), as literals, where TypeScript refuses members that there are not.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [directory, file] = process.argv.slice(2).map((path) => resolve(path));
const require = createRequire(join(directory, 'package.json'));
const { parse } = require('yaml');

const { items } = parse(readFileSync(file, 'utf8'));
const lines = items.map((item, i) => {
  const group = item.apiVersion === 'v1' ? 'core/v1' : item.apiVersion;
  return `import { ${item.kind} as Kind${i} } from 'kubernetes-types/${group}';\nexport const item${i}: Kind${i} = ${JSON.stringify(item, null, 1)};`;
});
const source = join(directory, 'manifest.ts');
writeFileSync(source, lines.join('\n'));
try {
  execFileSync(process.execPath, [require.resolve('typescript/bin/tsc'), '--noEmit', '--strict', '--skipLibCheck', '--moduleResolution', 'node', source], { stdio: 'pipe' });
} catch (failure) {
  console.error(String(failure.stdout));
  process.exit(1);
}

// what the types cannot say: selectors find the pods, and the pods' settings and volumes are there
const named = (kind) => items.filter((item) => item.kind === kind);
const [deployment] = named('Deployment');
const labels = deployment.spec.template.metadata.labels;
for (const selector of [deployment.spec.selector.matchLabels, named('Service')[0].spec.selector, named('PodDisruptionBudget')[0].spec.selector.matchLabels]) {
  for (const [name, value] of Object.entries(selector)) {
    if (labels[name] !== value) throw new Error(`A selector wants ${name}=${value}, but the pods have ${labels[name]}.`);
  }
}
for (const { spec } of [named('Job')[0].spec.template, deployment.spec.template]) {
  const volumes = new Set(spec.volumes.map((volume) => volume.name));
  for (const container of spec.containers) {
    for (const mount of container.volumeMounts) if (!volumes.has(mount.name)) throw new Error(`There is no volume ${mount.name}.`);
    for (const { configMapRef } of container.envFrom) {
      if (configMapRef && !named('ConfigMap').some((map) => map.metadata.name === configMapRef.name)) throw new Error(`There is no ConfigMap ${configMapRef.name}.`);
    }
  }
}
console.log(`${items.map((item) => item.kind).join(', ')}: as their types say`);
