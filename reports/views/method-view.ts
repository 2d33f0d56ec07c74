import { estimandTexts } from '../board-text.ts';
import type { Summary } from '../summary.ts';
import { methodAnchors } from './anchors.ts';

/** What is known about a method besides its numbers. */
export type MethodView = {
  readonly anchor: string;
  readonly name: string;
  readonly title: string;
  readonly source: string;
  readonly targets: string;
  readonly needs: string;
  readonly code: string;
};

export function methodViews(summary: Summary): MethodView[] {
  const anchors = methodAnchors(summary);
  return summary.manifest.suite.methods.map(({ name, title, source, targets, needs, control, code }) => ({
    anchor: anchors.get(name) ?? '',
    name,
    title,
    source,
    targets: control ? 'control' : targets.map((target) => estimandTexts[target]).join(', '),
    needs: needs.length === 0 ? 'nothing' : needs.join(', '),
    code,
  }));
}
