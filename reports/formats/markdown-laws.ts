import { type LawCell, lawLegend, lawMatrix, lawText } from '../law-matrix.ts';
import { plural } from '../number-text.ts';
import type { Summary } from '../summary.ts';
import { markdownBlock, markdownCode, markdownFold, markdownTable, markdownText } from './markdown-text.ts';

/** The promises that were broken, their counterexamples, and folded, the law matrix. */
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
  const broken = lines.flatMap((line) =>
    line.cells.filter(({ state }) => state === 'broken').map((cell) => found(line.method, cell)),
  );
  const others = lines.flatMap((line) =>
    line.cells.filter(({ state }) => state === 'violated').map((cell) => found(line.method, cell)),
  );
  const kept = broken.length === 0 ? 'No promise was broken.' : `**${plural(broken.length, 'promise')} broken:**`;
  return [kept, ...broken, markdownFold('Every method on every law', [table, legend, ...others])].join('\n\n');
}

/** What was violated; for a broken promise the counterexample too, folded. */
function found(method: string, { law, row, state }: LawCell): string {
  const words = state === 'broken' ? '**violated, though promised**' : 'violated';
  const reason = markdownText(row?.reason ?? 'no reason recorded');
  const title = `${markdownCode(method)}: ${law.replaceAll('-', ' ')} ${words}: ${reason} (${plural(row?.trials ?? 0, 'trial')})`;
  // The report's folder holds the other counterexamples; a comment on a pull request has a limit.
  if (row?.counterexample === undefined || state !== 'broken') return title;
  const json = markdownBlock(JSON.stringify(row.counterexample, null, 2), 'json');
  return `${title}\n\n${markdownFold('counterexample', [json])}`;
}
