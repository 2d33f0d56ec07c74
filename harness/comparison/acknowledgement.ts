import { z } from 'zod';
import { parseWith, readJson } from '../files.ts';

const date = z.iso.date('expected a date like 2027-01-31');

/** A regression that somebody knows of and accepts until a date (the day itself included, UTC). What is left out matches anything. */
export const acknowledgementSchema = z.strictObject({
  method: z.string(),
  task: z.string().optional(),
  metric: z.string().optional(),
  until: date,
  reason: z.string().min(1),
});
export type Acknowledgement = z.output<typeof acknowledgementSchema>;

/** @throws CreditbenchError `bad-file` naming the entry and what is wrong with it */
export function readAcknowledgements(path: string): Acknowledgement[] {
  return parseWith(z.array(acknowledgementSchema), readJson(path), path);
}

/** What is said of a regression: it is acknowledged, or was until a date that is over. The acknowledgement that lasts longest counts. */
export type Acknowledged = Acknowledgement & { readonly expired: boolean };

/** @param today as `YYYY-MM-DD` */
export function acknowledgementOf(
  worse: { readonly method: string; readonly task: string; readonly metric: string },
  acknowledgements: readonly Acknowledgement[],
  today: string,
): Acknowledged | undefined {
  const [longest] = acknowledgements
    .filter(({ method, task = worse.task, metric = worse.metric }) => {
      return method === worse.method && task === worse.task && metric === worse.metric;
    })
    .toSorted((a, b) => (a.until < b.until ? 1 : -1));
  return longest && { ...longest, expired: longest.until < today };
}
