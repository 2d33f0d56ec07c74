import { runsOf } from '../harness/manifest.ts';
import type { Summary } from './summary.ts';

export type Fact = { readonly name: string; readonly text: string };

/** What made the journal: versions, machine, suite, and when. */
export function provenanceFacts(summary: Pick<Summary, 'manifest'>): Fact[] {
  const runs = runsOf(summary.manifest);
  return [
    ...environmentFacts(summary),
    ...runs.map(({ start, end }, index) => ({
      name: runs.length === 1 ? 'run' : `run ${index + 1}`,
      text: `${start} to ${end ?? '(not ended)'}`,
    })),
  ];
}

/** The same without its runs. */
export function environmentFacts({ manifest }: Pick<Summary, 'manifest'>): Fact[] {
  const { versions, node, os, cpu, git, suite } = manifest;
  return [
    { name: 'creditbench', text: versions.creditbench },
    {
      name: 'git',
      text: git === null ? 'not a checkout' : `${git.commit}${git.dirty ? ', with uncommitted changes' : ''}`,
    },
    { name: 'Node', text: `${node} (V8 ${versions.v8})` },
    { name: 'system', text: os },
    { name: 'CPU', text: cpu },
    { name: 'budgets', text: suite.budgets.map((budget) => budget ?? 'no limit').join(', ') },
    { name: 'seeds', text: String(suite.seeds) },
    { name: 'instances', text: `at most ${suite.instances} per task and seed` },
    { name: 'random cases per law', text: String(suite.laws) },
    { name: 'salt', text: suite.salt === '' ? '(empty)' : suite.salt },
  ];
}
