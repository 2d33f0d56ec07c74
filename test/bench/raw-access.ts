import type { Access, Instance, Probe } from '../../harness/contract.ts';
import type { AnyMethod } from '../../harness/define.ts';
import type { Random } from '../../harness/random.ts';

/** What `assign` needs and nothing around it: the task's own probes, no purse, no checks. */
export function rawAccess({ needs, uses = [] }: AnyMethod, instance: Instance, random: Random): Access<Probe, Probe> {
  const probes = instance.open({ random: random.stream('task'), generated: () => undefined });
  const declared = new Set<string>([...needs, ...uses]);
  const asked = Object.fromEntries(Object.entries(probes).filter(([probe]) => declared.has(probe)));
  const budget = { limit: Number.POSITIVE_INFINITY, spent: 0 };
  const access = { ...asked, random: random.stream('method'), noise: instance.noise, budget };
  // The benches hand over instances that offer every declared probe.
  return access as unknown as Access<Probe, Probe>;
}
