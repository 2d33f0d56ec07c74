import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { cpus, platform, release } from 'node:os';
import { type AnalysisPlan, hashOfPlan, usualPlan } from './analysis-plan.ts';
import { type Manifest, runsOf } from './manifest.ts';
import { packageRoot, packageVersion } from './package.ts';
import type { ResolvedSuite } from './plan.ts';

/** The manifest of a run that starts now, on top of the folder's earlier runs. */
export function describeRun(
  suite: ResolvedSuite,
  argv: readonly string[],
  start: string,
  cells: number,
  earlier: Manifest | undefined,
): Manifest {
  const described = describeSuite(suite, suite.analysis ?? earlier?.suite.analysis ?? usualPlan);
  return {
    schema: 1,
    versions: { creditbench: packageVersion, v8: process.versions.v8 },
    node: process.version,
    os: `${platform()} ${release()}`,
    cpu: cpus()[0]?.model ?? 'unknown',
    git: gitState(),
    suite: earlier === undefined ? described : merged(earlier.suite, described),
    argv: [...argv],
    cells,
    start,
    plan: hashOfPlan(described.analysis),
    earlier: earlier === undefined ? [] : runsOf(earlier),
  };
}

type Described = Manifest['suite'];

function describeSuite({ methods, tasks, ...rest }: ResolvedSuite, analysis: AnalysisPlan): Described {
  return {
    methods: methods.map(({ name, method, code }) => ({
      name,
      id: method.id,
      title: method.title,
      source: method.source,
      targets: [...method.targets],
      needs: [...method.needs],
      laws: method.laws,
      control: method.control === true,
      code,
    })),
    tasks: tasks.map(({ task, code }) => ({
      id: task.id,
      title: task.title,
      version: task.version,
      offers: [...task.offers],
      truth: task.truth,
      null: task.null,
      blame: task.blame ?? null,
      estimands: [...(task.estimands ?? [])],
      unavailable: task.unavailable?.() ?? null,
      code,
    })),
    budgets: [...rest.budgets],
    seeds: rest.seeds,
    instances: rest.instances,
    laws: rest.laws,
    diagnostics: [...rest.diagnostics],
    claims: [...rest.claims],
    analysis,
    salt: rest.salt,
  };
}

/** A folder that is run with more methods, tasks, budgets or seeds holds all of them; what is there again is there as it is now. */
function merged(earlier: Described, now: Described): Described {
  const union = <Item>(before: readonly Item[], after: readonly Item[], key: (item: Item) => unknown) => {
    const fresh = new Set(after.map(key));
    return [...before.filter((item) => !fresh.has(key(item))), ...after];
  };
  return {
    ...now,
    methods: union(earlier.methods, now.methods, ({ name }) => name),
    tasks: union(earlier.tasks, now.tasks, ({ id }) => id),
    budgets: union(earlier.budgets, now.budgets, (budget) => budget),
    seeds: Math.max(earlier.seeds, now.seeds),
    instances: Math.max(earlier.instances, now.instances),
    laws: Math.max(earlier.laws, now.laws),
    diagnostics: now.diagnostics.length > 0 ? now.diagnostics : earlier.diagnostics,
    claims: union(earlier.claims, now.claims, ({ id }) => id),
  };
}

/** The commit creditbench itself runs from; null for an installed package. */
function gitState(): Manifest['git'] {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', packageRoot, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    // An installed package lies inside somebody else's checkout, whose commit says nothing of ours.
    if (realpathSync(git('rev-parse', '--show-toplevel')) !== realpathSync(packageRoot)) return null;
    return { commit: git('rev-parse', 'HEAD'), dirty: git('status', '--porcelain') !== '' };
  } catch {
    return null;
  }
}
