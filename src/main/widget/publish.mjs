// Bundles and minifies the two scripts as publishers load them, and puts them under their hashes into published/ (CONTRIBUTING.md).
// node src/main/widget/publish.mjs, with esbuild of package.json beside it: npm install --no-save in this directory.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, transformSync } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const lines = (file) => readFileSync(here + file, 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));

const minifiedCss = {
  name: 'css',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, ({ path }) => ({ contents: transformSync(readFileSync(path, 'utf8'), { loader: 'css', minify: true }).code.trim(), loader: 'text' }));
  },
};

/** What the scripts are made of: PublishedScriptsTest compares it, so that no change is forgotten. */
export const sources = () => {
  const hash = createHash('sha256');
  for (const file of readdirSync(here).filter((name) => /\.(js|css)$/.test(name)).sort()) hash.update(readFileSync(here + file));
  return hash.update(readFileSync(`${here}../resources/tracking-parameters.txt`)).digest('hex').slice(0, 16);
};

export const script = async (entry) => (await build({
  entryPoints: [here + entry], bundle: true, minify: true, write: false, format: 'esm', target: 'es2022', charset: 'utf8', plugins: [minifiedCss],
  // Names of our own objects, which neither the page nor an answer knows.
  mangleProps: /^(likeness|beside|errors|places|ranges|pieces|roots|folded|original|steps|score|put|wish|level|mask|isOne|element|step|box)$/,
  define: { TRACKING_PARAMETERS: JSON.stringify(lines('../resources/tracking-parameters.txt').join(' ')) },
})).outputFiles[0].contents;

async function publish() {
  const listed = lines('published/list.txt').map((line) => line.split(' '));
  const past = listed.filter(([release]) => release !== 'next');
  // What no release has had goes.
  for (const [, , hash] of listed.filter((row) => !past.includes(row))) rmSync(`${here}published/${hash}.js`, { force: true });
  const now = [];
  for (const [name, entry] of [['quotecheck', 'quote-check.js'], ['quotecheck-article', 'quote-check-article.js']]) {
    const bytes = await script(entry);
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    writeFileSync(`${here}published/${hash}.js`, bytes);
    now.push(['next', name, hash, sources()]);
  }
  writeFileSync(`${here}published/list.txt`, `# release, script, hash, hash of its sources; the newest first\n${[...now, ...past].map((row) => row.join(' ')).join('\n')}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await publish();
