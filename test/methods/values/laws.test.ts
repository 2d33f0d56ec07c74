import { describe, expect, it } from 'vitest';
import { checkLaw } from '../../../harness/laws/check-law.ts';
import { laws } from '../../../harness/row.ts';
import { selectMethod } from '../../../harness/selection.ts';
import { banzhafExact } from '../../../methods/semivalue/banzhaf-exact.ts';
import { banzhafNormalised } from '../../../methods/semivalue/banzhaf-normalised.ts';
import { betaShapley } from '../../../methods/semivalue/beta-shapley.ts';
import { firstIn } from '../../../methods/semivalue/first-in.ts';
import { asymmetricShapley } from '../../../methods/structured/asymmetric-shapley.ts';
import { myerson } from '../../../methods/structured/myerson.ts';
import { owenValue } from '../../../methods/structured/owen-value.ts';
import { weightedShapley } from '../../../methods/structured/weighted-shapley.ts';
import { lawSubjects } from '../../../tasks/law-subjects.ts';

type Given = Record<string, string>;
const cases = [
  [banzhafExact, {}],
  [betaShapley, {}],
  [betaShapley, { alpha: '1', beta: '16' }],
  [firstIn, {}],
  [owenValue, {}],
  [owenValue, { unions: 'a:b/c:d' }],
  [owenValue, { unions: '0:1' }],
  [asymmetricShapley, {}],
  [asymmetricShapley, { order: 'a:b/a:c' }],
  [weightedShapley, {}],
  [weightedShapley, { weights: '0:5' }],
  [myerson, {}],
  [myerson, { graph: 'a:b' }],
] as const satisfies (readonly [unknown, Given])[];

const verdict = async (method: (typeof cases)[number][0], given: Given, law: (typeof laws)[number]) =>
  (await checkLaw(selectMethod(method, given, 'test'), law, lawSubjects, 60, 'values')).verdict;

describe.each(cases.map(([method, given]) => [method.id, JSON.stringify(given), method, given] as const))(
  '%s with %s',
  (_id, _given, method, given) => {
    it.each(laws.filter((law) => method.laws[law] !== undefined))('keeps %s', async (law) => {
      expect(await verdict(method, given, law)).toBe('held');
    });
  },
);

describe('a law that is not promised', () => {
  it.each([
    [banzhafExact, {}, 'efficiency'],
    [betaShapley, {}, 'efficiency'],
    [firstIn, {}, 'efficiency'],
    [owenValue, { unions: '0:1' }, 'symmetry'],
    [asymmetricShapley, {}, 'symmetry'],
    [weightedShapley, { weights: '0:5' }, 'symmetry'],
    [myerson, {}, 'null-player'],
    [myerson, {}, 'symmetry'],
    [myerson, {}, 'boundedness'],
    [myerson, { graph: '0:1' }, 'efficiency'],
    [banzhafNormalised, {}, 'linearity'],
  ] as const)('is broken: %#', async (method, given, law) => {
    expect(await verdict(method, given, law)).toBe('violated');
  });
});
