import { type Coalitions, selectRows } from './coalitions.ts';
import type { Distribution, Episode, Instance, Opening, Probe, Probes, Replay } from './contract.ts';
import { CreditbenchError } from './errors.ts';
import type { Random } from './random.ts';
import { type Worths, worthsOf } from './worths.ts';

/** What one cell has cost: evaluator calls, generated messages, judge calls and tokens, the given episode's own included. */
export type Spent = { evaluations: number; messages: number; judgements: number; tokens: number };

export type Meter = {
  readonly probes: Partial<Probes>;
  readonly spent: Spent;
  /** The first call that was refused, if any: a cell that tried to overspend has failed, even if the method went on. */
  refusal(): CreditbenchError | undefined;
};

/**
 * Puts the only purse around an instance's probes. Prices: `worth` one evaluator call per distinct coalition (per row where
 * the noise is `sampled`), `replay` and `rollout` one per outcome, `judge` one judgement per distinct step; messages and
 * tokens as the task generates them. The given episode is the first evaluator call. A call that would exceed `limit` is refused whole.
 */
export function meter(instance: Instance, limit: number, random: Random): Meter {
  const { episode, noise } = instance;
  const spent: Spent = { evaluations: 1, messages: episode.messages.length, judgements: 0, tokens: 0 };
  const opening: Opening = {
    random,
    generated: (messages, tokens = 0) => {
      spent.messages += messages;
      spent.tokens += tokens;
    },
  };
  const raw = instance.open(opening);
  let refusal: CreditbenchError | undefined;

  const charge = (probe: Probe, calls: number) => {
    if (spent.evaluations + calls > limit) {
      const left = `${limit - spent.evaluations} of ${limit} are left`;
      const error = new CreditbenchError('over-budget', `${probe} asked for ${calls} evaluator calls; ${left}`);
      refusal ??= error;
      throw error;
    }
    spent.evaluations += calls;
  };

  const probes: { -readonly [P in Probe]?: Probes[P] } = {};
  const { worth, replay, sample, rollout, judge, critic, policy } = raw;

  if (worth !== undefined) {
    let known: Worths | undefined;
    /** Answers come one after another, so that a coalition asked twice at once is still paid for once. */
    let before: Promise<unknown> = Promise.resolve();
    const remembered = async (coalitions: Coalitions) => {
      known ??= worthsOf(episode, coalitions.count);
      const fresh = known.missing(coalitions);
      if (fresh.length > 0) {
        charge('worth', fresh.length);
        const asked = fresh.length === coalitions.count ? coalitions : selectRows(coalitions, fresh);
        known.learn(asked, finite(await worth(asked), asked.count, 'worth'));
      }
      return known.of(coalitions);
    };
    probes.worth = async (coalitions) => {
      checkCoalitions(coalitions, episode);
      if (noise === 'sampled') {
        charge('worth', coalitions.count);
        return finite(await worth(coalitions), coalitions.count, 'worth');
      }
      const answer = before.then(() => remembered(coalitions));
      before = answer.catch(() => undefined);
      return answer;
    };
  }
  if (replay !== undefined) {
    probes.replay = async (requests) => {
      for (const request of requests) checkReplay(request, episode);
      charge(
        'replay',
        requests.reduce((calls, { count }) => calls + count, 0),
      );
      const outcomes = await replay(requests);
      for (const [index, { count }] of requests.entries()) finite(outcomes[index], count, 'replay');
      return outcomes;
    };
  }
  if (rollout !== undefined) {
    probes.rollout = async (count) => {
      checkCount('rollout', count);
      charge('rollout', count);
      const episodes = await rollout(count);
      finite(
        Float64Array.from(episodes, ({ outcome }) => outcome),
        count,
        'rollout',
      );
      return episodes;
    };
  }
  if (sample !== undefined) {
    probes.sample = async (step, count, instead = []) => {
      checkSteps('sample', [step], episode);
      checkCount('sample', count);
      if (instead.length > step)
        throw badQuestion('sample', `${instead.length} messages instead of the ${step} before`);
      return sample(step, count, instead);
    };
  }
  if (judge !== undefined) {
    const verdicts = new Map<number, number>();
    probes.judge = async (steps) => {
      checkSteps('judge', steps, episode);
      const fresh = [...new Set(steps)].filter((step) => !verdicts.has(step));
      spent.judgements += fresh.length;
      const answers = finite(await judge(fresh), fresh.length, 'judge');
      for (const [index, step] of fresh.entries()) verdicts.set(step, answers[index]!);
      return Float64Array.from(steps, (step) => verdicts.get(step)!);
    };
  }
  if (critic !== undefined) {
    probes.critic = async (steps) => {
      checkSteps('critic', steps, episode);
      return finite(await critic(steps), steps.length, 'critic');
    };
  }
  if (policy !== undefined) {
    probes.policy = async (step): Promise<Distribution> => {
      checkSteps('policy', [step], episode);
      return policy(step);
    };
  }
  return { probes, spent, refusal: () => refusal };
}

function checkCoalitions({ agents }: Coalitions, episode: Episode): void {
  if (agents !== episode.agents.length)
    throw badQuestion('worth', `coalitions of ${agents} agents in a team of ${episode.agents.length}`);
}

function checkReplay({ step, then, count }: Replay, episode: Episode): void {
  checkSteps('replay', [step, ...Object.keys(then ?? {}).map(Number)], episode);
  checkCount('replay', count);
  const early = Object.keys(then ?? {}).find((later) => Number(later) <= step);
  if (early !== undefined) throw badQuestion('replay', `then names step ${early}, which is not after step ${step}`);
}

function checkSteps(probe: Probe, steps: readonly number[], { messages }: Episode): void {
  for (const step of steps)
    if (!Number.isInteger(step) || step < 0 || step >= messages.length)
      throw badQuestion(probe, `step ${step} of an episode of ${messages.length} messages`);
}

function checkCount(probe: Probe, count: number): void {
  if (!Number.isInteger(count) || count < 0) throw badQuestion(probe, `count ${count}; expected a whole number`);
}

function badQuestion(probe: Probe, message: string): CreditbenchError {
  return new CreditbenchError('bad-question', `${probe}: ${message}`);
}

function finite(answer: Float64Array | undefined, length: number, probe: Probe): Float64Array {
  if (answer === undefined || answer.length !== length)
    throw badQuestion(probe, `the task answered ${answer?.length ?? 'nothing'}; expected ${length} numbers`);
  const wrong = answer.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) throw badQuestion(probe, `the task answered ${answer[wrong]} at ${wrong}; expected a finite number`);
  return answer;
}
