import { allCoalitions, copyRow, emptyCoalitions } from '../coalitions.ts';
import type { Instance, Probes } from '../contract.ts';
import { NotApplicable } from '../laws/trial.ts';
import type { Random } from '../random.ts';
import { banzhafOfTable, removalOfTable, shapleyOfTable } from '../table-values.ts';
import { faultOfEstimate, type Weighted } from './fault-of-estimate.ts';

const ofTable = { shapley: shapleyOfTable, banzhaf: banzhafOfTable, removal: removalOfTable } as const;
const mostAgents = { none: 12, sampled: 6 } as const;

/** The truth of coalition values against what the instance's own worth makes them: enumerated, or the means of `draws`. */
export async function worthAgainstTruth(
  instance: Instance,
  draws: number,
  random: Random,
): Promise<string | undefined> {
  const { episode, noise } = instance;
  const agents = episode.agents.length;
  const { worth } = instance.open({ random, generated: () => {} });
  if (worth === undefined) throw new NotApplicable('the task does not offer worth');
  if (agents > mostAgents[noise])
    throw new NotApplicable(`a team of ${agents} is not enumerated; at most ${mostAgents[noise]} agents are`);
  if (noise === 'sampled' && draws === 0) throw new NotApplicable('its worth is sampled, and no draws were asked for');
  const { standardErrors, ...truth } = instance.truth();
  const known = Object.entries(ofTable).filter(([estimand]) => estimand in truth);
  if (known.length === 0) throw new NotApplicable('it knows no value of coalitions');
  const samples = await sampleWorth(agents, noise === 'none' ? 1 : draws, worth);
  for (const [estimand, value] of known) {
    const parts = noise === 'none' ? exactly(value, samples) : weighted(value, samples);
    // The estimand is a key of the table above and of this truth.
    const name = estimand as keyof typeof ofTable;
    for (let agent = 0; agent < agents; agent++) {
      const errorOfTruth = standardErrors?.[name]?.[agent];
      const found = faultOfEstimate(truth[name]![agent]!, errorOfTruth, parts(agent), episode.range, noise);
      if (found !== undefined)
        return `the truth of ${estimand} gives agent ${agent} ${found.truth}; ${found.how} of its worth gives ${found.estimate}`;
    }
  }
  return undefined;
}

type ValueOfTable = (table: Float64Array) => Float64Array;

/** `draws` worths of each of the 2ⁿ coalitions, by bit mask. */
async function sampleWorth(agents: number, draws: number, worth: Probes['worth']): Promise<Float64Array[]> {
  const coalitions = allCoalitions(agents);
  const repeated = emptyCoalitions(agents, coalitions.count * draws);
  for (let row = 0; row < repeated.count; row++) copyRow(coalitions, Math.floor(row / draws), repeated, row);
  const drawn = await worth(repeated);
  return Array.from({ length: coalitions.count }, (_, row) => drawn.subarray(row * draws, (row + 1) * draws));
}

function exactly(value: ValueOfTable, samples: readonly Float64Array[]): (agent: number) => Weighted[] {
  const values = value(Float64Array.from(samples, ([only]) => only!));
  return (agent) => [{ values: values.subarray(agent, agent + 1), weight: 1 }];
}

/** How much of every coalition's worth is in an agent's value is read off tables of a single 1: the values are linear. */
function weighted(value: ValueOfTable, samples: readonly Float64Array[]): (agent: number) => Weighted[] {
  const weights = samples.map((_, row) => value(Float64Array.from(samples, (_values, at) => Number(at === row))));
  return (agent) => samples.map((values, row) => ({ values, weight: weights[row]![agent]! }));
}
