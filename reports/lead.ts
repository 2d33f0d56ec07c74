import { orientedPair } from './oriented-pair.ts';
import type { Pair } from './resolution.ts';
import { standingGroups } from './standing-groups.ts';
import type { BoardTable, Standing } from './summary.ts';

/** Who leads a table, who follows, and what stands between them. */
export type Lead = {
  readonly ranked: readonly Standing[];
  /** The first tie group, the best by value first. */
  readonly leaders: readonly Standing[];
  /** The best method of the second group; null where there is none. */
  readonly next: Standing | null;
  /** The first by value against `next`. */
  readonly margin: Pair | null;
  /** The first by value against the second of the leaders; null where one leads alone. */
  readonly rivalry: Pair | null;
  /** The controls other than the oracle. */
  readonly controls: readonly Standing[];
};

export function leadOf(table: BoardTable): Lead {
  const { ranked, controls } = standingGroups(table);
  const leaders = ranked.filter(({ group }) => group === 1);
  const next = ranked.find(({ group }) => group !== 1) ?? null;
  const [first, second] = leaders;
  const against = (other: Standing | null | undefined) =>
    first === undefined || !other ? null : orientedPair(table.resolution, first.method, other.method);
  return {
    ranked,
    leaders,
    next,
    margin: against(next),
    rivalry: against(second),
    controls: controls.filter(({ method }) => method !== 'oracle'),
  };
}
