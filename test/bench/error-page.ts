import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { ErrorCell } from './error-cell.ts';

type PeerRow = { family: string; n: number; budget: number; method: string; mse: number };
type Peers = { readonly machine: string; readonly rows: readonly PeerRow[] };

/** docs/benchmarks.md: one table per family, our methods beside the best public one. @param peers path of peers.json */
export function errorPage(cells: readonly ErrorCell[], peers: string): string {
  // The shape its README tells.
  const { machine, rows } = JSON.parse(readFileSync(peers, 'utf8')) as Peers;
  const ours = cpus();
  const families = [...new Set(cells.map(({ family }) => family))];
  return [
    '# Benchmarks: error against budget',
    '',
    'Mean squared error (1/n) Σ (estimate − exact)² of Shapley estimators on games with exactly known values, at equal numbers of',
    'distinct evaluations: mean over games and seeds, ± its standard error over them. Runs are games × seeds. **Bold**: not above the',
    'best of this page by more than 5 %. "best public": the smallest mean of 16 estimators of public libraries (shapiq 1.6.0, shap 0.51.0,',
    'Leverage SHAP) on the same games, two seeds each; its own standard error is typically 13 %. A ratio below 1 is in our favour. The proxies of',
    '`shapley` include classes that these families belong to (sparse terms, linear by size, logistic), and its sizes were chosen on them:',
    'where a game is of no such class, expect less.',
    '',
    `Ours: ${ours.length} × ${ours[0]?.model ?? 'unknown'}, Node ${process.version}; peers: ${machine}. Only the seconds depend on the machine.`,
    'Reproduce, with the games at hand (they are not part of this repository; without them the script says so and does nothing):',
    '',
    '```sh',
    'npm run build && node --import tsx test/bench/error-against-budget.ts --data DIR --write',
    '```',
    ...families.flatMap((family) => ['', `## ${family}`, '', ...tableOf(cells, rows, family)]),
    '',
  ].join('\n');
}

function tableOf(cells: readonly ErrorCell[], peers: readonly PeerRow[], family: string): string[] {
  const here = cells.filter((cell) => cell.family === family);
  const methods = [...new Set(cells.map(({ method }) => method))];
  const points = [...new Map(here.map(({ agents, budget }) => [`${agents}/${budget}`, { agents, budget }])).values()];
  points.sort((a, b) => a.agents - b.agents || a.budget - b.budget);
  return [
    `| n / budget | ${methods.join(' | ')} | best public | shapley / best public | runs of shapley | seconds |`,
    `|---|${methods.map(() => '---|').join('')}---|---|---|---|`,
    ...points.map(({ agents, budget }) => {
      const found = methods.map((method) =>
        summaryOf(here.filter((cell) => cell.agents === agents && cell.budget === budget && cell.method === method)),
      );
      const rivals = peers.filter((row) => row.family === family && row.n === agents && row.budget === budget);
      const rival = rivals.reduce<PeerRow | undefined>(
        (best, row) => (best && best.mse <= row.mse ? best : row),
        undefined,
      );
      const least = Math.min(...found.map(({ mean }) => mean), rival?.mse ?? Number.POSITIVE_INFINITY);
      const first = found[methods.indexOf('shapley')];
      const texts = found.map(({ runs, mean, error }) => {
        if (runs === 0) return '–';
        const text = `${short(mean)} ± ${short(error)}`;
        return mean <= 1.05 * least ? `**${text}**` : text;
      });
      const ratio = first && rival && first.runs > 0 ? Number((first.mean / rival.mse).toPrecision(2)) : '–';
      const named = rival === undefined ? '–' : `${short(rival.mse)} ${rival.method}`;
      const cost = first && first.runs > 0 ? Number(first.seconds.toPrecision(2)) : '–';
      return `| ${agents} / ${budget} | ${texts.join(' | ')} | ${named} | ${ratio} | ${first?.runs ?? 0} | ${cost} |`;
    }),
  ];
}

function summaryOf(cells: readonly ErrorCell[]): { runs: number; mean: number; error: number; seconds: number } {
  const runs = cells.length;
  const mean = cells.reduce((sum, { error }) => sum + error, 0) / runs;
  const spread = cells.reduce((sum, { error }) => sum + (error - mean) ** 2, 0) / (runs - 1);
  const seconds = cells.reduce((sum, cell) => sum + cell.seconds, 0) / runs;
  return { runs, mean: runs === 0 ? Number.POSITIVE_INFINITY : mean, error: Math.sqrt(spread / runs), seconds };
}

function short(value: number): string {
  return value.toExponential(1).replace('e-', 'e−').replace('e+', 'e');
}
