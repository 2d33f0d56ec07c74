import { weightedVoting } from './forms/weighted-voting.ts';
import { fixedGameTask } from './game-task.ts';

/** Voting bodies whose power indices are published; the quotas are the charters' rules written as weights. */
export const votingBodies = fixedGameTask({
  id: 'voting-bodies',
  title: 'Voting bodies',
  version: 1,
  truth: 'closed-form',
  games: {
    'un-security-council': securityCouncil({ permanent: 'Russia', weight: 7, elected: 10, quota: 39 }),
    'un-security-council-before-1966': securityCouncil({ permanent: 'Soviet Union', weight: 5, elected: 6, quota: 27 }),
    'eec-1958': weightedVoting({
      agents: ['France', 'Germany', 'Italy', 'Belgium', 'Netherlands', 'Luxembourg'],
      weights: [4, 4, 4, 2, 2, 1],
      quota: 12,
    }),
  },
});

/** Every permanent member has a veto: without its weight all others together miss the quota. */
function securityCouncil({ permanent, weight, elected, quota }: Seats) {
  const vetoers = ['China', 'France', permanent, 'United Kingdom', 'United States'];
  const others = Array.from({ length: elected }, (_, seat) => `elected ${seat + 1}`);
  return weightedVoting({
    agents: [...vetoers, ...others],
    weights: [...vetoers.map(() => weight), ...others.map(() => 1)],
    quota,
  });
}

type Seats = {
  readonly permanent: 'Russia' | 'Soviet Union';
  readonly weight: number;
  readonly elected: number;
  readonly quota: number;
};
