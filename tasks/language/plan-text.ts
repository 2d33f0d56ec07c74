import type { Operation, Plan } from './problem.ts';

/** The plan in the Reasoner's words. */
export function sayPlan({ numbers: [a, b, c], operations: [first, second] }: Plan): string {
  return `First ${phrase(first, String(a), b)}, then ${phrase(second, 'the result', c)}.`;
}

/** The plan in a Reasoner's text, if the text holds one: the Actor knows nothing else of what the Reasoner meant. */
export function readPlan(text: string): Plan | undefined {
  const match = /First (.+), then (.+)\./.exec(text);
  const first = readPhrase(match?.[1] ?? '');
  const second = readPhrase(match?.[2] ?? '');
  if (typeof first?.left !== 'number' || second?.left !== 'the result') return undefined;
  return { numbers: [first.left, first.right, second.right], operations: [first.operation, second.operation] };
}

function phrase(operation: Operation, left: string, right: number): string {
  if (operation === 'add') return `add ${right} to ${left}`;
  return operation === 'subtract' ? `subtract ${right} from ${left}` : `multiply ${left} by ${right}`;
}

type Phrase = { readonly operation: Operation; readonly left: number | 'the result'; readonly right: number };

function readPhrase(text: string): Phrase | undefined {
  const product = /^multiply (\d+|the result) by (\d+)$/.exec(text);
  if (product !== null) return { operation: 'multiply', left: readLeft(product[1]!), right: Number(product[2]) };
  const sum = /^(add|subtract) (\d+) (?:to|from) (\d+|the result)$/.exec(text);
  if (sum === null) return undefined;
  return { operation: sum[1] === 'add' ? 'add' : 'subtract', left: readLeft(sum[3]!), right: Number(sum[2]) };
}

function readLeft(text: string): number | 'the result' {
  return text === 'the result' ? text : Number(text);
}
