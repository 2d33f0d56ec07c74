import type { Instance } from '../contract.ts';
import { checkCredit } from '../credit.ts';
import { CreditbenchError } from '../errors.ts';

const numeric = ['agents', 'messages'] as const;

/** What is wrong with the form of an answer, its numbers aside: their count, a step or an agent that is not there. */
export function faultOfShape(answer: unknown, { id, episode }: Pick<Instance, 'id' | 'episode'>): string | undefined {
  try {
    checkCredit(withFiniteNumbers(answer), { id, episode });
    return undefined;
  } catch (error) {
    if (error instanceof CreditbenchError) return error.message.replace(/ \(instance "[^"]*"\)$/, '');
    throw error;
  }
}

/** The first number of an answer that is not finite. */
export function faultOfNumbers(answer: unknown): string | undefined {
  for (const name of numeric)
    for (const [index, value] of numbersOf(answer, name).entries())
      if (typeof value === 'number' && !Number.isFinite(value)) return `credit.${name}[${index}] is ${value}`;
  return undefined;
}

function numbersOf(answer: unknown, name: (typeof numeric)[number]): unknown[] {
  if (typeof answer !== 'object' || answer === null) return [];
  const { [name]: values } = answer as { readonly [key in (typeof numeric)[number]]?: unknown };
  return Array.isArray(values) || values instanceof Float64Array ? Array.from<unknown>(values) : [];
}

/** The record is completed by the harness, and is its own matter. */
function withFiniteNumbers(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null) return answer;
  const { record: _, ...credit } = answer as { readonly record?: unknown };
  const mended = numeric
    .filter((name) => numbersOf(answer, name).length > 0)
    .map((name) => [name, numbersOf(answer, name).map((value) => (typeof value === 'number' ? 0 : value))] as const);
  return { ...credit, ...Object.fromEntries(mended) };
}
