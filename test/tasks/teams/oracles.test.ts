import { describe, expect, it } from 'vitest';
import { jigsawWorld } from '../../../tasks/teams/jigsaw.ts';
import { pipelineWorld } from '../../../tasks/teams/pipeline.ts';
import { relayWorld } from '../../../tasks/teams/relay.ts';
import type { TeamFile } from '../../../tasks/teams/team-file.ts';
import { voteWorld } from '../../../tasks/teams/vote-with-saboteur.ts';
import type { World } from '../../../tasks/teams/world.ts';
import { expectClose, expectNear } from '../games/close.ts';
import { fraction } from '../games/fraction.ts';
import { type Oracle, oracles } from '../games/oracles.ts';
import { hiddenProfile } from './example-teams.ts';
import { grown } from './grown.ts';

const flipRates = [0.1, 0.2, 0.05];
const facts = [
  [0, 1],
  [0, 2],
  [0, 3],
  [3, 4],
].map((known) => ({ facts: known, candour: 1 }));

const teams = {
  relay_perfect_null: relayWorld(flipRates),
  relay_random_null: relayWorld(flipRates, 'random'),
  pipeline_q987_fallback_half: pipelineWorld([0.9, 0.8, 0.7].map((success) => ({ success, fallback: 0.5 }))),
  majority_vote_976: voteWorld([0.9, 0.7, 0.6]),
  majority_vote_993_saboteur: voteWorld([0.9, 0.9, 0.3]),
  jigsaw_coverage: jigsawWorld(facts, 5),
  hidden_profile_parity_2: hiddenProfile(2),
  hidden_profile_parity_3: hiddenProfile(3),
  hidden_profile_parity_4: hiddenProfile(4),
} satisfies Partial<Record<keyof typeof oracles, World | TeamFile>>;

describe('the teams with exactly known values', () => {
  it.each(Object.entries(teams))('%s is reproduced', (name, world) => {
    const oracle: Oracle = oracles[name as keyof typeof teams];
    const { team, value } = grown(world);
    const presence = team.presence()!;
    const { shapley, banzhaf, removal } = team.agents();
    expectClose([presence[0]!, presence.at(-1)!], [fraction(oracle.empty), fraction(oracle.grand)]);
    expectClose([value()], [fraction(oracle.grand)]);
    expectClose(shapley!, oracle.shapley.map(fraction));
    expectClose(banzhaf!, oracle.banzhaf.map(fraction));
    expectNear(removal!, oracle.removal.map(fraction));
  });

  it('separate the estimands: the third voter helps by Shapley and harms by Banzhaf', () => {
    const { shapley, banzhaf } = grown(teams.majority_vote_976).team.agents();
    expect([Math.sign(shapley![2]!), Math.sign(banzhaf![2]!)]).toEqual([1, -1]);
  });
});
