/** Writes the JSON Schemas of the file formats: `npm run schemas`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedSchemas, schemaText } from '../harness/cli/published-schemas.ts';
import { packageRoot } from '../harness/package.ts';

const folder = join(packageRoot, 'docs', 'schemas');
mkdirSync(folder, { recursive: true });
for (const name of Object.keys(publishedSchemas)) writeFileSync(join(folder, `${name}.schema.json`), schemaText(name));
