import { pick, type Random, randomInteger } from '../../harness/random.ts';

export type Operation = 'add' | 'subtract' | 'multiply';

/** Two operations in a row: (first ∘ second) ∘ third. */
export type Plan = {
  readonly numbers: readonly [number, number, number];
  readonly operations: readonly [Operation, Operation];
};

/** A grade-school word problem and the plan that solves it. */
export type WordProblem = { readonly question: string; readonly plan: Plan };

const names = ['Mia', 'Omar', 'Lena', 'Ravi', 'Tom', 'Aisha', 'Juno', 'Pavel'];
const things = ['pencils', 'apples', 'marbles', 'stickers', 'shells', 'coins'];

type Template = {
  readonly operations: Plan['operations'];
  tell(name: string, thing: string, numbers: Plan['numbers']): string;
};

const templates: readonly Template[] = [
  {
    operations: ['multiply', 'subtract'],
    tell: (name, thing, [a, b, c]) =>
      `${name} has ${a} boxes with ${b} ${thing} each and gives ${c} away. How many ${thing} are left?`,
  },
  {
    operations: ['multiply', 'add'],
    tell: (name, thing, [a, b, c]) =>
      `${name} buys ${a} bags of ${b} ${thing} and finds ${c} more. How many ${thing} does ${name} have?`,
  },
  {
    operations: ['add', 'multiply'],
    tell: (name, thing, [a, b, c]) =>
      `${name} collects ${a} ${thing} in the morning and ${b} in the evening, on each of ${c} days. How many ${thing} is that?`,
  },
  {
    operations: ['add', 'subtract'],
    tell: (name, thing, [a, b, c]) =>
      `${name} has ${a} ${thing}, gets ${b} from a friend and loses ${c}. How many ${thing} are left?`,
  },
];

/** A random problem whose numbers keep every intermediate result positive. */
export function drawProblem(random: Random): WordProblem {
  const { operations, tell } = pick(random, templates);
  const numbers = [randomInteger(random, 4, 9), randomInteger(random, 5, 12), randomInteger(random, 2, 8)] as const;
  return { question: tell(pick(random, names), pick(random, things), numbers), plan: { numbers, operations } };
}

/** What the plan comes to. */
export function solve({ numbers: [a, b, c], operations: [first, second] }: Plan): number {
  return apply(second, apply(first, a, b), c);
}

function apply(operation: Operation, a: number, b: number): number {
  return operation === 'add' ? a + b : operation === 'subtract' ? a - b : a * b;
}
