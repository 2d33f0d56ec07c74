import type { Instance } from '../contract.ts';
import { NotApplicable } from '../laws/trial.ts';
import type { Random } from '../random.ts';
import { faultOfEstimate } from './fault-of-estimate.ts';

/** The advantage of every message against what replays make it: Q(h, m) − V(h), as means of `draws`. */
export async function replayAgainstTruth(
  instance: Instance,
  draws: number,
  random: Random,
): Promise<string | undefined> {
  const { replay } = instance.open({ random, generated: () => {} });
  const { advantage, standardErrors } = instance.truth();
  if (replay === undefined) throw new NotApplicable('the task does not offer replay');
  if (advantage === undefined) throw new NotApplicable('it knows no advantage');
  if (draws === 0) throw new NotApplicable('no draws were asked for');
  const { messages, range } = instance.episode;
  for (const [step, { text }] of messages.entries()) {
    const [said, afresh] = await replay([
      { step, message: text, count: draws },
      { step, count: draws },
    ]);
    const samples = [
      { values: said!, weight: 1 },
      { values: afresh!, weight: -1 },
    ];
    const found = faultOfEstimate(advantage[step]!, standardErrors?.advantage?.[step], samples, range, 'sampled');
    if (found !== undefined)
      return `the truth gives message ${step} an advantage of ${found.truth}; replays give ${found.estimate}`;
  }
  return undefined;
}
