import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runCell } from '../../../harness/cell.ts';
import type { Answer, Instance, Probe } from '../../../harness/contract.ts';
import { type AnyMethod, defineMethod } from '../../../harness/define.ts';
import { randomOf } from '../../../harness/random.ts';
import { runOne } from '../../../harness/run-one.ts';
import { selectMethod } from '../../../harness/selection.ts';
import type { RecordDraft } from '../../../harness/signals/audit-record.ts';
import { evaluationAligned } from '../../../methods/shapley/evaluation-aligned.ts';
import { judgedTranscript, talkingGame } from '../../methods/talking-game.ts';

const failed = judgedTranscript([0.9, 0.2]);
const succeeded = talkingGame({ values: [0, 0.25, 0.5, 1], rights: [1, 1] });

const answering = (assign: () => unknown): AnyMethod =>
  defineMethod({
    id: 'answering',
    title: 'answering',
    source: 'test',
    targets: [],
    needs: [],
    laws: {},
    options: z.strictObject({}),
    assign: assign as () => Answer,
  });
const cell = (method: AnyMethod, instance: Instance, options: Record<string, string> = {}) =>
  runCell(selectMethod(method, options, 'test'), instance, Number.POSITIVE_INFINITY, randomOf('seal'));

describe('the record of a cell', () => {
  it('names its instance, its null and its price', async () => {
    expect(await cell(evaluationAligned, succeeded)).toMatchObject({
      credit: { record: { instance: 'talk', null: 'delete', calls: { evaluator: 4, judge: 2, messages: 2 } } },
    });
  });

  it('has no null without worth, and a declared one where nobody says which', async () => {
    expect(await cell(evaluationAligned, failed)).toMatchObject({ credit: { record: { null: 'none' } } });
    const { null: _, ...silent } = succeeded;
    expect(await cell(evaluationAligned, silent)).toMatchObject({ credit: { record: { null: 'declared' } } });
  });

  it('fails where the option null claims another', async () => {
    expect(await cell(evaluationAligned, succeeded, { null: 'delete' })).toMatchObject({ status: 'scored' });
    expect(await cell(evaluationAligned, succeeded, { null: 'zero' })).toEqual({
      status: 'failed',
      reason: 'the record claims the null "zero"; absent agents of instance "talk" are replaced by "delete"',
    });
  });

  it.each([
    [null, 'credit.record is not part of an audit record: '],
    [{ branch: 'neither' }, 'credit.record.branch is not part of an audit record: '],
    [{ branch: 'failure' }, 'credit.record.outcome is not part of an audit record: '],
  ])('fails where a method hands over %j', async (record, reason) => {
    const found = await cell(
      answering(() => ({ firstError: null, record })),
      failed,
    );
    expect(found).toMatchObject({ status: 'failed', reason: expect.stringContaining(reason) });
  });

  it('is no credit by itself', async () => {
    const { credit } = (await cell(evaluationAligned, failed)) as { credit: { record: RecordDraft } };
    expect(
      await cell(
        answering(() => ({ record: credit.record })),
        failed,
      ),
    ).toMatchObject({ status: 'failed', reason: expect.stringContaining('credit names neither agents') });
  });

  it('is not written to journals', async () => {
    const instance: Instance = { ...failed, truth: () => ({ 'first-error': { step: 1, agent: 0 } }) };
    const task = {
      id: 't',
      title: 't',
      version: 1,
      offers: [],
      truth: 'planted',
      null: 'none',
      instances: () => [instance],
    } as const;
    const method = selectMethod(evaluationAligned, {}, 'test');
    const row = await runOne({ method, task: { task, code: 'test' }, instance, name: '0', budget: 8, seed: 0 }, 'salt');
    expect(row).toMatchObject({ status: 'scored', credit: { firstError: 1 } });
    expect(JSON.stringify(row)).not.toContain('signals');
    const unasked = { ...instance, truth: () => ({ shapley: Float64Array.of(1) }) };
    expect(
      await runOne({ method, task: { task, code: 'test' }, instance: unasked, name: '0', budget: 8, seed: 0 }, 'salt'),
    ).toMatchObject({ status: 'skipped', reason: 'gives firstError; the task knows the truth of shapley' });
  });
});

describe('a method that refuses by what is offered', () => {
  it('sees every probe that the instance offers', async () => {
    let seen: readonly Probe[] = [];
    const method: AnyMethod = {
      ...answering(() => ({ firstError: null })),
      refuses: (_episode, _budget, _options, _noise, offers) => {
        seen = offers;
        return offers.includes('worth') ? 'worth is too good for it' : undefined;
      },
    };
    expect(await cell(method, failed)).toMatchObject({ status: 'scored' });
    expect(seen).toEqual(['judge', 'critic']);
    expect(await cell(method, succeeded)).toEqual({ status: 'skipped', reason: 'worth is too good for it' });
  });
});
