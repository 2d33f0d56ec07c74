import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { dyad } from './dyad.ts';
import { run, summaryOf } from './run-in.ts';

it('creditbench run > diagnoses a team of the user where it is asked to, and holds the claims of a suite file', () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'my.team.json'), JSON.stringify(dyad));
  writeFileSync(
    join(cwd, 'creditbench.config.ts'),
    `export default {
      methods: ['c3[fanout=2x4]', 'rloo'], tasks: ['./my.team.json'], budgets: [8], seeds: 2, instances: 60, laws: 0,
      claims: [{
        id: 'upstream', text: 'replay is nearer to the advantage upstream', source: 'test', expected: 'holds',
        terms: [
          { weight: 1, measure: { task: 'my.team.json', role: 'reasoner', method: 'c3[fanout=2x4]', metric: 'mse', budget: 8 } },
          { weight: -1, measure: { task: 'my.team.json', role: 'reasoner', method: 'rloo', metric: 'mse', budget: 8 } },
        ],
        relation: 'negative',
      }],
    };`,
  );
  const { code, out } = run(cwd, '--budgets', '8', '--diagnostics', '--out', 'here');
  expect(code).toBe(0);
  const { diagnostics, claims } = summaryOf(join(cwd, 'here'));
  expect(new Set(diagnostics.map(({ method }) => method))).toEqual(new Set([null, 'c3[fanout=2x4]', 'rloo']));
  expect(claims).toHaveLength(1);
  expect(out).toContain(`claims: 1 ${claims[0]!.verdict}`);
  const page = readFileSync(join(cwd, 'here', 'report', 'report.md'), 'utf8');
  expect(page).toContain('replay is nearer to the advantage upstream');
  expect(page).toContain('## Diagnostics');
});
