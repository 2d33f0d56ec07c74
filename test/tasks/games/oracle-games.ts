import type { GameFile } from '../../../tasks/games/file.ts';
import type { oracles } from './oracles.ts';

const names = ['a', 'b', 'c', 'd', 'e', 'f'];
const relay = [0.1, 0.2, 0.05];
const facts = [
  [1, 2],
  [1, 3],
  [1, 4],
  [4, 5],
];

/** The game of every oracle, as a file; teams without a form of their own as tables of their formulas. */
export const oracleGames: Record<keyof typeof oracles, GameFile> = {
  glove_1L2R: glove(1, 2),
  glove_2L3R: glove(2, 3),
  airport_8_11_13_18: { kind: 'game', form: 'airport', agents: names.slice(0, 4), costs: [8, 11, 13, 18] },
  bankruptcy_100_200_300_E100: bankruptcy(100),
  bankruptcy_100_200_300_E200: bankruptcy(200),
  bankruptcy_100_200_300_E300: bankruptcy(300),
  soug_n4: unanimity(4, { ab: 3, bcd: 2, ad: -1, c: 1 }),
  induced_subgraph_n4: {
    kind: 'game',
    form: 'induced-subgraph',
    agents: names.slice(0, 4),
    edges: [
      { between: ['a', 'b'], weight: 4 },
      { between: ['a', 'c'], weight: -2 },
      { between: ['b', 'c'], weight: 3 },
      { between: ['c', 'd'], weight: 5 },
      { between: ['a', 'a'], weight: 1 },
    ],
  },
  wvg_12_4_4_4_2_2_1: voting(12, [4, 4, 4, 2, 2, 1]),
  wvg_4_3_2_1: voting(4, [3, 2, 1]),
  wvg_51_50_49_1: voting(51, [50, 49, 1]),
  wvg_6_4_3_2_1: voting(6, [4, 3, 2, 1]),
  wvg_5_3_2_2_1: voting(5, [3, 2, 2, 1]),
  threshold_1_of_4: threshold(1),
  threshold_2_of_4: threshold(2),
  threshold_3_of_4: threshold(3),
  threshold_4_of_4: threshold(4),
  parity_3: { kind: 'game', form: 'parity', agents: names.slice(0, 3) },
  redundant_pair: unanimity(3, { ab: 1, ac: 1, abc: -1 }),
  saboteur: unanimity(3, { ab: 1, abc: -0.5 }),
  null_player: unanimity(3, { ab: 1 }),
  relay_perfect_null: table(
    3,
    (present) => 0.5 + 0.5 * product(relay.map((flip, i) => (present[i] ? 1 - 2 * flip : 1))),
  ),
  relay_random_null: table(3, (present) =>
    present.every(Boolean) ? 0.5 + 0.5 * product(relay.map((flip) => 1 - 2 * flip)) : 0.5,
  ),
  pipeline_q987_fallback_half: table(3, (present) => product([0.9, 0.8, 0.7].map((q, i) => (present[i] ? q : 0.5)))),
  majority_vote_976: vote([0.9, 0.7, 0.6]),
  majority_vote_993_saboteur: vote([0.9, 0.9, 0.3]),
  jigsaw_coverage: table(4, (present) => new Set(facts.filter((_, i) => present[i]).flat()).size / 5),
  hidden_profile_parity_2: hiddenProfile(2),
  hidden_profile_parity_3: hiddenProfile(3),
  hidden_profile_parity_4: hiddenProfile(4),
  lbf_1_2_food3: voting(3, [1, 2]),
  lbf_1_1_2_food2: voting(2, [1, 1, 2]),
  lbf_2_2_1_food4: voting(4, [2, 2, 1]),
};

function glove(left: number, right: number): GameFile {
  const agents = names.slice(0, left + right);
  return { kind: 'game', form: 'glove', agents, left: agents.slice(0, left), right: agents.slice(left) };
}

function bankruptcy(estate: number): GameFile {
  return { kind: 'game', form: 'bankruptcy', agents: names.slice(0, 3), claims: [100, 200, 300], estate };
}

function unanimity(count: number, terms: Readonly<Record<string, number>>): GameFile {
  return {
    kind: 'game',
    form: 'unanimity',
    agents: names.slice(0, count),
    terms: Object.entries(terms).map(([members, coefficient]) => ({ members: [...members], coefficient })),
  };
}

function voting(quota: number, weights: number[]): GameFile {
  return { kind: 'game', form: 'weighted-voting', agents: names.slice(0, weights.length), weights, quota };
}

function threshold(k: number): GameFile {
  return { kind: 'game', form: 'threshold', agents: names.slice(0, 4), k };
}

function table(count: number, worth: (present: readonly boolean[]) => number): GameFile {
  const agents = names.slice(0, count);
  const values = Array.from({ length: 2 ** count }, (_, mask) => worth(agents.map((_, i) => ((mask >> i) & 1) === 1)));
  return { kind: 'game', form: 'table', agents, values };
}

function hiddenProfile(count: number): GameFile {
  return table(count, (present) => (present.every(Boolean) ? 1 : 0.5));
}

/** Independent voters, right with these probabilities; the absent abstain and ties count one half. */
function vote(chances: readonly number[]): GameFile {
  return table(chances.length, (present) => {
    let leads = new Map([[0, 1]]);
    for (const chance of chances.filter((_, i) => present[i])) {
      const next = new Map<number, number>();
      for (const [lead, probability] of leads) {
        next.set(lead + 1, (next.get(lead + 1) ?? 0) + probability * chance);
        next.set(lead - 1, (next.get(lead - 1) ?? 0) + probability * (1 - chance));
      }
      leads = next;
    }
    return [...leads].reduce(
      (sum, [lead, probability]) => sum + probability * (lead > 0 ? 1 : lead === 0 ? 0.5 : 0),
      0,
    );
  });
}

function product(factors: readonly number[]): number {
  return factors.reduce((a, b) => a * b, 1);
}
