import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publishedSchemas, schemaText } from '../harness/cli/published-schemas.ts';
import { packageRoot } from '../harness/package.ts';

describe('the published JSON Schemas', () => {
  it.each(Object.keys(publishedSchemas))('%s is the one the code reads with (npm run schemas writes it)', (name) => {
    expect(readFileSync(join(packageRoot, 'docs', 'schemas', `${name}.schema.json`), 'utf8')).toBe(schemaText(name));
  });

  it('say what a format is, not just that it is an object', () => {
    expect(JSON.parse(schemaText('team'))).toMatchObject({
      required: expect.arrayContaining(['kind', 'agents', 'steps', 'outcome']),
      additionalProperties: false,
    });
    expect(schemaText('game')).toContain('"weighted-voting"');
  });
});
