import type { Instance, Task } from '../contract.ts';
import { CreditbenchError } from '../errors.ts';
import { NotApplicable } from '../laws/trial.ts';
import { randomOf } from '../random.ts';
import type { CheckSettings } from './check-method.ts';
import { draw, smallFirst } from './drawn.ts';
import type { Finding, TaskCheck } from './finding.ts';
import { faultOfProbes } from './probe-faults.ts';
import { replayAgainstTruth } from './replay-against-truth.ts';
import { faultOfDrawing, faultOfInstances, faultOfWholeEpisode, faultOfWholeTruth } from './task-faults.ts';
import { type Found, foundNothing, startAttempts, tried } from './tried.ts';
import { worthAgainstTruth } from './worth-against-truth.ts';

export type TaskCheckSettings = CheckSettings & {
  /** Draws per number that a sampled probe is held against the truth with; 0 leaves that out. */
  readonly draws: number;
};

/** Sampling every instance would take long and say little more. */
const instancesSampled = 4;

/** Everything required of a task: sound instances, probes as offered, and a truth that its own probes do not contradict. */
export async function checkTask(
  task: Task,
  { trials, salt, draws, onProgress }: TaskCheckSettings,
): Promise<Finding[]> {
  const stream = (...path: string[]) => randomOf(salt, 'conformance', task.id, ...path);
  const unavailable = task.unavailable?.();
  if (unavailable !== undefined)
    return [{ check: 'instances', claim: 'required', verdict: 'not-applicable', trials: 0, reason: unavailable }];

  const findings: Finding[] = [];
  const total = 7;
  const add = async (check: TaskCheck, find: () => Promise<Found>) => {
    onProgress?.(findings.length, total, check);
    findings.push({ check, claim: 'required', ...(isSound(findings) ? await find() : notTried) });
  };
  let drawn: Instance[] = [];
  const wholly = async (faultOf: () => string | undefined): Promise<Found> => {
    const reason = await unlessThrown(async () => faultOf());
    return reason === undefined
      ? { verdict: 'held', trials: drawn.length }
      : { verdict: 'violated', trials: drawn.length, reason };
  };
  const onEach = async (
    instances: readonly Instance[],
    faultOf: (one: Instance) => Promise<string | undefined>,
  ): Promise<Found> => {
    const attempts = startAttempts();
    for (const instance of smallFirst(instances)) {
      const reason = await tried(() => unlessThrown(() => faultOf(instance)), attempts);
      if (reason !== undefined)
        return { verdict: 'violated', trials: attempts.applied, reason, counterexample: instance.id };
    }
    return foundNothing(attempts);
  };

  await add('instances', () =>
    wholly(() => {
      drawn = draw(task, stream('instances'), trials);
      return faultOfInstances(task, drawn, trials);
    }),
  );
  const scored = () => drawn.filter(({ excluded }) => excluded === undefined);
  const sampled = () => smallFirst(scored()).slice(0, instancesSampled);
  await add('episodes', () => onEach(drawn, async (one) => faultOfWholeEpisode(one)));
  await add('determinism', () =>
    wholly(() => faultOfDrawing(task, () => stream('instances'), stream('other instances'), trials)),
  );
  await add('offers', () => onEach(scored(), (one) => faultOfProbes(task, one, () => stream('probes', one.id))));
  await add('truth', () => onEach(scored(), async (one) => faultOfWholeTruth(task, one)));
  const compared = (noise: Instance['noise']) => (noise === 'none' ? scored() : sampled());
  await add('worth', () =>
    onEach(compared(drawn[0]!.noise), (one) => worthAgainstTruth(one, draws, stream('worth', one.id))),
  );
  await add('replay', () => onEach(sampled(), (one) => replayAgainstTruth(one, draws, stream('replay', one.id))));
  return findings;
}

const notTried: Found = { verdict: 'not-tried', trials: 0, reason: 'what stands above comes first' };

function isSound(findings: readonly Finding[]): boolean {
  return findings.every(({ verdict }) => verdict === 'held' || verdict === 'not-applicable');
}

/** What a task throws is a fault of the task. */
async function unlessThrown(faultOf: () => Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await faultOf();
  } catch (error) {
    if (error instanceof NotApplicable) throw error;
    if (error instanceof CreditbenchError) return error.message;
    return `threw ${error instanceof Error ? `${error.name}: ${error.message}` : typeof error}`;
  }
}
