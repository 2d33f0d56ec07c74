import { describe, expect, it } from 'vitest';
import { falseAlarmRate } from '../../../harness/comparison/false-alarm-rate.ts';

/** P(X ≥ alarms) of a binomial, summed term by term. */
function tail(alarms: number, replays: number, alpha: number): number {
  let sum = 0;
  for (let count = alarms; count <= replays; count++) {
    let log = count * Math.log(alpha) + (replays - count) * Math.log(1 - alpha);
    for (let factor = 1; factor <= count; factor++) log += Math.log((replays - count + factor) / factor);
    sum += Math.exp(log);
  }
  return sum;
}

describe('falseAlarmRate', () => {
  it('gives the Wilson interval and the judgements of the reference at 200 replays', () => {
    const ten = falseAlarmRate(10, 200, 0.05);
    expect(ten).toMatchObject({ rate: 0.05, judgement: 'honest' });
    expect(ten.low).toBeCloseTo(0.0274, 4);
    expect(ten.high).toBeCloseTo(0.0896, 4);
    expect([15, 16, 17, 18].map((alarms) => falseAlarmRate(alarms, 200, 0.05).judgement)).toEqual([
      'honest',
      'suspect',
      'suspect',
      'broken',
    ]);
    expect(falseAlarmRate(16, 200, 0.05).chance).toBeCloseTo(0.044, 3);
    expect(falseAlarmRate(18, 200, 0.05).chance).toBeCloseTo(0.012, 3);
  });

  it.each([
    [0, 5, 0.05],
    [1, 5, 0.05],
    [5, 5, 0.3],
    [7, 40, 0.1],
  ])('sums the binomial tail: %i of %i at %f', (alarms, replays, alpha) => {
    expect(falseAlarmRate(alarms, replays, alpha).chance).toBeCloseTo(tail(alarms, replays, alpha), 10);
  });

  it('has no rate of no replays', () => {
    expect(() => falseAlarmRate(0, 0, 0.05)).toThrow('expected at least one');
  });
});
