import type { Probes, Replay } from '../contract.ts';
import type { Bucket } from './bucket.ts';

/** What to collect at the logged context of `step`. */
export type BucketPlan = {
  readonly step: number;
  /** n: messages drawn i.i.d. from the policy, duplicates kept. */
  readonly alternatives: number;
  /** c: fresh continuations of each. */
  readonly replays: number;
  /** Records what followed each candidate, as its answer-level symbol. */
  readonly nextSymbol?: (message: string) => string;
  /** Adds a last candidate that stands for saying nothing. */
  readonly nullMessage?: string;
};
type Replaying = Pick<Probes, 'sample' | 'replay'>;

/** A bucket of fresh alternatives and fresh continuations: (n + null arm)·c evaluator calls, fixed before any outcome is seen. c3.md §10; arXiv 2603.06859. */
export async function collectBucket(problem: string, probes: Replaying, plan: BucketPlan): Promise<Bucket> {
  const { step, alternatives, nullMessage } = plan;
  const drawn = await probes.sample(step, alternatives);
  if (nullMessage === undefined) return { problem, step, texts: drawn, ...(await replays(probes, drawn, plan)) };
  const texts = [...drawn, nullMessage];
  return { problem, step, texts, nullArm: drawn.length, ...(await replays(probes, texts, plan)) };
}

/** The same candidates with fresh continuations, as the noise law needs; `nextSymbol` as in the plan of the first collection. */
export async function recollectBucket(
  bucket: Bucket,
  probes: Replaying,
  nextSymbol?: BucketPlan['nextSymbol'],
): Promise<Bucket> {
  const { problem, step, texts, outcomes, nullArm } = bucket;
  const plan = { step, replays: outcomes[0]!.length, ...(nextSymbol === undefined ? {} : { nextSymbol }) };
  return {
    problem,
    step,
    texts,
    ...(nullArm === undefined ? {} : { nullArm }),
    ...(await replays(probes, texts, plan)),
  };
}

/** With next messages, each is drawn first and forced in a replay of its own, so that it belongs to the outcome beside it. */
async function replays(
  { sample, replay }: Replaying,
  texts: readonly string[],
  { step, replays: count, nextSymbol }: Pick<BucketPlan, 'step' | 'replays' | 'nextSymbol'>,
): Promise<Pick<Bucket, 'outcomes' | 'next'>> {
  if (nextSymbol === undefined) return { outcomes: await replay(texts.map((message) => ({ step, message, count }))) };
  const followed = await Promise.all(texts.map((text) => sample(step + 1, count, [text])));
  const requests: Replay[] = texts.flatMap((message, arm) =>
    followed[arm]!.map((next) => ({ step, message, then: { [step + 1]: next }, count: 1 })),
  );
  const leaves = await replay(requests);
  return {
    outcomes: texts.map((_, arm) =>
      Float64Array.from({ length: count }, (_, place) => leaves[arm * count + place]![0]!),
    ),
    next: followed.map((messages) => messages.map((message) => nextSymbol(message))),
  };
}
