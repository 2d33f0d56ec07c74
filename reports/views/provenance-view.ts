import { runsOf } from '../../harness/manifest.ts';
import { countText } from '../number-text.ts';
import { type PlanLine, planLines } from '../plan-lines.ts';
import { environmentFacts, type Fact } from '../provenance.ts';
import { commandOf, rerunCommands } from '../rerun-command.ts';
import type { Summary } from '../summary.ts';

/** Everything needed to run it again, and the plan by which it was read. */
export type ProvenanceView = {
  readonly facts: readonly Fact[];
  readonly runs: readonly {
    readonly run: string;
    readonly start: string;
    readonly end: string;
    readonly cells: string;
    readonly command: string;
    /** The first letters of its plan's hash; null where it declared none. */
    readonly plan: string | null;
    readonly isOtherPlan: boolean;
  }[];
  readonly commands: string;
  readonly plan: readonly PlanLine[];
  readonly hash: string;
  /** Whether the plan was another one before, or is another one here. */
  readonly deviations: readonly string[];
};

export function provenanceView(summary: Summary): ProvenanceView {
  const { manifest, analysis } = summary;
  return {
    facts: environmentFacts(summary),
    runs: runsOf(manifest).map(({ argv, start, end, cells, plan }, index) => ({
      run: String(index + 1),
      start,
      end: end ?? 'not ended',
      cells: countText(cells),
      command: commandOf(argv),
      plan: plan?.slice(0, 12) ?? null,
      isOtherPlan: plan !== undefined && plan !== analysis.hash,
    })),
    commands: rerunCommands(manifest).join('\n'),
    plan: planLines(analysis.plan),
    hash: analysis.hash,
    deviations: [
      ...analysis.earlier.map(({ run, hash }) => `Changed after run ${run}, which declared ${hash.slice(0, 12)}.`),
      ...(analysis.instead === null ? [] : [`Read otherwise than declared here: ${analysis.instead}.`]),
    ],
  };
}
