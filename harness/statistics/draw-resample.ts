import type { canonicalScores } from './canonical-scores.ts';
import { childKey, drawBelow, type Key } from './keyed-draw.ts';
import type { Drawn } from './resampling-levels.ts';
import type { Scores } from './scores.ts';

/**
 * One resample: the draw at a task, an instance and a seed depends on the key and on these three places alone. A unit drawn
 * twice draws what is inside it anew. statistics.md §3.4, §3.5
 */
export function drawResample({ scores, places }: ReturnType<typeof canonicalScores>, drawn: Drawn, key: Key): Scores {
  if (!drawn.tasks) return scores.map((task, given) => drawInstances(task, drawn, childKey(key, places[given]!)));
  const inOrder = new Array<Scores[number]>(scores.length);
  for (const [given, task] of scores.entries()) inOrder[places[given]!] = task;
  return inOrder.map((_, slot) =>
    drawInstances(inOrder[drawBelow(key, slot, inOrder.length)]!, drawn, childKey(key, slot)),
  );
}

function drawInstances(task: Scores[number], drawn: Drawn, key: Key): Scores[number] {
  const instances = drawn.instances ? task.map((_, slot) => task[drawBelow(key, slot, task.length)]!) : task;
  return drawn.seeds ? instances.map((seeds, slot) => drawSeeds(seeds, childKey(key, slot))) : instances;
}

function drawSeeds(seeds: ArrayLike<number>, key: Key): Float64Array {
  const resampled = new Float64Array(seeds.length);
  for (let slot = 0; slot < seeds.length; slot++) resampled[slot] = seeds[drawBelow(key, slot, seeds.length)]!;
  return resampled;
}
