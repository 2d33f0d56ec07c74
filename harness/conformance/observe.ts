import { inspect, isDeepStrictEqual } from 'node:util';
import { type Result, runCell } from '../cell.ts';
import type { Access, Episode, Instance, Probe } from '../contract.ts';
import type { AnyMethod } from '../define.ts';
import { randomOf } from '../random.ts';
import type { SelectedMethod } from '../selection.ts';
import { type Watch, watchAccess } from './watch-access.ts';
import { within } from './within.ts';

/** One cell with everything that happened in it. */
export type Observation = {
  readonly budget: number;
  readonly result: Result;
  /** What `refuses` gave, where it was not undefined. */
  readonly refusal?: { readonly value: unknown };
  readonly thrown?: { readonly by: 'refuses' | 'assign'; readonly error: unknown };
  /** What `assign` returned, and the probes it asked and did not wait for. */
  readonly returned?: { readonly answer: unknown; readonly unanswered: readonly Probe[] };
  readonly watch?: Watch;
  /** What the method changed of what it was given. */
  readonly changed: readonly ('the episode' | 'its options')[];
};

/** A method that has not answered after this long is taken to be stuck. */
const secondsPerAnswer = 60;

/** The method on the instance within `budget` evaluator calls, with randomness that depends on the budget alone. Never throws for what a method does. */
export async function observe(selected: SelectedMethod, instance: Instance, budget: number): Promise<Observation> {
  const { method, options } = selected;
  const seen: { -readonly [Key in keyof Observation]?: Observation[Key] } = {};
  const assign = async (episode: Episode, given: Access<Probe, Probe>, read: unknown) => {
    const { access, watch } = watchAccess(given, [...method.needs, ...(method.uses ?? [])]);
    seen.watch = watch;
    try {
      return await within(secondsPerAnswer, async () => {
        const answer = await method.assign(episode, access, read);
        seen.returned = { answer, unanswered: [...watch.pending] };
        return answer;
      });
    } catch (error) {
      seen.thrown = { by: 'assign', error };
      throw error;
    }
  };
  const refuses: NonNullable<AnyMethod['refuses']> = (...asked) => {
    try {
      const value: unknown = method.refuses?.(...asked);
      if (value !== undefined) seen.refusal = { value };
      return value === undefined ? undefined : String(value);
    } catch (error) {
      seen.thrown = { by: 'refuses', error };
      return 'refuses threw';
    }
  };
  // What is not watched is the method's own, also where it is an object of a class.
  const watched: AnyMethod = Object.create(method, { assign: { value: assign }, refuses: { value: refuses } });
  const episode = structuredClone(instance.episode);
  const optionsBefore = wholeText(options);
  const result = await runCell(
    { ...selected, method: watched },
    { ...instance, episode },
    budget,
    randomOf('conformance', budget),
  );
  return {
    ...seen,
    budget,
    result,
    changed: [
      ...(isDeepStrictEqual(episode, instance.episode) ? [] : (['the episode'] as const)),
      ...(wholeText(options) === optionsBefore ? [] : (['its options'] as const)),
    ],
  };
}

function wholeText(value: unknown): string {
  return inspect(value, { depth: null, maxArrayLength: null, maxStringLength: null });
}
