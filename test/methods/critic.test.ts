import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generalisedAdvantage } from '../../harness/generalised-advantage.ts';
import { randomOf } from '../../harness/random.ts';
import { gae } from '../../methods/critic/gae.ts';
import { mappo } from '../../methods/critic/mappo.ts';
import { relayWorld } from '../../tasks/teams/relay.ts';
import { answerOf, episodeSaying, teamOf } from './on.ts';

const number = fc.double({ min: -1, max: 1, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** The double sum of the definition. */
function slow(values: readonly number[], outcome: number, gamma: number, lambda: number): number[] {
  const after = [...values.slice(1), 0];
  const surprises = values.map(
    (value, step) => (step === values.length - 1 ? outcome : 0) + gamma * after[step]! - value,
  );
  return values.map((_, step) =>
    surprises.slice(step).reduce((sum, surprise, later) => sum + (gamma * lambda) ** later * surprise, 0),
  );
}

describe('generalisedAdvantage', () => {
  it('agrees with the double sum of its definition', () => {
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 1, maxLength: 6 }),
        number,
        share,
        share,
        (values, outcome, gamma, lambda) => {
          const found = generalisedAdvantage(Float64Array.from(values), outcome, gamma, lambda);
          for (const [step, expected] of slow(values, outcome, gamma, lambda).entries())
            expect(found[step]).toBeCloseTo(expected, 10);
        },
      ),
    );
  });
});

describe('gae and mappo', () => {
  const exact = teamOf(relayWorld([0.1, 0.2, 0.05]));
  const instance = episodeSaying(exact, ['1', '0', '0']);
  const { advantage } = instance.truth();

  it('with λ = 0 and an exact critic are the exact advantage, for no further evaluator call', async () => {
    const { credit, spent } = await answerOf(gae, instance, { options: 'lambda=0' });
    for (const [step, value] of advantage!.entries()) expect(credit.messages![step]).toBeCloseTo(value, 12);
    expect(spent).toMatchObject({ evaluations: 1, messages: 3 });
  });

  it('with λ = 1 are the outcome less the value of each context', async () => {
    const { credit } = await answerOf(gae, instance, { options: 'lambda=1' });
    expect(credit).toEqual((await answerOf(mappo, instance)).credit);
    const values = [179 / 250, 0.77, 0.05];
    for (const [step, value] of values.entries()) expect(credit.messages![step]).toBeCloseTo(0 - value, 12);
  });

  it('sum to the outcome less the critic’s value of the start where λ = 0, however wrong the critic is', async () => {
    const wrong = teamOf({ ...relayWorld([0.1, 0.2, 0.05]), critic: { noise: 0.3 } });
    const said = episodeSaying(wrong, ['1', '0', '0']);
    const random = randomOf('critic');
    const { credit } = await answerOf(gae, said, { options: 'lambda=0', random });
    const [start] = await said.open({ random: random.stream('task'), generated: () => {} }).critic!([0]);
    expect(start).not.toBeCloseTo(179 / 250, 3);
    expect(credit.messages!.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0 - start!, 12);
    expect(credit.messages![0]).not.toBeCloseTo(advantage![0]!, 3);
  });

  it('meet a critic whose error has the declared spread', async () => {
    const wrong = teamOf({ ...relayWorld([0.1, 0.2, 0.05]), critic: { noise: 0.3 } });
    const said = episodeSaying(wrong, ['1', '0', '0']);
    const errors: number[] = [];
    for (let seed = 0; seed < 2000; seed++) {
      const [value] = await said.open({ random: randomOf('spread', seed), generated: () => {} }).critic!([1]);
      errors.push(value! - 0.77);
    }
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    const variance = errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length;
    expect(Math.abs(mean)).toBeLessThan((4 * 0.3) / Math.sqrt(errors.length));
    expect(Math.abs(variance / 0.09 - 1)).toBeLessThan(4 * Math.sqrt(2 / errors.length));
  });
});
