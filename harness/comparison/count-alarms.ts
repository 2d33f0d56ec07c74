import {
  type GatedMethod,
  type GateSettings,
  nameWorse,
  type RegressionLine,
  regressionLines,
} from './regression-lines.ts';

/** What one A/A replay gave: whether anything was called worse, at the margins of the gate and with hardly any margin, and whether anything differed at all. */
export type Replay = {
  readonly alarm: boolean;
  readonly alarmWithoutMargin: boolean;
  readonly differs: boolean;
  readonly lines: number;
};

/** So small that the test alone decides: an identical pair is then at the edge of what passes, where most false alarms are. */
const hardlyAny = 1e-150;

/** One replay of the gate on two sets of results of the same methods. */
export function countAlarm(methods: readonly GatedMethod[], settings: GateSettings): Replay {
  const { lines } = regressionLines(methods, settings);
  const { headline, perMetric } = settings.margins;
  const margins = {
    headline: headline === undefined ? undefined : hardlyAny,
    perMetric: Object.fromEntries(Object.keys(perMetric).map((metric) => [metric, hardlyAny])),
  };
  return {
    alarm: hasWorse(lines, settings.alpha),
    alarmWithoutMargin: hasWorse(regressionLines(methods, { ...settings, margins }).lines, settings.alpha),
    differs: lines.some(({ baseline, candidate }) => baseline !== candidate),
    lines: lines.length,
  };
}

function hasWorse(lines: readonly RegressionLine[], alpha: number): boolean {
  return nameWorse(lines, alpha).some(({ verdict }) => verdict === 'worse');
}
