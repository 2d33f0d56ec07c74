import type { Episode } from '../../harness/contract.ts';
import { CreditbenchError } from '../../harness/errors.ts';

/** The distinct joint actions among episodes; feature f stands for one message of one step, those of a step are neighbours. */
export type JointTable = {
  readonly features: number;
  /** The features of step t are `first[t] … first[t + 1] − 1`. */
  readonly first: readonly number[];
  /** The feature of a message, undefined where no episode said it. */
  featureOf(step: number, text: string): number | undefined;
  /** The feature that is on at every step, the share of episodes that said so, and their mean outcome. */
  readonly rows: readonly { readonly on: readonly number[]; readonly share: number; readonly value: number }[];
};

type Spoken = Pick<Episode, 'messages' | 'outcome'>;

/** @throws CreditbenchError `refused` where episodes differ in length, for a mixer has one input per step */
export function jointTable(episodes: readonly Spoken[]): JointTable {
  const steps = episodes[0]!.messages.length;
  const odd = episodes.find(({ messages }) => messages.length !== steps);
  if (odd !== undefined)
    throw new CreditbenchError(
      'refused',
      `a mixer has one input per step; training episodes have ${steps} and ${odd.messages.length} messages`,
    );
  const menus = Array.from({ length: steps }, (_, step) => [
    ...new Set(episodes.map(({ messages }) => messages[step]!.text)),
  ]);
  const first = [0];
  for (const menu of menus) first.push(first.at(-1)! + menu.length);
  const places = menus.map((menu, step) => new Map(menu.map((text, place) => [text, first[step]! + place])));
  const rows = new Map<string, { on: number[]; count: number; sum: number }>();
  for (const { messages, outcome } of episodes) {
    const on = messages.map(({ text }, step) => places[step]!.get(text)!);
    const { count, sum } = rows.get(on.join()) ?? { count: 0, sum: 0 };
    rows.set(on.join(), { on, count: count + 1, sum: sum + outcome });
  }
  return {
    features: first.at(-1)!,
    first,
    featureOf: (step, text) => places[step]?.get(text),
    rows: [...rows.values()].map(({ on, count, sum }) => ({ on, share: count / episodes.length, value: sum / count })),
  };
}

/** Mean squared error of a prediction of the rows, each weighed by its share. */
export function meanSquaredError(
  { rows }: Pick<JointTable, 'rows'>,
  predict: (on: readonly number[]) => number,
): number {
  return rows.reduce((sum, { on, share, value }) => sum + share * (predict(on) - value) ** 2, 0);
}
