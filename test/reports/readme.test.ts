import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exampleSummary } from './example-summary.ts';

test('reports/README.md > its format prints one line per score', async () => {
  const readme = readFileSync(new URL('../../reports/README.md', import.meta.url), 'utf8');
  const code = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'creditbench-readme-'));
  try {
    writeFileSync(join(folder, 'tsv.ts'), code);
    const { renderTsv } = await import(join(folder, 'tsv.ts'));
    expect(renderTsv(exampleSummary).split('\n')).toHaveLength(exampleSummary.scores.length);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
