import { createLogUpdate } from 'log-update';
import type { Progress } from '../tally.ts';

export type ProgressLine = { show(progress: Progress): void; end(): void };

const secondsBetweenLines = 5;
const secondsBetweenFrames = 0.1;

/** One live line on a terminal, a plain line every five seconds elsewhere, on standard error. */
export function progressLine(stream: NodeJS.WriteStream = process.stderr): ProgressLine {
  const started = performance.now();
  const live = stream.isTTY && stream.rows > 0 ? createLogUpdate(stream) : undefined;
  const pause = live === undefined ? secondsBetweenLines : secondsBetweenFrames;
  let shown = 0;
  return {
    show(progress) {
      const seconds = (performance.now() - started) / 1000;
      if (seconds - shown < pause) return;
      shown = seconds;
      const line = progressText(progress, seconds);
      if (live === undefined) stream.write(`${line}\n`);
      else live(line.slice(0, (stream.columns || 80) - 1));
    },
    end: () => live?.clear(),
  };
}

/** `1204/5432 22% · 310/s · 14 s left · c3 on relay`. Cells taken from the journal do not count towards the rate. */
export function progressText({ done, total, reused, now }: Progress, seconds: number): string {
  const rate = (done - reused) / seconds;
  const share = total === 0 ? 100 : Math.floor((100 * done) / total);
  const left = rate > 0 ? `${durationText((total - done) / rate)} left` : 'no estimate yet';
  return `${done}/${total} ${share}% · ${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s · ${left} · ${now}`;
}

function durationText(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
