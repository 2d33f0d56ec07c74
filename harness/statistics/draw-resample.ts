import type { canonicalScores } from './canonical-scores.ts';
import { childKey, drawBelow, type Key } from './keyed-draw.ts';
import type { Drawn } from './resampling-levels.ts';
import type { PlainScores } from './scores.ts';

/**
 * One resample: the draw at a task, an instance and a seed depends on the key and on these three places alone. A unit drawn
 * twice draws what is inside it anew. statistics.md §3.4, §3.5
 */
export function drawResample(
  { scores, places }: ReturnType<typeof canonicalScores>,
  drawn: Drawn,
  key: Key,
): PlainScores {
  if (!drawn.tasks) return scores.map((task, given) => drawInstances(task, drawn, childKey(key, places[given]!)));
  const inOrder = new Array<PlainScores[number]>(scores.length);
  for (const [given, task] of scores.entries()) inOrder[places[given]!] = task;
  return inOrder.map((_, slot) =>
    drawInstances(inOrder[drawBelow(key, slot, inOrder.length)]!, drawn, childKey(key, slot)),
  );
}

function drawInstances(task: PlainScores[number], drawn: Drawn, key: Key): PlainScores[number] {
  const instances = drawn.instances ? task.map((_, slot) => task[drawBelow(key, slot, task.length)]!) : task;
  return instances.map((seeds, slot) => (drawn.seeds ? drawSeeds(seeds, childKey(key, slot)) : seeds.slice()));
}

function drawSeeds(seeds: readonly number[], key: Key): number[] {
  return seeds.map((_, slot) => seeds[drawBelow(key, slot, seeds.length)]!);
}
