/**
 * Measured coverage of nominal 95 % intervals, printed as Markdown, and written into docs/statistics.md with --write.
 * `--repetitions` and `--resamples` tell how much is simulated.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { randomOf } from '../../harness/random.ts';
import { instanceCoverage, type Noise, nestedCoverage, stratifiedCoverage } from './coverage-cell.ts';

const { values } = parseArgs({
  options: {
    repetitions: { type: 'string', default: '2000' },
    resamples: { type: 'string', default: '500' },
    write: { type: 'boolean', default: false },
  },
});
const repetitions = Number(values.repetitions);
const resamples = Number(values.resamples);
const noises: readonly Noise[] = ['normal', 'exponential'];
const units = [5, 10, 20, 50];
const runs = [2, 3, 5, 10, 20];

const simulation = (...name: readonly (string | number)[]) => {
  process.stderr.write(`${name.join(' ')}\n`);
  return { repetitions, resamples, random: randomOf('coverage', ...name) };
};
/** One entry per size: normal / exponential, in per cent. */
const line = (title: string, cells: readonly (readonly number[])[]) =>
  `| ${[title, ...cells.map((shares) => shares.map((share) => (100 * share).toFixed(1)).join(' / '))].join(' | ')} |`;
const head = (title: string, sizes: readonly number[]) => [
  `| ${[title, ...sizes.map(String)].join(' | ')} |`,
  `|---|${sizes.map(() => '---|').join('')}`,
];

const instances = units.map((n) =>
  noises.map((noise) => instanceCoverage(noise, n, simulation('instances', noise, n))),
);
const nested = units.map((n) => noises.map((noise) => nestedCoverage(noise, n, simulation('nested', noise, n))));
const stratified = runs.map((n) =>
  noises.map((noise) => stratifiedCoverage(noise, n, 5, simulation('runs', noise, n))),
);

const text = [
  ...head('mean over n instances, n =', units),
  line(
    'percentile',
    instances.map((pair) => pair.map(({ percentile }) => percentile)),
  ),
  line(
    'expanded percentile',
    instances.map((pair) => pair.map(({ expanded }) => expanded)),
  ),
  line(
    'Student t',
    instances.map((pair) => pair.map(({ student }) => student)),
  ),
  line(
    '5 noisy seeds, kept: percentile',
    nested.map((pair) => pair.map(({ kept }) => kept)),
  ),
  line(
    '5 noisy seeds, nested: percentile',
    nested.map((pair) => pair.map((found) => found.nested)),
  ),
  '',
  ...head('stratified over N runs of 5 tasks, N =', runs),
  line(
    'mean',
    stratified.map((pair) => pair.map(({ mean }) => mean)),
  ),
  line(
    'interquartile mean',
    stratified.map((pair) => pair.map(({ interquartileMean }) => interquartileMean)),
  ),
  '',
  `${repetitions} simulated data sets per number, ${resamples} resamples per interval: standard error ${standardError(0.95)} points at 95 %,`,
  `${standardError(0.8)} at 80 %. Node ${process.version}; the numbers do not depend on the machine beyond its logarithms.`,
].join('\n');

process.stdout.write(`${text}\n`);
if (values.write) {
  const page = join(fileURLToPath(new URL('../../', import.meta.url)), 'docs/statistics.md');
  const [before, rest] = readFileSync(page, 'utf8').split('<!-- coverage -->\n');
  const after = rest?.split('<!-- /coverage -->')[1];
  if (before === undefined || after === undefined) throw new Error(`${page} has no coverage marks to write between`);
  writeFileSync(page, `${before}<!-- coverage -->\n${text}\n<!-- /coverage -->${after}`);
}

function standardError(share: number): string {
  return (100 * Math.sqrt((share * (1 - share)) / repetitions)).toFixed(1);
}
