import type { Opening, Probes } from '../../harness/contract.ts';
import { type Day, drawDay } from './hidden-state-days.ts';
import { pathOf } from './path.ts';
import { teamProbes } from './probes.ts';

/**
 * The probes of a transcript whose state is hidden: every draw of an outcome has a freshly drawn day and goes on from the same
 * transcript on that day. Policies do not depend on the day; the critic knows the mean over days.
 */
export function hiddenStateProbes(days: readonly Day[], said: readonly string[], opening: Opening): Partial<Probes> {
  const { random } = opening;
  const probesUnder = (stream: (day: number) => Opening['random']) =>
    days.map(({ tree, truth }, day) => {
      return teamProbes(tree, truth, pathOf(tree, said), { ...opening, random: stream(day) });
    });
  const fresh = probesUnder((day) => random.stream('day', day));
  // One stream for all days, so that the error of the critic is one error and not a mean of several.
  const shared = probesUnder(() => random);

  const asked = new Map<string, number>();
  const onFreshDay = (question: string): Partial<Probes> => {
    const times = asked.get(question) ?? 0;
    asked.set(question, times + 1);
    return fresh[drawDay(days, random.stream('hidden', question, times))]!;
  };

  return {
    async replay(requests) {
      const outcomes: Float64Array[] = [];
      for (const { count, ...request } of requests) {
        const { step, message, then = {} } = request;
        const forced = message === undefined ? then : { ...then, [step]: message };
        const question = JSON.stringify(['replay', step, Object.entries(forced)]);
        const drawn = new Float64Array(count);
        for (let draw = 0; draw < count; draw++) {
          const [outcome] = await onFreshDay(question).replay!([{ ...request, count: 1 }]);
          drawn[draw] = outcome![0]!;
        }
        outcomes.push(drawn);
      }
      return outcomes;
    },
    async rollout(count) {
      const episodes = Array.from({ length: count }, () => onFreshDay('rollout').rollout!(1));
      return (await Promise.all(episodes)).flat();
    },
    sample: shared[0]!.sample!,
    policy: shared[0]!.policy!,
    async critic(steps) {
      const values = new Float64Array(steps.length);
      for (const [day, { chance }] of days.entries()) {
        const onThatDay = await shared[day]!.critic!(steps);
        for (const place of values.keys()) values[place]! += chance * onThatDay[place]!;
      }
      return values;
    },
  };
}
