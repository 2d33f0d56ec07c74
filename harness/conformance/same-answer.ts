import type { Credit } from '../contract.ts';
import { NotApplicable } from '../laws/trial.ts';
import { observe } from './observe.ts';
import { budgetText, type MethodOn } from './subject.ts';

/** The cell once more after others, under the first and the last budget that it was answered under: the same bits. */
export async function determinism({ selected, instance, observed }: MethodOn): Promise<string | undefined> {
  const answered = (await observed()).flatMap(({ budget, result }) =>
    result.status === 'scored' ? [{ budget, credit: result.credit }] : [],
  );
  if (answered.length === 0) throw new NotApplicable('there is no answer to compare');
  for (const { budget, credit } of new Set([answered[0]!, answered.at(-1)!])) {
    const { result } = await observe(selected, instance, budget);
    const fault = result.status === 'scored' ? difference(credit, result.credit) : `then ${result.reason}`;
    if (fault !== undefined) return `${budgetText(budget)}, one seed: ${fault}`;
  }
  return undefined;
}

function difference(once: Credit, again: Credit): string | undefined {
  for (const name of ['agents', 'messages'] as const) {
    const [first, second] = [once[name], again[name]];
    if (first?.length !== second?.length) return `credit.${name} is there only sometimes`;
    for (const [index, value] of (first ?? []).entries())
      if (value !== second![index]) return `credit.${name}[${index}] is ${value} and then ${second![index]}`;
  }
  for (const name of ['firstError', 'firstErrorAgent'] as const)
    if (once[name] !== again[name]) return `credit.${name} is ${once[name]} and then ${again[name]}`;
  const [first, second] = [once.record, again.record].map((record) => JSON.stringify(record));
  return first === second ? undefined : 'the record changes from one answer to the next';
}
