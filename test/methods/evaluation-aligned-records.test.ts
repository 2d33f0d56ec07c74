import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCell } from '../../harness/cell.ts';
import type { Instance } from '../../harness/contract.ts';
import { randomOf } from '../../harness/random.ts';
import { parseSelection, selectMethod } from '../../harness/selection.ts';
import { type AuditRecord, auditRecordSchema } from '../../harness/signals/audit-record.ts';
import { verifyRecord } from '../../harness/signals/verify-record.ts';
import { evaluationAligned } from '../../methods/shapley/evaluation-aligned.ts';
import { arbitraryTeam } from '../../tasks/teams/arbitrary.ts';
import { parseTeam } from '../../tasks/teams/read-team.ts';
import type { TeamFile } from '../../tasks/teams/team-file.ts';
import { arbitraryFile } from '../tasks/teams/arbitrary-file.ts';
import { episodeSaying, teamOf } from './on.ts';

/** A team with errors declared, so that it has a judge, and one episode of it. */
const episodes = fc.oneof(arbitraryTeam(), arbitraryFile()).map(({ team, messages }) => {
  const declared = { ...team, errors: team.errors ?? [], judge: { sensitivity: 0.8, specificity: 0.7 } };
  return { team: { ...declared, critic: { noise: 0.1 } } as TeamFile, messages };
});

const one = (name: string, ...values: readonly (string | number)[]) =>
  fc.constantFrom('', ...values.map((value) => `${name}=${value}`));
const common = [one('replays', 1, 3), one('faulty', 0.3, 0.9)];
const ofSuccess = fc
  .tuple(
    ...common,
    one('estimator', 'exact', 'permutation'),
    one('labels', 'judge', 'prm', 'potential-difference'),
    one('sigma', 0.3),
    one('split', 'proportional'),
    one('values', 'replay'),
  )
  .map((options) => ['theta=-1', ...options]);
const ofFailure = fc
  .tuple(
    ...common,
    one('badness', 'drop', 'no-return', 'counterfactual'),
    one('search', 'binary'),
    one('verdicts', 'prefix', 'none'),
    one('values', 'replay', 'critic', 'none'),
    one('alternatives', 0, 2),
    one('proposals', 'policy'),
    one('epsilon', 0, 0.2),
    one('classifier', 'values', 'judge'),
    one('rho', 0, 2),
  )
  .map((options) => ['kappaTail=0.25', ...options])
  // These contradict each other, and the options say so.
  .filter((options) => !(options.includes('badness=counterfactual') && options.includes('values=critic')))
  .filter((options) => !(/=(drop|no-return)/.test(options.join()) && options.includes('values=none')));
/** Those that ask for other messages, and value them. */
const pairing = fc
  .tuple(
    one('badness', 'drop', 'no-return', 'counterfactual'),
    one('search', 'binary'),
    one('proposals', 'policy'),
    one('verdicts', 'prefix'),
    one('classifier', 'judge'),
    one('epsilon', 0, 0.2),
  )
  .map((options) => ['values=replay', 'alternatives=3', 'replays=2', ...options]);
const budgets = fc.constantFrom(Number.POSITIVE_INFINITY, 8, 16, 40, 100);

/** The answer with these options; undefined where the method refuses. */
async function answerWith(instance: Instance, options: readonly string[], budget: number, seed: number) {
  const { given } = parseSelection(`evaluation-aligned[${options.filter((option) => option !== '').join(',')}]`);
  const result = await runCell(
    selectMethod(evaluationAligned, given, 'test'),
    instance,
    budget,
    randomOf('records', seed),
  );
  if (result.status === 'failed') throw new Error(result.reason);
  return result.status === 'scored' ? result : undefined;
}

/** What is read back from the line that was written. */
const read = (record: AuditRecord) => auditRecordSchema.parse(JSON.parse(JSON.stringify(record)));

describe.each([
  ['success', ofSuccess],
  ['failure', ofFailure],
] as const)('the record of a %s', (branch, optionLists) => {
  it('verifies, is read back as it was written, and holds what the credit holds', async () => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(episodes, optionLists, budgets, fc.nat(), async ({ team, messages }, options, budget, seed) => {
        const said = episodeSaying(teamOf(parseTeam(team, 'team.json')), messages);
        const answer = await answerWith(said, options, budget, seed);
        if (answer === undefined) return;
        const { agents, messages: rewards, firstError, record } = answer.credit;
        if (record?.branch !== branch) return;
        answered++;
        expect(verifyRecord(read(record))).toEqual([]);
        expect(read(record)).toEqual(JSON.parse(JSON.stringify(record)));
        const { evaluations, judgements, messages: generated } = answer.spent;
        expect(record.calls).toEqual({ evaluator: evaluations, judge: judgements, messages: generated });
        if (record.branch === 'failure') expect(firstError).toBe(record.firstError.step);
        else {
          const names = said.episode.agents.map(({ id }) => id);
          expect(names.map((name) => record.agents[name])).toEqual([...agents!]);
          expect(record.messages.map(({ reward }) => reward)).toEqual([...rewards!]);
        }
      }),
      { numRuns: 150 },
    );

    expect(answered).toBeGreaterThan(20);
  });
});

describe('the pairs of a failure', () => {
  it('reject no repair, touch no message before the error, and share one context', async () => {
    let pairs = 0;
    await fc.assert(
      fc.asyncProperty(episodes, pairing, fc.nat(), async ({ team, messages }, options, seed) => {
        const said = episodeSaying(teamOf(parseTeam(team, 'team.json')), messages);
        const answer = await answerWith(said, options, Number.POSITIVE_INFINITY, seed);
        const record = answer?.credit.record;
        if (record?.branch !== 'failure') return;
        const lines = [said.episode.problem];
        for (const { agent, text } of said.episode.messages) lines.push(`${said.episode.agents[agent]!.id}: ${text}`);
        for (const { kind, step, context, chosen, rejected, chosenValue, rejectedValue } of record.pairs) {
          pairs++;
          const { text } = said.episode.messages[step]!;
          expect(record.firstError.step).not.toBe(null);
          expect(step).toBeGreaterThanOrEqual(record.firstError.step!);
          expect(record.classes[step]!.class === 'repair').toBe(kind === 'repair');
          expect(kind === 'repair' ? chosen : rejected).toBe(text);
          expect(context).toBe(lines.slice(0, step + 1).join('\n'));
          expect(chosenValue - rejectedValue).toBeGreaterThan(record.epsilon);
          expect(chosen).not.toBe(rejected);
        }
        const steps = record.steps.filter((_, step) => {
          return record.values !== null && !['pre-error', 'neutral'].includes(record.classes[step]!.class);
        });
        const tried = steps.flatMap(({ alternatives }) => alternatives).length;
        expect(record.pairs.length + record.dropped.length).toBe(tried);
      }),
      { numRuns: 150 },
    );

    expect(pairs).toBeGreaterThan(10);
  });
});
