import { emptyCoalitions, rowKey } from '../../../harness/coalitions.ts';
import type { Access, Episode } from '../../../harness/contract.ts';
import { askUnits } from './ask-units.ts';
import { joined, unpaired } from './combine-units.ts';
import { crossFit } from './cross-fit.ts';
import { drawUnits } from './draw-units.ts';
import type { Estimate } from './estimate.ts';
import { dealFolds } from './folds.ts';
import { type LearnerName, learnersFor } from './learners.ts';
import { strataOf } from './strata.ts';
import type { Units } from './units.ts';

/** Fewer calls than this per agent do not support a fit of each fold. */
export const callsPerAgent = 8;

/** Beyond, fits with a few numbers per agent cost more than they tell. */
export const mostAgentsOfProxies = 128;

export type ProxyEstimate = Estimate & {
  readonly design: 'pairs' | 'single';
  /** Of each learner in the mix. */
  readonly shares: Partial<Record<LearnerName, number>>;
};

/**
 * Shapley values of a deterministic game by cross-fitted proxies. A pilot of complementary pairs tells whether the game is self-dual; if so
 * the rest are single coalitions, every size alike, else pairs with sizes ∝ 1/(s(n−s)). The pilot is summed exactly, so it costs no bias.
 * @param only these learners; all where empty
 */
export async function proxyEstimate(
  { agents: { length: agents }, outcome }: Pick<Episode, 'agents' | 'outcome'>,
  { worth, random }: Pick<Access<'worth'>, 'worth' | 'random'>,
  calls: number,
  only: readonly LearnerName[] = [],
): Promise<ProxyEstimate> {
  const empty = (await worth(emptyCoalitions(agents, 1)))[0]!;
  const total = outcome - empty;
  const halves = strataOf(agents, true);
  const seen = new Set<number | string>();
  const pilotPairs = Math.floor(Math.max(8, Math.min(calls / 40, 24)));
  const drawn = drawUnits(agents, halves, 'leverage', pilotPairs, random.stream('pilot'), { seen });
  const pairs = await askUnits(worth, agents, halves, drawn, true, empty);
  const isPaired = !isSelfDual(pairs, total);

  const pilot = isPaired ? pairs : unpaired(pairs);
  const known = new Float64Array(pilot.strata.length);
  for (const at of pilot.stratum) known[at]!++;
  for (let row = 0; row < pilot.coalitions.count; row++) seen.add(rowKey(pilot.coalitions, row));
  const left = Math.floor((calls - 2 - 2 * pairs.stratum.length) / (isPaired ? 2 : 1));
  const shape = isPaired ? 'kernel' : 'leverage';
  const rest = drawUnits(agents, pilot.strata, shape, left, random.stream('draw'), { seen, known });
  const units = joined(pilot, await askUnits(worth, agents, pilot.strata, rest, isPaired, empty));

  const folds = dealFolds(units, pilot.stratum.length, random.stream('folds'));
  const learners = Object.entries(learnersFor(agents, units.stratum.length, isPaired)).filter(
    ([name]) => only.length === 0 || only.some((one) => one === name),
  );
  const found = crossFit(
    units,
    total,
    folds,
    learners.map(([, learner]) => learner),
    random.stream('fits'),
  );
  const shares = Object.fromEntries(learners.map(([name], place) => [name, found.shares[place]!]));
  return { ...found, design: isPaired ? 'pairs' : 'single', shares };
}

/** Whether v(S) + v(Sᶜ) = v(∅) + v(N) in more than nine tenths of the pairs: one of a pair then tells the other. */
function isSelfDual({ worths, complements }: Units, total: number): boolean {
  let [scale, uneven] = [Math.abs(total), 0];
  for (const worth of worths) scale = Math.max(scale, Math.abs(worth));
  for (const [unit, worth] of worths.entries())
    if (Math.abs(worth + complements![unit]! - total) > 1e-9 * scale) uneven++;
  return uneven < 0.1 * worths.length;
}
