import { once } from '../../harness/once.ts';
import { randomInteger } from '../../harness/random.ts';
import { teamTask } from './team-task.ts';
import { perfectJudge, type Utterance, type World } from './world.ts';

/** What a watch sells for, costs to repair, and costs to deliver because of its brand. */
export type Watch = { readonly price: number; readonly repair: number; readonly delivery: number };

/** The four brands of the pocket-watch demonstration of RUDDER (Arjona-Medina et al. 2019, as in its code). */
export const watches: readonly Watch[] = [
  { price: 18, repair: 1, delivery: 0.5 },
  { price: 28, repair: 4, delivery: 2.5 },
  { price: 31, repair: 5, delivery: 4.5 },
  { price: 59, repair: 24.5, delivery: 18 },
];

/** Every step of a delivery may meet a jam and a flat tyre, independently. */
export const road = { steps: 50, jam: { cost: 0.1, chance: 0.1 }, flat: { cost: 7, chance: 0.05 } } as const;

/** Mean and standard deviation of what a delivery costs in jams and flats: 18.0 and √116.42. */
export const deliveryCost = {
  mean: road.steps * (road.jam.cost * road.jam.chance + road.flat.cost * road.flat.chance),
  deviation: Math.sqrt(
    road.steps *
      (road.jam.cost ** 2 * road.jam.chance * (1 - road.jam.chance) +
        road.flat.cost ** 2 * road.flat.chance * (1 - road.flat.chance)),
  ),
} as const;

/** Repairing a watch pays or does not by a few units, and the delivery in between varies by three times as much. */
export const watchRepair = teamTask({
  id: 'watch-repair',
  title: 'Pocket watches: is the repair worth it, through a noisy delivery?',
  version: 1,
  null: 'zero',
  declaresErrors: false,
  draw: (random) => ({
    ...watchRepairWorld(watches[random.below(watches.length)]!, randomInteger(random, 1, 39) / 40),
    critic: { noise: 0.15 * deliveryCost.deviation },
  }),
});

/**
 * The profit if the watch is repaired, 0 if not. The driver tells first the number of jams and then of flats, each
 * binomial over the steps of the road, so the distribution of the cost is exact and not a sample of it. An absent repairer
 * leaves the watch alone, an absent driver's trip costs nothing.
 */
export function watchRepairWorld({ price, repair, delivery }: Watch, repairRate: number): World {
  const profit = price - repair - delivery;
  const worst = road.steps * (road.jam.cost + road.flat.cost);
  return {
    agents: [
      { id: 'repairer', role: 'repairer' },
      { id: 'driver', role: 'driver' },
    ],
    problem: `A watch sells for ${price}; its repair costs ${repair} and its delivery ${delivery}, plus what happens on the road.`,
    range: [Math.min(0, profit - worst), Math.max(0, profit)],
    threshold: 0,
    noise: 'none',
    null: 'zero',
    declaresErrors: false,
    judge: perfectJudge,
    authors: [0, 1, 1],
    menu: (step) =>
      step === 0
        ? [
            { id: 'yes', text: 'I repair it.', probability: repairRate, absent: 0 },
            { id: 'no', text: 'I leave it.', probability: 1 - repairRate, absent: 1 },
          ]
        : tellings()[step - 1]!,
    state: (said) => (said[0]?.id === 'no' ? 'left' : said.map(({ id }) => id).join(' ')),
    score: ([decision, jams, flats]) =>
      decision!.id === 'no' ? 0 : profit - (road.jam.cost * countOf(jams!) + road.flat.cost * countOf(flats!)),
  };
}

/** What the driver may tell: how many jams, and how many flats. */
const tellings = once(() =>
  (['jam', 'flat'] as const).map((trouble) =>
    Array.from(binomialChances(road.steps, road[trouble].chance), (probability, count) => ({
      id: `${trouble}s-${count}`,
      text: `${trouble}s on the way: ${count}.`,
      probability,
      absent: count === 0 ? 1 : 0,
    })),
  ),
);

function countOf({ id }: Utterance): number {
  return Number(id.slice(id.indexOf('-') + 1));
}

/** P(k of `trials` happen), k = 0 … trials. */
function binomialChances(trials: number, chance: number): Float64Array {
  let chances = Float64Array.of(1);
  for (let trial = 0; trial < trials; trial++)
    chances = Float64Array.from({ length: chances.length + 1 }, (_, count) => {
      return (chances[count] ?? 0) * (1 - chance) + (chances[count - 1] ?? 0) * chance;
    });
  return chances;
}
