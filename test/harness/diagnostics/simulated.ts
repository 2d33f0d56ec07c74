import type { Probes } from '../../../harness/contract.ts';
import type { Bucket } from '../../../harness/diagnostics/bucket.ts';
import type { Random } from '../../../harness/random.ts';
import type { Team } from '../../methods/on.ts';
import { episodeSaying, freshEpisode } from '../../methods/on.ts';

/** A bucket whose candidates succeed with the given rates, each replay a coin flip. */
export function coinBucket(problem: string, rates: ArrayLike<number>, replays: number, random: Random): Bucket {
  return {
    problem,
    step: 0,
    texts: Array.from(rates, (_, arm) => `candidate ${arm}`),
    outcomes: Array.from(rates, (rate) => flips(random, rate, replays)),
  };
}

export function flips(random: Random, rate: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, () => (random.float() < rate ? 1 : 0));
}

/** A bucket of given outcomes, candidates by rows. */
export function bucketOf(outcomes: readonly (readonly number[])[], rest: Partial<Bucket> = {}): Bucket {
  return {
    problem: 'given',
    step: 0,
    texts: outcomes.map((_, arm) => `candidate ${arm}`),
    outcomes: outcomes.map((drawn) => Float64Array.from(drawn)),
    ...rest,
  };
}

export function drawSymbol(random: Random, chances: ArrayLike<number>): number {
  let left = random.float();
  for (let symbol = 0; symbol < chances.length - 1; symbol++) {
    left -= chances[symbol]!;
    if (left < 0) return symbol;
  }
  return chances.length - 1;
}

/** The unmetered `sample` and `replay` of a fresh episode. */
export function probesOf(team: Team, random: Random): Pick<Probes, 'sample' | 'replay'> {
  const { sample, replay } = freshEpisode(team, random.stream('episode')).open({
    random: random.stream('task'),
    generated: () => {},
  });
  return { sample: sample!, replay: replay! };
}

/** A(h₁, m) of every first message of a two-step Reasoner and Actor. */
export function advantagesOfPlans(team: Team, texts: readonly string[]): Float64Array {
  return Float64Array.from(texts, (text) => episodeSaying(team, [text, 'a0']).truth().advantage![0]!);
}

/** Mean and standard error of independent values. */
export function meanOf(values: readonly number[]): { mean: number; standardError: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, standardError: Math.sqrt(squares / (values.length - 1) / values.length) };
}

export function defined<Value extends object | number>(value: Value | { readonly reason: string } | string): Value {
  if (typeof value === 'string') throw new Error(value);
  if (typeof value === 'object' && 'reason' in value) throw new Error(value.reason);
  return value;
}
