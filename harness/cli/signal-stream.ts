import { type Signal, signalOf } from '../../reports/signals/signal.ts';
import { runCell } from '../cell.ts';
import { randomOf } from '../random.ts';
import type { SelectedMethod } from '../selection.ts';
import { verifyRecord } from '../signals/verify-record.ts';
import type { SignalInput } from './signal-inputs.ts';

/** What became of one episode: its signal, or the reason there is none. */
export type MadeSignal =
  | { readonly status: 'made'; readonly signal: Signal }
  | { readonly status: NoSignal; readonly name: string; readonly reason: string };
type NoSignal = 'excluded' | 'skipped' | 'failed';

/** The signals of all episodes of the inputs, one at a time; a record that does not verify is a failure. @param budget evaluator calls per episode */
export async function* signalStream(
  inputs: readonly SignalInput[],
  method: SelectedMethod,
  budget: number,
  seed: number,
): AsyncGenerator<MadeSignal, void, undefined> {
  const limit = budget === Number.POSITIVE_INFINITY ? 'unlimited' : budget;
  for (const { name: source, instances } of inputs)
    for (const { name, instance } of instances()) {
      if (instance.excluded !== undefined) {
        yield { status: 'excluded', name, reason: instance.excluded };
        continue;
      }
      const random = randomOf('signals', source, instance.id, limit, seed);
      const result = await runCell(method, instance, budget, random);
      if (result.status !== 'scored') {
        yield { status: result.status, name, reason: result.reason };
        continue;
      }
      const { episode } = instance;
      const signal = signalOf({ source, instance: name, method: method.name, episode }, result.credit);
      const [difference] = signal.record === undefined ? [] : verifyRecord(signal.record);
      if (difference === undefined) yield { status: 'made', signal };
      else yield { status: 'failed', name, reason: `its record does not hold: ${difference}` };
    }
}
