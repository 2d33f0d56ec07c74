import { runCell } from '../cell.ts';
import type { Instance } from '../contract.ts';
import type { Random } from '../random.ts';
import type { SelectedMethod } from '../selection.ts';
import type { Undefined } from '../statistics/undefined.ts';

/** The message credit of a method's cell beside the exact advantage, or why there is none. */
export type CollectedCredit = { readonly credit: Float64Array; readonly truth: Float64Array };

/** Runs one cell and keeps its message credit; every probe and every choice of the method is drawn from `random`. */
export async function collectCredit(
  method: SelectedMethod,
  instance: Instance,
  budget: number,
  random: Random,
): Promise<CollectedCredit | Undefined> {
  const { advantage } = instance.truth();
  if (advantage === undefined) return { reason: 'the task does not know the advantage of its messages' };
  const result = await runCell(method, instance, budget, random);
  if (result.status !== 'scored') return { reason: `${result.status}: ${result.reason}` };
  if (result.credit.messages === undefined) return { reason: `${method.name} credits no messages` };
  return { credit: result.credit.messages, truth: advantage };
}
