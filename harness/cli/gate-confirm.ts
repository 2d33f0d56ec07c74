import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lawSubjects } from '../../tasks/law-subjects.ts';
import type { SecondLook } from '../comparison/gate-findings.ts';
import { mostInstances } from '../comparison/most-instances.ts';
import { readSide, refuseOtherSalts, type Side } from '../comparison/read-side.ts';
import {
  type GatedMethod,
  type GateSettings,
  type NamedLine,
  regressionLines,
} from '../comparison/regression-lines.ts';
import { freshnessOf, refuseSharedDraws } from '../comparison/second-look.ts';
import type { ResolvedSuite } from '../plan.ts';
import type { CellRow } from '../row.ts';
import { runSuite } from '../run.ts';
import { loadAgain } from './gate-load.ts';
import { gatedMethods, type MethodFlags } from './gate-methods.ts';

/** The second look of runs made elsewhere. @throws CreditbenchError where they share a draw with the first look */
export function lookAtFiles(
  first: { readonly baseline: Side; readonly candidate: Side },
  second: { readonly baseline: Side; readonly candidate: Side },
  flags: MethodFlags,
  settings: GateSettings,
): SecondLook {
  refuseOtherSalts(second.baseline, second.candidate);
  refuseSharedDraws(first.baseline, second.baseline);
  refuseSharedDraws(first.candidate, second.candidate);
  const instances = [freshnessOf(first.baseline, second.baseline), freshnessOf(first.candidate, second.candidate)];
  const names = { first: second.baseline.name, second: second.candidate.name };
  const look = regressionLines(gatedMethods(second.baseline, second.candidate, flags), { ...settings, names });
  return { look, instances: instances.includes('the same') ? 'the same' : 'fresh' };
}

/** A second look run here: the alerted methods, as both sides have them, on the alerted tasks and budgets with fresh seeds. */
export async function lookAgain(
  sides: { readonly baseline: Side; readonly candidate: Side },
  alerts: readonly NamedLine[],
  methods: readonly GatedMethod[],
  settings: GateSettings,
): Promise<SecondLook> {
  const looks = [];
  for (const method of methods.filter((one) => alerts.some((line) => line.method === one.method))) {
    const about = alerts.filter((line) => line.method === method.method);
    const look = await lookAtMethod(sides, about, method, settings);
    if ('reason' in look) return look;
    looks.push(look);
  }
  return {
    look: {
      lines: looks.flatMap(({ look }) => look.lines),
      losses: looks.flatMap(({ look }) => look.losses),
      unmeasured: looks.flatMap(({ look }) => look.unmeasured),
    },
    instances: looks.some(({ instances }) => instances === 'the same') ? 'the same' : 'fresh',
  };
}

async function lookAtMethod(
  { baseline, candidate }: { readonly baseline: Side; readonly candidate: Side },
  alerts: readonly NamedLine[],
  method: GatedMethod,
  settings: GateSettings,
): Promise<Extract<SecondLook, { look: unknown }> | { readonly reason: string }> {
  const tasks = new Set(alerts.map(({ task }) => task));
  const ofTasks = (rows: readonly CellRow[]) => rows.filter(({ task }) => tasks.has(task));
  const [rows, others] = [ofTasks(method.baseline), ofTasks(method.candidate)];
  if (rows[0]!.method === others[0]!.method && rows.every(({ code }) => others.some((other) => other.code === code)))
    return {
      reason: `nothing tells the baseline's ${rows[0]!.method} from the candidate's, both are code "${rows[0]!.code}"; give --confirm-baseline and --confirm-candidate`,
    };
  const [before, after] = [await loadAgain(baseline, rows), await loadAgain(candidate, others)];
  if ('reason' in before) return before;
  if ('reason' in after) return after;
  const salt = baseline.manifest?.suite.salt ?? 'creditbench';
  const suite: ResolvedSuite = {
    methods: [before.method, after.method],
    tasks: before.tasks,
    budgets: [...new Set(alerts.map(({ budget }) => budget))],
    seeds: 1 + rows.reduce((most, { seed }) => Math.max(most, seed), 0),
    instances: mostInstances(rows),
    laws: 0,
    diagnostics: [],
    claims: [],
    analysis: settings.plan,
    salt: `${salt} confirm`,
  };
  const folder = mkdtempSync(join(tmpdir(), 'creditbench-confirm-'));
  try {
    await runSuite(suite, { folder, subjects: lawSubjects, argv: process.argv.slice(2) });
    const fresh = await readSide(folder);
    const again: GatedMethod = {
      ...method,
      baseline: fresh.methods.get(before.method.name) ?? [],
      candidate: fresh.methods.get(after.method.name) ?? [],
    };
    return {
      look: regressionLines([again], { ...settings, names: { first: 'the second look', second: 'the second look' } }),
      instances: freshnessOf(baseline, fresh),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
