/**
 * Error of our estimators on the 60 shared games beside that of public libraries: every cell not yet in --out is run, then the table of all
 * cells is printed, and written to docs/benchmarks.md with --write. `--help` tells the rest.
 */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type ErrorCell, errorCell, estimators } from './error-cell.ts';
import { errorPage } from './error-page.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/shapley-games' },
    out: { type: 'string', default: 'creditbench-error.jsonl' },
    families: { type: 'string', default: 'soug-mixed,soug-low,voting,airport' },
    agents: { type: 'string', default: '12,20,30' },
    budgets: { type: 'string', default: '500,2000,10000' },
    methods: { type: 'string', default: Object.keys(estimators).join(',') },
    games: { type: 'string', default: '5' },
    seeds: { type: 'string', default: '2' },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const root = fileURLToPath(new URL('../../', import.meta.url));

if (values.help) {
  const names = ['data', 'out', 'families', 'agents', 'budgets', 'methods', 'games', 'seeds', 'write'];
  process.stdout.write(`options: ${names.map((name) => `--${name}`).join(' ')}\n`);
} else if (!existsSync(join(values.data, 'peers.json'))) {
  process.stderr.write(`skipped: no peers.json in ${values.data}; give the folder of the 60 games with --data\n`);
} else {
  const cells = existsSync(values.out)
    ? // Written below, one cell per line.
      readFileSync(values.out, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as ErrorCell)
    : [];
  const done = new Set(cells.map(keyOf));
  for (const agents of values.agents.split(',').map(Number))
    for (const budget of values.budgets.split(',').map(Number))
      for (const family of values.families.split(','))
        for (const method of values.methods.split(','))
          for (let game = 0; game < Number(values.games); game++)
            for (let seed = 0; seed < Number(values.seeds); seed++) {
              const cell = { family, agents, budget, method, game, seed };
              if (2 ** agents <= budget || done.has(keyOf(cell))) continue;
              const run = await errorCell(values.data, cell);
              cells.push(run);
              appendFileSync(values.out, `${JSON.stringify(run)}\n`);
            }
  const page = errorPage(cells, join(values.data, 'peers.json'));
  process.stdout.write(page);
  if (values.write) writeFileSync(join(root, 'docs/benchmarks.md'), page);
}

function keyOf({ family, agents, budget, method, game, seed }: Omit<ErrorCell, 'error' | 'seconds'>): string {
  return [family, agents, budget, method, game, seed].join(' ');
}
