import type { Access, Answer, Credit, Instance, Probe } from './contract.ts';
import { checkCredit } from './credit.ts';
import { CreditbenchError } from './errors.ts';
import { meter, type Spent } from './meter.ts';
import { probeNames } from './probes.ts';
import type { Random } from './random.ts';
import type { SelectedMethod } from './selection.ts';
import { sealRecord } from './signals/seal-record.ts';

/** What came of one method on one instance: a credit and its price, or the reason there is none. */
export type Result =
  | { readonly status: 'scored'; readonly credit: Credit; readonly spent: Spent }
  | { readonly status: 'skipped' | 'failed'; readonly reason: string };

/**
 * One method on one instance within `budget` evaluator calls. `random` is the cell's own stream, without the method in its
 * name: the task's noise and the method's randomness are two streams of it, so every method meets the same draws.
 */
export async function runCell(
  { method, options }: SelectedMethod,
  instance: Instance,
  budget: number,
  random: Random,
): Promise<Result> {
  const { probes, spent, refusal } = meter(instance, budget, random.stream('task'));
  const lacking = method.needs.filter((probe) => probes[probe] === undefined);
  if (lacking.length > 0) return skipped(needsSentence(lacking, Object.keys(probes)));
  const offers = probeNames.filter((probe) => probes[probe] !== undefined);
  try {
    const refused = method.refuses?.(instance.episode, budget, options, instance.noise, offers);
    if (refused !== undefined) return skipped(refused);
    const access = accessFor(method, probes, instance, { random: random.stream('method'), limit: budget, spent });
    const answer = await method.assign(instance.episode, access, options);
    const credit = checkCredit(withRecordSealed(answer, instance, offers, spent), instance);
    const overspent = refusal();
    if (overspent !== undefined) return { status: 'failed', reason: overspent.message };
    return { status: 'scored', credit, spent };
  } catch (error) {
    // What makes an answer undefined may only show once the probes have been asked.
    if (error instanceof CreditbenchError && error.code === 'refused' && refusal() === undefined)
      return skipped(error.message);
    return { status: 'failed', reason: reasonOf(error) };
  }
}

export function needsSentence(lacking: readonly string[], offered: readonly string[]): string {
  return `needs ${lacking.join(', ')}; the task offers ${offered.length > 0 ? offered.join(', ') : 'no probe'}`;
}

/** The answer with its record completed; whatever else it is, is checked as a credit. */
function withRecordSealed(answer: Answer, instance: Instance, offers: readonly Probe[], spent: Spent): unknown {
  if (!answer?.record) return answer;
  return { ...answer, record: sealRecord(answer.record, instance, offers.includes('worth'), spent) };
}

type Purse = { readonly random: Random; readonly limit: number; readonly spent: Spent };

function accessFor(
  { id, needs, uses = [], sees }: SelectedMethod['method'],
  probes: Partial<Record<Probe, unknown>>,
  instance: Instance,
  { random, limit, spent }: Purse,
): Access<Probe, Probe> {
  const declared = new Set<string>([...needs, ...uses]);
  const access = {
    random,
    noise: instance.noise,
    budget: {
      limit,
      get spent() {
        return spent.evaluations;
      },
    },
    ...(sees === 'truth' ? { truth: instance.truth() } : {}),
    ...Object.fromEntries(Object.entries(probes).filter(([probe]) => declared.has(probe))),
  };
  for (const probe of probeNames.filter((name) => !declared.has(name)))
    Object.defineProperty(access, probe, {
      get() {
        throw new CreditbenchError('undeclared-probe', `method "${id}" asked ${probe} without declaring it in needs`);
      },
    });
  // Every declared probe is offered (checked by the caller), so the object has the shape the method was typed with.
  return access as unknown as Access<Probe, Probe>;
}

function skipped(reason: string): Result {
  return { status: 'skipped', reason };
}

function reasonOf(error: unknown): string {
  if (error instanceof CreditbenchError) return error.message;
  return error instanceof Error ? `threw ${error.name}: ${error.message}` : `threw ${String(error)}`;
}
