import { incompleteBeta } from '../statistics/special/incomplete-beta.ts';
import { isUndefined } from '../statistics/undefined.ts';
import { wilson } from '../statistics/wilson.ts';

/** How often an identical pair was called worse, and whether a test that keeps its alpha could have done so that often. */
export type FalseAlarmRate = {
  readonly alarms: number;
  readonly replays: number;
  readonly rate: number;
  /** 95 % Wilson interval. */
  readonly low: number;
  readonly high: number;
  /** P(at least this many alarms) at alpha. */
  readonly chance: number;
  readonly judgement: 'honest' | 'suspect' | 'broken';
};

/** Of at least one replay. Suspect below .05, broken below .02: of 200 replays at alpha .05, 16 and 18 alarms; statistics.md §9.5. */
export function falseAlarmRate(alarms: number, replays: number, alpha: number): FalseAlarmRate {
  const interval = wilson(alarms, replays);
  if (isUndefined(interval)) throw new RangeError('no replays to count alarms of; expected at least one');
  const chance = alarms === 0 ? 1 : incompleteBeta(alpha, alarms, replays - alarms + 1);
  const judgement = chance < 0.02 ? 'broken' : chance < 0.05 ? 'suspect' : 'honest';
  return { alarms, replays, rate: alarms / replays, ...interval, chance, judgement };
}
