import type { Distribution, Instance } from '../contract.ts';
import type { DiagnosticEffort, DiagnosticLine } from '../diagnostic-row.ts';
import { meter } from '../meter.ts';
import type { Random } from '../random.ts';
import type { SelectedMethod } from '../selection.ts';
import { mean } from '../statistics/mean.ts';
import type { Undefined } from '../statistics/undefined.ts';
import { collectCredit } from './collect-credit.ts';
import { clusteredLine, line, undefinedLine } from './diagnostic-line.ts';
import { fidelity } from './fidelity.ts';
import { type RecollectedContext, withinContextVariance } from './within-context-variance.ts';

/**
 * How good a method's message credit is at the logged contexts of these episodes, role by role: every message that can be said
 * there is credited again and again, with everything after it redrawn. c3.md §10.2; the reference is the exact advantage.
 */
export async function creditLines(
  method: SelectedMethod,
  instances: readonly Instance[],
  budget: number,
  { collections }: DiagnosticEffort,
  random: Random,
): Promise<DiagnosticLine[]> {
  const contexts = new Map<string, RecollectedContext[]>();
  for (const instance of instances) {
    const { agents, messages } = instance.episode;
    for (const [step, { agent }] of messages.entries()) {
      const found = await recollectContext(method, instance, step, budget, collections, random);
      if ('reason' in found) return [undefinedLine('within-context-variance', null, found.reason)];
      const { role } = agents[agent]!;
      contexts.set(role, [...(contexts.get(role) ?? []), found]);
    }
  }
  return [...contexts].flatMap(([role, ofRole]) => linesOfRole(role, ofRole, collections));
}

/** Every message that the policy ever says at a logged context, credited `times` times. */
async function recollectContext(
  method: SelectedMethod,
  instance: Instance,
  step: number,
  budget: number,
  times: number,
  random: Random,
): Promise<RecollectedContext | Undefined> {
  const { inside } = instance;
  const menu = await menuAt(instance, step, random);
  if (inside === undefined || menu === undefined) return { reason: 'the task does not know its own policy' };
  const said = menu.filter(({ probability }) => probability > 0);
  const credits: Float64Array[] = [];
  const truths: number[] = [];
  for (const { message } of said) {
    const collected = new Float64Array(times);
    let truth = 0;
    for (let time = 0; time < times; time++) {
      const stream = random.stream('credit', instance.id, step, message, time);
      const episode = inside.redraw(step, message, stream.stream('episode'));
      const found = await collectCredit(method, episode, budget, stream.stream('cell'));
      if ('reason' in found) return found;
      collected[time] = found.credit[step]!;
      truth = found.truth[step]!;
    }
    credits.push(collected);
    truths.push(truth);
  }
  const weights = Float64Array.from(said, ({ probability }) => probability);
  return { problem: instance.id, weights, credits, truths: Float64Array.from(truths) };
}

async function menuAt(instance: Instance, step: number, random: Random): Promise<Distribution | undefined> {
  const { policy } = meter(instance, Number.POSITIVE_INFINITY, random.stream('menu')).probes;
  return policy?.(step);
}

function linesOfRole(role: string, contexts: readonly RecollectedContext[], collections: number): DiagnosticLine[] {
  const spread = withinContextVariance(contexts);
  const quality =
    'reason' in spread
      ? [undefinedLine('within-context-variance', role, spread.reason)]
      : [
          clusteredLine(
            'within-context-variance',
            role,
            spread.variance,
            'lower is not better alone: see squared bias',
          ),
          clusteredLine('squared-bias', role, spread.squaredBias, 'less its own sampling error; may come out negative'),
          clusteredLine('squared-error', role, spread.squaredError),
        ];
  return [...quality, ...fidelityLines(role, contexts, collections)];
}

/** Rank correlation with the exact advantage in each collection, averaged over collections. */
function fidelityLines(role: string, contexts: readonly RecollectedContext[], collections: number): DiagnosticLine[] {
  const found = Array.from({ length: collections }, (_, time) =>
    fidelity(
      contexts.map(({ problem, credits, truths }) => ({
        problem,
        credits: Float64Array.from(credits, (collected) => collected[time]!),
        reference: { values: truths, standardErrors: new Float64Array(truths.length) },
      })),
    ),
  );
  const averaged = (name: string, values: readonly (number | Undefined)[], count: number, beside?: string) => {
    const undefinedOne = values.find((value): value is Undefined => typeof value !== 'number');
    if (undefinedOne !== undefined) return undefinedLine(name, role, undefinedOne.reason);
    // Every value is a number, because none was undefined.
    return line(name, role, mean(values as readonly number[]), count, {}, beside);
  };
  const coverage = found[0]?.coverage;
  return [
    averaged(
      'fidelity-pooled',
      found.map(({ pooled }) => pooled),
      contexts.length,
    ),
    averaged(
      'fidelity-per-context',
      found.map(({ perContext }) => ('reason' in perContext ? perContext : perContext.mean)),
      contexts.length,
      typeof coverage === 'number'
        ? `${Math.round(100 * coverage)} % of the contexts covered; constant credit counts as 0`
        : undefined,
    ),
  ];
}
