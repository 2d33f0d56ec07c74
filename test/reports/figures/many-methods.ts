import type { Standing, Summary } from '../../../reports/summary.ts';
import { hostile } from '../example-manifest.ts';
import { exampleSummary } from '../example-summary.ts';

const agent = exampleSummary.boards.filter(({ estimand }) => estimand === 'shapley');
const of = (method: string): Standing => agent.at(-1)!.standings.find((standing) => standing.method === method)!;

/** The agent board with so many ranked methods that each has a panel of its own; the first has a name that is markup. */
export function manyMethods(count: number): Summary {
  const names = Array.from({ length: count }, (_, place) =>
    place === 0 ? hostile.html : `method-${String(place).padStart(2, '0')}[with=options,that=are-long]`,
  );
  const ranked = names.map((method, place) => ({
    ...of('kernel-shap'),
    method,
    rank: place + 1,
    metrics: { 'relative-error': { value: 0.1 + place / 20, low: 0.05 + place / 20, high: 0.2 + place / 20 } },
  }));
  const thresholds = [0, 0.25, 0.5, 0.75, 1];
  const share = [0, 0.5, 0.75, 0.9, 1];
  const line = (method: string, control: boolean) => ({ method, control, share, low: share, high: share });
  return {
    ...exampleSummary,
    boards: agent.map((table) => ({
      ...table,
      standings: [...ranked.toReversed(), of('uniform'), of('oracle')],
      resolution: null,
      profile: {
        thresholds,
        lines: [...names.toReversed().map((name) => line(name, false)), line('uniform', true)],
      },
    })),
  };
}
