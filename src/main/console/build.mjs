// Makes built/ of the sources here: hashed scripts, the style and the page that names them. docs/adr/0009 says why it is
// committed. `--test` bundles the unit tests to target/ instead.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const hash = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

if (process.argv.includes('--test')) {
  rmSync(join(here, 'target'), { recursive: true, force: true });
  await build({
    entryPoints: readdirSync(join(here, 'test')).map((name) => join(here, 'test', name)),
    bundle: true, format: 'esm', platform: 'node', outdir: join(here, 'target'), outExtension: { '.js': '.mjs' },
  });
  process.exit(0);
}

/** As ConsoleBuildTest reads them: what goes into the build, in the order of the names. */
export function sources() {
  const files = readdirSync(here, { recursive: true })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /^(views\/|words\/)?[a-z-]+\.(ts|css|json|html|mjs)$/.test(name) && !name.endsWith('.d.ts'))
    .sort();
  return hash(Buffer.concat(files.map((name) => readFileSync(join(here, name)))));
}

/** Templates without the indentation of their lines: to HTML, blanks are one. */
const flat = {
  name: 'flat',
  setup: ({ onLoad }) => onLoad({ filter: /console[/\\]([a-z-]+|views[/\\][a-z-]+)\.ts$/ }, ({ path }) => ({ contents: readFileSync(path, 'utf8').replace(/\n +(?=<|\$\{)/g, '\n'), loader: 'ts' })),
};

const out = join(here, 'built');
rmSync(out, { recursive: true, force: true });
mkdirSync(out);
const made = await build({
  entryPoints: { console: join(here, 'main.ts'), style: join(here, 'console.css') },
  bundle: true, minify: true, splitting: true, format: 'esm', target: ['es2022'], charset: 'utf8', legalComments: 'none',
  entryNames: '[name].[hash]', chunkNames: '[name].[hash]', outdir: out, metafile: true, treeShaking: true,
  conditions: ['production'], plugins: [flat],
});
const named = (entry) => Object.keys(made.metafile.outputs).map((path) => path.split('/').pop()).find((name) => name.startsWith(`${entry}.`));
writeFileSync(join(out, 'index.html'), readFileSync(join(here, 'index.html'), 'utf8')
  .replace('console.js', named('console')).replace('console.css', named('style')));
const files = readdirSync(out).filter((name) => name !== 'index.html').sort();
writeFileSync(join(out, 'list.txt'), `# sources, then each file\n${sources()}\n${files.join('\n')}\n`);
