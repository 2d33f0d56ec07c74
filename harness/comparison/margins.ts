import type { AnalysisPlan } from '../analysis-plan.ts';
import { betterOf } from '../better.ts';
import type { Estimand } from '../contract.ts';
import { CreditbenchError } from '../errors.ts';
import { headlineOf } from './headline.ts';

/** How much worse still passes, in a metric's own unit: of every board's headline, and of metrics by name. */
export type Margins = { readonly headline: number | undefined; readonly perMetric: Readonly<Record<string, number>> };

/** `0.02`, or `relative-error=0.02,sign-accuracy=0.05`. @throws CreditbenchError `bad-usage` */
export function readMargins(text: string): Margins {
  let headline: number | undefined;
  const perMetric: Record<string, number> = {};
  for (const item of text.split(',')) {
    const [name, value] = item.includes('=') ? splitAt(item) : [undefined, item.trim()];
    const margin = Number(value);
    if (value === '' || !Number.isFinite(margin) || margin <= 0)
      throw new CreditbenchError('bad-usage', `--margin "${item}"; expected a number above 0, or metric=number`);
    if (name === undefined ? headline !== undefined : Object.hasOwn(perMetric, name))
      throw new CreditbenchError(
        'bad-usage',
        `--margin "${text}": ${name ?? 'the headline'} has two margins; expected one`,
      );
    if (name === undefined) headline = margin;
    else perMetric[requireMetric('--margin', name)] = margin;
  }
  return { headline, perMetric };
}

/** The metrics held to a margin for credit of this estimand, the headline first. */
export function gatedMetrics(
  estimand: Estimand,
  { headline, perMetric }: Margins,
  plan: Pick<AnalysisPlan, 'metrics'>,
): { readonly metric: string; readonly margin: number }[] {
  const ranked = headlineOf(estimand, plan);
  const named = Object.entries(perMetric).map(([metric, margin]) => ({ metric, margin }));
  if (headline === undefined || Object.hasOwn(perMetric, ranked)) return named;
  return [{ metric: ranked, margin: headline }, ...named];
}

/** The name of a metric that has a direction. @throws CreditbenchError `bad-usage` */
export function requireMetric(flag: string, name: string): string {
  if (betterOf(name) === null)
    throw new CreditbenchError(
      'bad-usage',
      `${flag}: "${name}" is not a metric with a better side; expected one like relative-error`,
    );
  return name;
}

function splitAt(item: string): [name: string, value: string] {
  const place = item.indexOf('=');
  return [item.slice(0, place).trim(), item.slice(place + 1).trim()];
}
