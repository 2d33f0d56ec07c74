import type { Task } from '../../harness/contract.ts';
import { type Random, randomNormal, randomShares } from '../../harness/random.ts';
import { teamTask } from './team-task.ts';
import { perfectJudge, type World } from './world.ts';

/** Standard deviations of what the Reasoner's and the Actor's message add to the success probability. */
type Spread = { readonly reasoner: number; readonly actor: number };

const messages = 4;

/** The two-step team of the C3 paper's setting with the random tables of c3.md §14 D; only the Actor's outcome is scored, as a coin flip. */
export const reasonerActor = reasonerActorTask('reasoner-actor', 'Reasoner and Actor with random success tables', {
  reasoner: 0.2,
  actor: 0.2,
});

/** The same team where most depends on what the Reasoner says. */
export const reasonerActorUpstream = reasonerActorTask(
  'reasoner-actor-upstream',
  'Reasoner and Actor: messages upstream differ much, downstream little',
  { reasoner: 0.35, actor: 0.1 },
);

/** The same team where most depends on what the Actor does. */
export const reasonerActorDownstream = reasonerActorTask(
  'reasoner-actor-downstream',
  'Reasoner and Actor: messages upstream differ little, downstream much',
  { reasoner: 0.05, actor: 0.3 },
);

/** The first of them with a critic that never errs: what critic methods could be at best. */
export const reasonerActorExactCritic = reasonerActorTask(
  'reasoner-actor-exact-critic',
  'Reasoner and Actor with an exact critic',
  { reasoner: 0.2, actor: 0.2 },
  { critic: { noise: 0 } },
);

function reasonerActorTask(id: string, title: string, spread: Spread, parts: Pick<World, 'critic'> = {}): Task {
  return teamTask({
    id,
    title,
    version: 1,
    null: 'random',
    declaresErrors: false,
    draw: (random) => ({ ...reasonerActorWorld(random, spread), ...parts }),
  });
}

export function reasonerActorWorld(random: Random, spread: Spread): World {
  const base = 0.5 + 0.25 * randomNormal(random);
  const reasonerPolicy = randomShares(random, messages);
  const actorPolicies = Array.from({ length: messages }, () => randomShares(random, messages));
  const success = Array.from({ length: messages }, () => {
    const row = base + spread.reasoner * randomNormal(random);
    return Array.from({ length: messages }, () => bounded(row + spread.actor * randomNormal(random)));
  });
  const menuOf = (speaker: string, policy: Float64Array) =>
    Array.from(policy, (probability, message) => ({
      id: `${speaker[0]}${message}`,
      text: `${speaker} ${message}`,
      probability,
      absent: 1 / messages,
    }));
  const indexOf = (id: string) => Number(id.slice(1));
  return {
    agents: [
      { id: 'reasoner', role: 'reasoner' },
      { id: 'actor', role: 'actor' },
    ],
    problem: 'The reasoner proposes one of four plans; the actor carries it out in one of four ways.',
    range: [0, 1],
    threshold: 1,
    noise: 'bernoulli',
    null: 'random',
    declaresErrors: false,
    judge: perfectJudge,
    authors: [0, 1],
    menu: (step, said) =>
      step === 0 ? menuOf('plan', reasonerPolicy) : menuOf('act', actorPolicies[indexOf(said[0]!.id)]!),
    score: ([plan, act]) => success[indexOf(plan!.id)]![indexOf(act!.id)]!,
  };
}

/** The generator's own clip of the success probability; part of the family's definition. */
function bounded(probability: number): number {
  return Math.min(0.98, Math.max(0.02, probability));
}
