import { type Comparison, compare } from './comparison.ts';

export type Work = () => unknown;

export type Pace = {
  readonly rounds?: number;
  /** A round calls each work until about this long has passed; at least once. */
  readonly roundMs?: number;
  /** Each work runs this long before the first round; at least once. */
  readonly warmUpMs?: number;
};

/** Seconds per call of ours and of the baseline, in turns; who goes first changes every round. */
export async function paired(
  ours: Work,
  baseline: Work,
  { rounds = 31, roundMs = 8, warmUpMs = 150 }: Pace = {},
): Promise<Comparison> {
  const works = [ours, baseline];
  const calls: number[] = [];
  for (const work of works) calls.push(Math.max(1, Math.round(roundMs / 1000 / (await warmUp(work, warmUpMs)))));
  const seconds: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++)
    for (const which of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const))
      seconds[which].push(await secondsPerCall(works[which]!, calls[which]!));
  return compare(...seconds);
}

/** Seconds per call once it is warm: of the last stretch, each stretch being twice as many calls as the one before. */
async function warmUp(work: Work, milliseconds: number): Promise<number> {
  const end = performance.now() + milliseconds;
  for (let calls = 1; ; calls *= 2) {
    const seconds = await secondsPerCall(work, calls);
    if (performance.now() >= end) return seconds;
  }
}

async function secondsPerCall(work: Work, calls: number): Promise<number> {
  const start = performance.now();
  for (let call = 0; call < calls; call++) {
    const answer = work();
    lastAnswer.value = answer instanceof Promise ? await answer : answer;
  }
  return (performance.now() - start) / 1000 / calls;
}

/** Holds on to answers, so that the compiler cannot leave out work whose answer nobody reads. */
export const lastAnswer: { value: unknown } = { value: undefined };
