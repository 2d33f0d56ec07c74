import { allSections, metricsOf } from './board-tables.ts';
import { boardTexts, estimandTexts } from './board-text.ts';
import { plainText } from './formats/plain-text.ts';
import { metricText } from './metric-text.ts';
import { budgetText, countText, intervalText, numberText, plural } from './number-text.ts';
import { rankIntervalText, tiedRanks } from './rank-text.ts';
import { standingGroups } from './standing-groups.ts';
import type { BoardTable, Measured, Standing, Summary } from './summary.ts';
import { verdictText } from './verdict-text.ts';

/** The headline boards at their largest budget as aligned text that fits the width. */
export function renderBoards(summary: Summary, width: number): string {
  const tables = allSections(summary)
    .filter(({ isHeadline }) => isHeadline)
    .map(({ largest }) => renderBoard(largest, summary.analysis.plan.level, width));
  return tables.length === 0 ? 'no board has a score\n' : tables.join('\n');
}

function renderBoard(table: BoardTable, level: number, width: number): string {
  const { ranked, shown, controls } = standingGroups(table);
  const others = metricsOf(table).slice(1, 3);
  const heads = [
    'rank',
    'method',
    heading(table.headline),
    `${numberText(100 * level).replace(/\.0+$/, '')} % interval`,
    'ranks',
    ...others.map(heading),
    'calls',
  ];
  const ranks = tiedRanks(table);
  const lines = [...ranked, ...shown, ...controls].map((standing) =>
    cells(table, others, standing, (ranks.get(standing.method)?.text ?? '–').replace(/(?<!=)$/, ' ')),
  );
  const kept = fitting([heads, ...lines], width);
  const widths = columnWidths(kept, width);
  const [head, ...body] = kept.map((line) => aligned(line, widths).slice(0, width).trimEnd());
  const rule = '─'.repeat(
    Math.min(
      width,
      widths.reduce((sum, column) => sum + column + 2, -2),
    ),
  );
  const above = body.slice(0, ranked.length + shown.length);
  const beaten = new Set([...ranked, ...shown].flatMap(({ beatenBy }) => beatenBy ?? []));
  return [
    `${boardTexts[table.board].title}: ${estimandTexts[table.estimand]}, ${budgetText(table.budget)}, mean over ${plural(table.tasks.length, 'task')}`,
    ...wrapped(plainText(verdictText(table)), width),
    head,
    rule,
    ...above,
    ...(controls.length > 0 && above.length > 0 ? [rule] : []),
    ...body.slice(above.length),
    ...[...beaten].map((control) => `* does not beat ${plainText(control)}`),
    '',
  ].join('\n');
}

/** A sentence in lines of at most so many letters; a longer word is cut where the line ends. */
function wrapped(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const letters = [...word];
    const last = lines.at(-1) ?? '';
    if (last !== '' && [...last].length + 1 + letters.length <= width) lines.splice(-1, 1, `${last} ${word}`);
    else
      for (let from = 0; from < letters.length; from += width) {
        const piece = letters.slice(from, from + width).join('');
        if (lines.at(-1) === '') lines.splice(-1, 1, piece);
        else lines.push(piece);
      }
  }
  return lines;
}

function cells(table: BoardTable, others: readonly string[], standing: Standing, rank: string): string[] {
  const { method, metrics, rankInterval, control, beatenBy, spent } = standing;
  const headline = metrics[table.headline];
  const number = (measured: Measured | undefined) => (measured === undefined ? '–' : numberText(measured.value));
  return [
    `${rank}${beatenBy === null || control ? ' ' : '*'}`,
    plainText(method),
    number(headline),
    (headline && intervalText(headline)) ?? '–',
    rankInterval === null ? '–' : rankIntervalText(rankInterval),
    ...others.map((metric) => number(metrics[metric])),
    countText(spent.evaluations),
  ];
}

/** The columns that fit: other metrics go first, the last of them before the first, then the ranks, then the interval. */
function fitting(lines: readonly string[][], width: number): string[][] {
  const columns = lines[0]?.length ?? 0;
  const needed = columnWidths(lines, Number.POSITIVE_INFINITY).reduce((sum, column) => sum + column + 2, -2);
  if (needed <= width || columns <= 4) return lines.map((line) => [...line]);
  const dropped = columns > 5 ? columns - 2 : 3;
  return fitting(
    lines.map((line) => line.toSpliced(dropped, 1)),
    width,
  );
}

/** The widest cell of every column; the methods give way where that is too much. */
function columnWidths(lines: readonly (readonly string[])[], width: number): number[] {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => [...(line[column] ?? '')].length)),
  );
  const excess = widths.reduce((sum, column) => sum + column + 2, -2) - width;
  return widths.map((column, index) => (index === 1 && excess > 0 ? Math.max(8, column - excess) : column));
}

function aligned(line: readonly string[], widths: readonly number[]): string {
  return line
    .map((cell, column) => {
      const width = widths[column] ?? 0;
      const letters = [...cell];
      const text = letters.length > width ? `${letters.slice(0, width - 1).join('')}…` : cell;
      const space = ' '.repeat(width - [...text].length);
      return column === 1 ? text + space : space + text;
    })
    .join('  ');
}

function heading(metric: string): string {
  const { label, arrow } = metricText(metric);
  return arrow === '' ? label : `${label} ${arrow}`;
}
