import { metricText } from '../metric-text.ts';
import { countText, numberText } from '../number-text.ts';
import type { Summary } from '../summary.ts';
import { taskAnchors } from './anchors.ts';

/** What a task gives to whoever looks at nothing. */
export type BaselineView = {
  readonly task: string;
  readonly anchor: string | null;
  readonly name: string;
  readonly metric: string;
  readonly value: string;
  readonly text: string;
  readonly detail: string;
  readonly instances: string;
};

export function baselineViews(summary: Summary): BaselineView[] {
  const anchors = taskAnchors(summary);
  return summary.baselines.map(({ task, name, metric, value, detail, instances }) => ({
    task,
    anchor: anchors.get(task) ?? null,
    name,
    metric: metricText(metric).label,
    value: String(value),
    text: numberText(value),
    detail,
    instances: countText(instances),
  }));
}
