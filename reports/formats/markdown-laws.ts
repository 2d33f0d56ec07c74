import { lawLegend, lawMatrix, lawText } from '../law-matrix.ts';
import { plural } from '../number-text.ts';
import type { Summary } from '../summary.ts';
import { markdownBlock, markdownCode, markdownTable, markdownText } from './markdown-text.ts';

/** The law matrix and the counterexamples; promised laws that are violated are bold. */
export function markdownLaws(summary: Summary): string {
  const { laws, lines } = lawMatrix(summary);
  if (lines.length === 0) return 'No laws were tried in this run.';
  const table = markdownTable(
    ['method', ...laws.map((law) => law.replaceAll('-', ' '))],
    lines.map(({ method, cells }) => [
      markdownCode(method),
      ...cells.map((cell) => {
        const { symbol, words } = lawText(cell);
        return cell.state === 'broken' ? `**${symbol} ${words}**` : `${symbol} ${words}`;
      }),
    ]),
    laws.length + 1,
  );
  const legend = lawLegend.map(({ symbol, words, meaning }) => `${symbol} ${words}: ${meaning}`).join(' · ');
  const violations = lines.flatMap(({ method, cells }) =>
    cells.flatMap(({ law, row, state }) => {
      if (row === null || (state !== 'broken' && state !== 'violated')) return [];
      const words = state === 'broken' ? '**violated, though promised**' : 'violated';
      const reason = markdownText(row.reason ?? 'no reason recorded');
      const title = `${markdownCode(method)}: ${law.replaceAll('-', ' ')} ${words}: ${reason} (${plural(row.trials, 'trial')})`;
      if (row.counterexample === undefined) return [title];
      const json = markdownBlock(JSON.stringify(row.counterexample, null, 2), 'json');
      return [`${title}\n\n<details><summary>counterexample</summary>\n\n${json}\n\n</details>`];
    }),
  );
  return [table, legend, ...violations].join('\n\n');
}
