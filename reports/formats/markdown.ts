import { boardSections } from '../board-tables.ts';
import { boards, boardTexts } from '../board-text.ts';
import { coverageGroups } from '../coverage-groups.ts';
import { emptyText } from '../empty-text.ts';
import { metricText } from '../metric-text.ts';
import { countText, numberText } from '../number-text.ts';
import { howToRead, suiteText, warningAdvice, warnings } from '../overview.ts';
import { provenanceFacts } from '../provenance.ts';
import { rerunCommands } from '../rerun-command.ts';
import type { Summary } from '../summary.ts';
import { markdownSection } from './markdown-board.ts';
import { markdownClaims, markdownDiagnostics } from './markdown-claims.ts';
import { markdownLaws } from './markdown-laws.ts';
import { markdownBlock, markdownCode, markdownFold, markdownTable, markdownText } from './markdown-text.ts';

/** The report as GitHub Markdown, fit for a pull request. */
export function renderMarkdown(summary: Summary): string {
  const { scored, skipped, failed, cells, expected } = summary.counts;
  const warned = warnings(summary);
  const parts = [
    '# creditbench report',
    `${suiteText(summary)}: ${countText(scored)} cells scored, ${countText(skipped)} skipped, ${countText(failed)} failed, ${countText(expected - cells)} missing, of ${countText(expected)} expected.`,
    ...(warned.length === 0 ? [] : [`> **Warning: ${warned.join('; ')}.** ${warningAdvice}`]),
    howToRead,
    ...boards.flatMap((board) => {
      const sections = boardSections(summary, board);
      return [
        `## ${boardTexts[board].title}`,
        boardTexts[board].question,
        ...(sections.length === 0 ? [emptyText(summary, board)] : []),
        ...sections.map((section) => markdownSection(summary, section)),
        ...(board === 'blame' && summary.baselines.length > 0 ? [baselines(summary)] : []),
      ];
    }),
    ...markdownClaims(summary),
    ...markdownDiagnostics(summary),
    '## Laws',
    markdownLaws(summary),
    '## Coverage',
    coverage(summary),
    markdownFold('Provenance', [
      provenanceFacts(summary)
        .map(({ name, text }) => `- ${name}: ${markdownText(text)}`)
        .join('\n'),
      markdownBlock(rerunCommands(summary.manifest).join('\n'), 'sh'),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function baselines(summary: Summary): string {
  return markdownTable(
    ['what needs no method', 'task', 'metric', 'detail', 'value', 'instances'],
    summary.baselines.map(({ name, task, metric, detail, value, instances }) => [
      name,
      markdownCode(task),
      markdownText(metricText(metric).label),
      markdownText(detail),
      numberText(value),
      countText(instances),
    ]),
    4,
  );
}

function coverage(summary: Summary): string {
  const groups = coverageGroups(summary);
  if (groups.length === 0) return 'Every cell that was run has a score.';
  return markdownTable(
    ['status', 'reason', 'methods', 'tasks', 'budgets', 'cells'],
    groups.map(({ status, reason, methods, tasks, budgets, cells }) => [
      status === 'failed' ? '**failed**' : status,
      markdownText(reason),
      methods.map(markdownCode).join(' '),
      tasks.map(markdownCode).join(' '),
      budgets.map((budget) => (budget === null ? 'no limit' : countText(budget))).join(', '),
      countText(cells),
    ]),
    5,
  );
}
