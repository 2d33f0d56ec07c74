import type { Law } from '../contract.ts';
import type { Finding, MethodCheck, TaskCheck } from './finding.ts';

const ofMethods: Readonly<Record<MethodCheck | Law, string>> = {
  options: 'takes the options it has, at their own defaults too, and no others',
  answers: 'answers, or refuses in one line; it does not throw, and waits for what it asks',
  shape: 'one number per agent, one per message, a step and an agent that exist',
  finite: 'every number is finite',
  budget:
    'never asks for more evaluator calls than it has, from 1 to 20, 64 and without a limit; refuses is the way out',
  unchanged: 'leaves the episode and its options as they were',
  probes: 'touches no probe that it does not declare',
  determinism: 'the same cell gives the same numbers, whatever ran before',
  relabelling: "an agent's credit goes with it when the agents change places",
  efficiency: 'credits sum to v(N) − v(∅)',
  symmetry: 'interchangeable agents get the same',
  'null-player': 'an agent that changes nothing gets 0',
  linearity: 'the credit of 2v + 3w is twice that of v and three times that of w',
  boundedness: "an agent's credit lies among its marginal contributions",
  sign: 'who never harms gets no less than 0, who never helps no more',
  'message-conservation': "an agent's messages sum to its credit",
};

const ofTasks: Readonly<Record<TaskCheck, string>> = {
  instances: 'draws as many instances as it is asked for, each with a name of its own',
  episodes: 'agents, messages and an outcome in its range',
  determinism: 'one seed draws the same instances, another one others unless it is fixed',
  offers: 'answers the probes it offers and no others, in range, alike for the same randomness',
  truth: 'knows the estimands it names, one finite number each, with standard errors exactly where it is sampled',
  worth: 'its truth of Shapley, Banzhaf and removal values is that of its own worth',
  replay: 'its truth of advantages is that of its own replays',
};

/** What a check asks for, in one sentence. */
export function meaningOf(kind: 'method' | 'task', check: Finding['check']): string {
  const meanings: Partial<Record<Finding['check'], string>> = kind === 'method' ? ofMethods : ofTasks;
  const meaning = meanings[check];
  if (meaning === undefined) throw new RangeError(`no check of a ${kind} is called ${check}`);
  return meaning;
}
