import { runCell } from './cell.ts';
import type { Credit, Instance } from './contract.ts';
import { CreditbenchError } from './errors.ts';
import { faultOfEpisode, faultOfTruth } from './faults.ts';
import { plainTruth } from './plain-truth.ts';
import type { Cell } from './plan.ts';
import { randomOf } from './random.ts';
import { type CellRow, codeOf, journalSchema } from './row.ts';
import { type Scores, score } from './score.ts';

/** The row of one cell. Never throws for what a method or task does: that is a row too. */
export async function runOne(cell: Cell, salt: string): Promise<CellRow> {
  const { method, task, instance, name, budget, seed } = cell;
  const identity = {
    schema: journalSchema,
    kind: 'cell',
    method: method.name,
    task: task.task.id,
    version: task.task.version,
    instance: name,
    budget,
    seed,
    code: codeOf(method, task),
  } as const;
  const unscored = (status: 'skipped' | 'failed', reason: string) => ({ ...identity, status, reason }) as const;

  if ('status' in instance) return unscored(instance.status, instance.reason);
  if (instance.excluded !== undefined) return unscored('skipped', instance.excluded);
  const fault = faultOfEpisode(instance.episode);
  if (fault !== undefined) return unscored('failed', fault);
  const random = randomOf(salt, task.task.id, task.task.version, name, budget ?? 'unlimited', seed);
  const result = await runCell(method, frozen(instance), budget ?? Number.POSITIVE_INFINITY, random);
  if (result.status !== 'scored') return unscored(result.status, result.reason);
  try {
    const truth = instance.truth();
    const wrong = faultOfTruth(truth, instance.episode);
    if (wrong !== undefined) return unscored('failed', wrong);
    const scores = score(result.credit, truth, instance.episode);
    const infinite = infiniteScore(scores);
    if (infinite !== undefined) return unscored('failed', infinite);
    if (Object.keys(scores).length === 0)
      return unscored('skipped', unaskedSentence(result.credit, Object.keys(truth)));
    return {
      ...identity,
      status: 'scored',
      roles: instance.episode.agents.map(({ role }) => role),
      authors: instance.episode.messages.map(({ agent }) => agent),
      outcome: instance.episode.outcome,
      credit: plainCredit(result.credit),
      truth: plainTruth(truth),
      scores,
      spent: result.spent,
    };
  } catch (error) {
    if (error instanceof CreditbenchError) return unscored('failed', error.message);
    return unscored('failed', `the truth of the task threw ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Credits so large that their squares overflow have no score that a journal could hold. */
function infiniteScore(scores: Scores): string | undefined {
  for (const [estimand, metrics] of Object.entries(scores))
    for (const [metric, value] of Object.entries(metrics))
      if (typeof value === 'number' && !Number.isFinite(value))
        return `${metric} against ${estimand} is ${value}; the credit is out of all proportion`;
  return undefined;
}

function unaskedSentence({ record: _, ...credit }: Credit, estimands: readonly string[]): string {
  return `gives ${Object.keys(credit).join(', ')}; the task knows the truth of ${estimands.join(', ')}`;
}

/** An instance whose episode no method can change for the next one. */
function frozen(instance: Instance): Instance {
  const { episode } = instance;
  if (!Object.isFrozen(episode)) {
    for (const agent of episode.agents) Object.freeze(agent);
    for (const message of episode.messages) Object.freeze(message);
    Object.freeze(episode.agents);
    Object.freeze(episode.messages);
    Object.freeze(episode.range);
    Object.freeze(episode);
  }
  return instance;
}

/** As a row has it: in plain numbers, without the record. */
function plainCredit({ agents, messages, record: _, ...blame }: Credit) {
  return {
    ...(agents === undefined ? {} : { agents: [...agents] }),
    ...(messages === undefined ? {} : { messages: [...messages] }),
    ...blame,
  };
}
