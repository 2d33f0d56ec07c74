import type { Line } from './bench.ts';

/** Above this share of the ratio the rounds disagree too much for a conclusion. */
const mostSpread = 0.2;

const header = ['what', 'ours', 'baseline', 'ratio', 'spread', 'note'];

/** The lines as an aligned table. */
export function printLines(lines: readonly Line[]): string {
  const rows = [header, ...lines.map(cellsOf)];
  const widths = header.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) => row.map((cell, column) => pad(cell, widths[column]!, column)).join('  '))
    .map((text) => `${text.trimEnd()}\n`)
    .join('');
}

/** The lines as a Markdown page that says on which machine and how they were made. */
export function markdownOf(lines: readonly Line[], machine: string): string {
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return (
    '# Speed, as ratios of one run\n\n' +
    `Generated on ${machine} by \`npm run --silent bench -- --markdown > docs/speed.md\`; [the bench's README](../test/bench/README.md) says how to read a line. ` +
    'Absolute times mean nothing elsewhere.\n\n' +
    row(header) +
    row(header.map((_, column) => (column === 0 || column === header.length - 1 ? ':--' : '--:'))) +
    lines.map((line) => row(cellsOf(line))).join('')
  );
}

function cellsOf({ what, unit, ours, baseline, ratio, least, spread, note }: Line): string[] {
  const isTooWide = spread !== null && spread > mostSpread;
  return [
    what,
    quantity(ours, unit),
    quantity(baseline, unit),
    `${digits(ratio)} (${digits(least)})`,
    spread === null ? '–' : `${(100 * spread).toFixed(0)} %`,
    isTooWide ? `TOO WIDE a spread to conclude from; ${note}` : note,
  ];
}

/** Numbers to the right, words to the left. */
function pad(cell: string, width: number, column: number): string {
  return column === 0 || column === header.length - 1 ? cell.padEnd(width) : cell.padStart(width);
}

const steps = {
  seconds: { s: 1, ms: 1e-3, µs: 1e-6, ns: 1e-9 },
  bytes: { GB: 2 ** 30, MB: 2 ** 20, kB: 2 ** 10 },
} as const;

function quantity(value: number, unit: Line['unit']): string {
  const known: readonly [string, number][] = Object.entries(steps[unit]);
  const [name, size] = known.find(([, size]) => value >= size) ?? known.at(-1)!;
  return `${digits(value / size)} ${name}`;
}

/** Three digits, without an exponent. */
export function digits(value: number): string {
  return value >= 1000 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}
