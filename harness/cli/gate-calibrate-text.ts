import { numberText } from '../../reports/number-text.ts';
import type { FalseAlarmRate } from '../comparison/false-alarm-rate.ts';
import type { Side } from '../comparison/read-side.ts';
import type { GatedMethod, GateSettings } from '../comparison/regression-lines.ts';
import { type ExitCode, exitCode } from './exit.ts';
import { type Calibration, calibrate } from './gate-calibrate.ts';
import { columns, print } from './output.ts';
import { printable, printableJson } from './printable.ts';
import { progressLine } from './progress.ts';
import { readCount } from './read-number.ts';

const usualReplays = 200;

/** `gate --calibrate`: prints how often the gate calls the baseline worse than itself. A broken rate is a failed verification. */
export async function calibrateCommand(
  baseline: Side,
  methods: readonly GatedMethod[],
  settings: GateSettings,
  flags: { readonly calibrate?: string | true; readonly json?: true },
): Promise<ExitCode> {
  const replays = typeof flags.calibrate === 'string' ? readCount('--calibrate', flags.calibrate, 1) : usualReplays;
  const line = flags.json ? undefined : progressLine();
  const found = await calibrate(baseline, methods, settings, replays, (done) =>
    line?.show({ done, total: replays, reused: 0, now: 'A/A replays' }),
  ).finally(() => line?.end());
  if (flags.json) print(printableJson(found));
  else print('reason' in found ? `NOT CALIBRATED: ${printable(found.reason)}` : calibrationText(found, settings.alpha));
  if ('reason' in found) return exitCode.incomplete;
  const isBroken = [found.rate, found.rateWithoutMargin].some(({ judgement }) => judgement === 'broken');
  return isBroken ? exitCode.regression : exitCode.done;
}

function calibrationText({ by, comparisons, differing, rate, rateWithoutMargin }: Calibration, alpha: number): string {
  const row = (name: string, { alarms, replays, rate: share, low, high, chance, judgement }: FalseAlarmRate) => [
    name,
    `${alarms} of ${replays}`,
    numberText(share),
    `[${numberText(low)}, ${numberText(high)}]`,
    numberText(chance),
    judgement,
  ];
  const how = {
    'seed halves':
      'the seeds of each instance, split in two at random; replays share seeds, so the interval is narrower than it should be',
    runs: 'every cell run twice per replay, with fresh noise and method randomness on the same instances',
  }[by];
  return [
    `The baseline against itself, alpha ${alpha}, ${comparisons} comparisons: ${how}.`,
    columns(
      [
        ['', 'false alarms', 'rate', '95 % interval', 'chance', ''],
        row('at the margins given', rate),
        row('with hardly any margin', rateWithoutMargin),
      ],
      [1, 2, 3, 4],
    ),
    differing === 0
      ? 'No number differed in any replay: there is no noise, and no false alarm is possible.'
      : 'chance: of so many alarms at a true rate of alpha; below .05 suspect, below .02 broken.',
  ].join('\n\n');
}
