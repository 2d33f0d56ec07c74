import { exactInfluence } from '../../harness/diagnostics/exact-influence.ts';
import type { Tree } from './tree.ts';

/**
 * I(message of the step; next message | context) of a whole tree, exactly, in nats; undefined at the last step.
 * @param weights the behaviour policy's chances of the messages, or every message it ever says alike
 */
export function influenceAt(
  { layers }: Tree,
  step: number,
  context: number,
  weights: 'policy' | 'uniform',
): number | undefined {
  const later = layers[step + 1];
  if (later === undefined) return undefined;
  const { first, end, policy, next } = layers[step]!;
  const edges = Array.from({ length: end[context]! - first[context]! }, (_, place) => first[context]! + place);
  const spoken = edges.filter((edge) => policy[edge]! > 0);
  const replies = (after: number) => later.said.slice(later.first[after]!, later.end[after]!);
  const texts = [...new Set(spoken.flatMap((edge) => replies(next[edge]!).map(({ text }) => text)))];
  return exactInfluence(
    Float64Array.from(spoken, (edge) => (weights === 'policy' ? policy[edge]! : 1 / spoken.length)),
    spoken.map((edge) => {
      const chances = new Float64Array(texts.length);
      for (const { text, probability } of replies(next[edge]!)) chances[texts.indexOf(text)]! += probability;
      return chances;
    }),
  );
}
