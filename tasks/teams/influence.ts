import { exactInfluence } from '../../harness/diagnostics/exact-influence.ts';
import type { Tree } from './tree.ts';

/**
 * I(message of the step; next message | context) of a whole tree, exactly, in nats; undefined at the last step.
 * @param weights the behaviour policy's chances of the messages, or every message it ever says alike
 */
export function influenceAt(
  tree: Tree,
  step: number,
  context: number,
  weights: 'policy' | 'uniform',
): number | undefined {
  const { first, end, policy } = tree.layers[step]!;
  const edges = Array.from({ length: end[context]! - first[context]! }, (_, place) => first[context]! + place);
  const spoken = edges.filter((edge) => policy[edge]! > 0);
  const chances = spoken.map((edge) => (weights === 'policy' ? policy[edge]! : 1 / spoken.length));
  return influenceOf(tree, step, spoken, chances);
}

/** The same of candidates with chances of their own, one of them perhaps twice. @param edges of one context */
export function influenceOf(
  { layers }: Tree,
  step: number,
  edges: readonly number[],
  chances: readonly number[],
): number | undefined {
  const later = layers[step + 1];
  if (later === undefined) return undefined;
  const { next } = layers[step]!;
  const replies = (after: number) => later.said.slice(later.first[after]!, later.end[after]!);
  const texts = [...new Set(edges.flatMap((edge) => replies(next[edge]!).map(({ text }) => text)))];
  return exactInfluence(
    Float64Array.from(chances),
    edges.map((edge) => {
      const said = new Float64Array(texts.length);
      for (const { text, probability } of replies(next[edge]!)) said[texts.indexOf(text)]! += probability;
      return said;
    }),
  );
}
