import { canonicalScores } from './canonical-scores.ts';
import { checkCount, checkShare } from './check-values.ts';
import { drawResample } from './draw-resample.ts';
import { countResamples, enumerateResamples, enumerationLimit } from './enumerate-resamples.ts';
import { childKey, keyOf } from './keyed-draw.ts';
import { describeReplicates, type Replicates } from './replicates.ts';
import type { Drawn } from './resampling-levels.ts';
import { type PlainScores, plainScores, type Scores } from './scores.ts';
import { isUndefined, type Undefined, undefinedFor } from './undefined.ts';

export type BootstrapOptions = {
  /** Of the interval, in (0, 1); 0.95 where not given. */
  readonly level?: number;
  /** How many are drawn where not all are enumerated; 10 000 where not given. */
  readonly resamples?: number;
  /**
   * Names the draws by its decimal text: 7, 7n and '7' are one seed. A bigint or a string holds 64 bits and more; a number must
   * be a safe integer, because larger ones have already been merged. Needed unless all resamples are enumerated.
   */
  readonly seed?: bigint | number | string;
  /** True: enumerate, or throw. False: draw. Not given: enumerate up to 100 000 distinct resamples. */
  readonly exact?: boolean;
  /** Names the statistic in the seed, so that two statistics may be given draws of their own. */
  readonly name?: string;
};

/** A percentile interval. Its parts are undefined together where the statistic is undefined on some resample. */
export type Bootstrap = {
  readonly estimate: number;
  readonly low: number | Undefined;
  readonly high: number | Undefined;
  /** The standard deviation over resamples, divisor M. */
  readonly standardError: number | Undefined;
  /** How many equally likely resamples stand behind it. */
  readonly resamples: number;
  /** Whether these are all there are. */
  readonly exact: boolean;
};

/** Resamples `scores` at the drawn levels and describes what `statistic` does; scores were checked and are not empty. */
export function bootstrap(
  scores: Scores,
  statistic: (scores: PlainScores) => number | Undefined,
  drawn: Drawn,
  options: BootstrapOptions,
): Bootstrap | Undefined {
  const { level = 0.95, resamples = 10_000 } = options;
  checkShare(level, 'the level');
  checkCount(resamples, 'the number of resamples');
  const estimate = finite(statistic(plainScores(scores)));
  if (isUndefined(estimate)) return estimate;
  const size = countResamples(scores, drawn);
  const isSmall = size.distinct <= enumerationLimit && size.ways <= Number.MAX_SAFE_INTEGER;
  if (options.exact === true && !isSmall)
    throw new RangeError(
      `too many resamples to enumerate; expected at most ${enumerationLimit} distinct ones and 2^53 in all, or exact: false`,
    );
  const exact = isSmall && options.exact !== false;
  const behind = { estimate, resamples: exact ? size.ways : resamples, exact };
  const found = exact ? enumerated(scores, statistic, drawn) : sampled(scores, statistic, drawn, resamples, options);
  return isUndefined(found)
    ? { ...behind, low: found, high: found, standardError: found }
    : { ...behind, ...describeReplicates(found, level) };
}

type Statistic = Parameters<typeof bootstrap>[1];

function enumerated(scores: Scores, statistic: Statistic, drawn: Drawn): Replicates | Undefined {
  const all = enumerateResamples(canonicalScores(scores).scores, drawn);
  const values = all.map(({ value }) => finite(statistic(plainScores(value))));
  return complete(values, { counts: Float64Array.from(all, ({ count }) => count) });
}

function sampled(
  scores: Scores,
  statistic: Statistic,
  drawn: Drawn,
  resamples: number,
  { seed, name = '' }: BootstrapOptions,
): Replicates | Undefined {
  if (seed === undefined) throw new RangeError('no seed is given; drawing resamples needs one');
  if (typeof seed === 'number' && !Number.isSafeInteger(seed))
    throw new RangeError(`the seed is ${seed}; expected a safe integer, a bigint or a string`);
  const canonical = canonicalScores(scores);
  const key = keyOf('bootstrap', String(seed), name);
  return complete(
    Array.from({ length: resamples }, (_, b) => finite(statistic(drawResample(canonical, drawn, childKey(key, b))))),
  );
}

function complete(
  values: readonly (number | Undefined)[],
  { counts }: { readonly counts?: Float64Array } = {},
): Replicates | Undefined {
  const first = values.find(isUndefined);
  if (first === undefined) {
    // None is undefined, so all are numbers.
    return { values: Float64Array.from(values as readonly number[]), ...(counts && { counts }) };
  }
  const times = (place: number) => counts?.[place] ?? 1;
  let [lost, total] = [0, 0];
  for (const [place, value] of values.entries()) {
    total += times(place);
    if (isUndefined(value)) lost += times(place);
  }
  return undefinedFor(`undefined on ${lost} of ${total} resamples: ${first.reason}`);
}

function finite(value: number | Undefined): number | Undefined {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError(`the statistic is ${value}; expected a finite number or a reason`);
  return value;
}
