import { commonest } from './commonest.ts';
import type { Undrawn } from './estimate.ts';
import type { Series } from './group.ts';
import type { Ordered } from './slots.ts';

/** Mean over instances of the mean over seeds. */
export function meanEstimate({ values, undefinedFor }: Series, { slots, instance }: Ordered): Undrawn {
  const [held, instances, means, seeds]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let place = 0; place < slots.length; ) {
    const number = instance[place]!;
    let [sum, count] = [0, 0];
    for (; place < slots.length && instance[place] === number; place++) {
      const value = values.get(slots[place]!);
      if (Number.isNaN(value)) continue;
      sum += value;
      count++;
      held.push(value);
    }
    if (count === 0) continue;
    instances.push(number);
    means.push(sum / count);
    seeds.push(count);
  }
  const perInstance = Float64Array.from(means);
  const shared = { instances: Uint32Array.from(instances), perInstance, seeds };
  if (means.length === 0) return { ...shared, value: commonest(undefinedFor), drawn: undefined };
  const summand = Float64Array.from(held);
  for (let unit = 0, place = 0; unit < seeds.length; unit++)
    for (let seed = 0; seed < seeds[unit]!; seed++) summand[place++]! /= seeds[unit]! * seeds.length;
  const value = perInstance.reduce((sum, mean) => sum + mean, 0) / means.length;
  return { ...shared, value, drawn: { base: 0, summand } };
}
