import { isDeepStrictEqual } from 'node:util';
import { coalitionsOf, grandCoalition } from '../coalitions.ts';
import type { Instance, Probes, Task } from '../contract.ts';
import { faultOfEpisode } from '../faults.ts';
import { differs } from '../laws/game-laws.ts';
import { meter } from '../meter.ts';
import { probeNames } from '../probes.ts';
import type { Random } from '../random.ts';
import { listText } from './task-faults.ts';

/** What is wrong with what an instance offers and how it answers: names, ranges, lengths, and one stream giving one answer. */
export async function faultOfProbes(task: Task, instance: Instance, stream: () => Random): Promise<string | undefined> {
  const raw = instance.open({ random: stream(), generated: () => {} });
  const [found, declared] = [probeNames.filter((probe) => raw[probe] !== undefined).toSorted(), task.offers.toSorted()];
  if (!isDeepStrictEqual(found, declared))
    return `it answers ${listText(found)}; the task offers ${listText(declared)}`;
  const grand =
    instance.noise === 'none' ? await raw.worth?.(grandCoalition(instance.episode.agents.length)) : undefined;
  if (grand !== undefined && differs(grand[0]!, instance.episode.outcome))
    return `its worth of the whole team is ${grand[0]}; its outcome is ${instance.episode.outcome}`;
  const once = await answersOf(instance, stream());
  const fault = faultOfAnswers(once, instance);
  if (fault !== undefined) return fault;
  const again = await answersOf(instance, stream());
  // The keys of both are those of the probes offered.
  const changing = (Object.keys(once) as (keyof Answers)[]).find(
    (probe) => !isDeepStrictEqual(once[probe], again[probe]),
  );
  if (changing !== undefined) return `${changing} answers otherwise when asked again with the same randomness`;
  if (instance.noise === 'sampled' || raw.worth === undefined) return undefined;
  const other = await answersOf(instance, stream().stream('other'));
  return isDeepStrictEqual(once.worth, other.worth)
    ? undefined
    : 'its noise is "none", and its worth changes with the randomness';
}

type Answers = { -readonly [P in keyof Probes]?: Awaited<ReturnType<Probes[P]>> };

/** A few questions to every probe, through the meter, which checks lengths and finiteness. */
async function answersOf(instance: Instance, random: Random): Promise<Answers> {
  const { agents, messages } = instance.episode;
  const { probes } = meter(instance, Number.POSITIVE_INFINITY, random);
  const everyone = agents.map((_, agent) => agent);
  const answers: Answers = {};
  if (probes.worth !== undefined)
    answers.worth = await probes.worth(
      coalitionsOf(agents.length, [[], everyone, ...everyone.map((agent) => [agent])]),
    );
  if (probes.rollout !== undefined) answers.rollout = await probes.rollout(2);
  if (messages.length === 0) return answers;
  const last = messages.length - 1;
  const steps = [...messages.keys()];
  if (probes.replay !== undefined)
    answers.replay = await probes.replay([
      { step: 0, count: 2 },
      { step: last, message: messages[last]!.text, count: 2 },
    ]);
  if (probes.sample !== undefined) answers.sample = await probes.sample(last, 3);
  if (probes.judge !== undefined) answers.judge = await probes.judge(steps);
  if (probes.critic !== undefined) answers.critic = await probes.critic(steps);
  if (probes.policy !== undefined) answers.policy = await probes.policy(last);
  return answers;
}

function faultOfAnswers(
  { worth, rollout, replay, sample, judge, policy }: Answers,
  { episode }: Instance,
): string | undefined {
  const [low, high] = episode.range;
  const dust = 1e-9 * Math.max(1, Math.abs(low), Math.abs(high));
  const outside = (values: Iterable<number>) => [...values].find((value) => value < low - dust || value > high + dust);
  for (const [name, values] of [
    ['worth', worth],
    ['replay', replay?.flatMap((outcomes) => [...outcomes])],
  ] as const) {
    const wrong = outside(values ?? []);
    if (wrong !== undefined) return `${name} answers ${wrong}; the range of the episode is [${low}, ${high}]`;
  }
  for (const fresh of rollout ?? []) {
    const fault = fresh.agents.length === episode.agents.length ? faultOfEpisode(fresh) : 'the team is another one';
    if (fault !== undefined) return `rollout: ${fault}`;
  }
  if (sample?.some((message) => typeof message !== 'string') || (sample !== undefined && sample.length !== 3))
    return 'sample was asked for 3 messages; expected 3 texts';
  const doubt = judge?.find((value) => value < 0 || value > 1);
  if (doubt !== undefined) return `judge answers ${doubt}; expected a probability`;
  if (policy === undefined) return undefined;
  const total = policy.reduce((sum, { probability }) => sum + probability, 0);
  const isDistribution = policy.every(({ probability }) => probability >= 0) && !differs(total, 1);
  return isDistribution ? undefined : `the probabilities of policy add up to ${total}; expected 1`;
}
