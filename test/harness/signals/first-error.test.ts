import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Random, randomOf } from '../../../harness/random.ts';
import { drop, noReturn } from '../../../harness/signals/badness.ts';
import { binarySearch, linearSearch, replaySearch } from '../../../harness/signals/first-error.ts';

const searches = { linear: linearSearch, binary: binarySearch };
const mostChecks = {
  linear: (steps: number) => steps,
  binary: (steps: number) => (steps === 0 ? 0 : Math.ceil(Math.log2(steps)) + 1),
};
const ids = ['linear', 'binary'] as const;
const lengths = Array.from({ length: 64 }, (_, place) => place + 1);

describe.each(ids)('%s search', (id) => {
  it('finds an absorbing error at every place of 1 to 64 messages within its checks', async () => {
    for (const steps of lengths)
      for (let step = 0; step < steps; step++) {
        const { found, checks } = await searches[id](steps, (prefix) => prefix > step);
        expect(found).toEqual({ step });
        expect(checks.length).toBeLessThanOrEqual(mostChecks[id](steps));
      }
  });

  it('says undetermined where nothing is bad, and none where nothing was said', async () => {
    for (const steps of lengths)
      expect((await searches[id](steps, async () => false)).found).toEqual({ step: null, reason: 'undetermined' });
    expect(await searches[id](0, () => true)).toEqual({ found: { step: null, reason: 'none' }, checks: [] });
  });

  it('asks each prefix at most once and ends on a boundary, whatever the predicate', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }), async (bad) => {
        const { found, checks } = await searches[id](bad.length, async (prefix) => bad[prefix - 1]!);
        expect(new Set(checks.map(({ prefix }) => prefix)).size).toBe(checks.length);
        expect(checks.length).toBeLessThanOrEqual(mostChecks[id](bad.length));
        for (const check of checks) expect(check.bad).toBe(bad[check.prefix - 1]);
        if (found.step === null) return;
        expect(bad[found.step]).toBe(true);
        expect(bad[found.step - 1] ?? false).toBe(false);
        if (id === 'linear') expect(found.step).toBe(bad.indexOf(true));
      }),
    );
  });

  it('is replayed from its checks alone, and from no others', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 2, maxLength: 40 }), async (bad) => {
        const { found, checks } = await searches[id](bad.length, (prefix) => bad[prefix - 1]!);
        expect(replaySearch(id, bad.length, checks)).toEqual(found);
        expect(replaySearch(id, bad.length, checks.slice(1))).toBe(undefined);
        expect(replaySearch(id, bad.length, [...checks, { prefix: 1, bad: true }])).toBe(undefined);
      }),
    );
  });
});

/** After the planted error each message repairs with this probability, and each repair may be undone by an even chance. */
function badAfterRepairs(random: Random, steps: number, step: number, repair: number): boolean[] {
  let isBad = false;
  return Array.from({ length: steps }, (_, place) => {
    if (place === step) isBad = true;
    else if (isBad && random.float() < repair) isBad = false;
    else if (place > step && !isBad && random.float() < 0.5) isBad = true;
    return isBad;
  });
}

/** Mean |found − planted| over failed episodes of 32 messages. */
async function errorOf(id: (typeof ids)[number], repair: number): Promise<number> {
  const steps = 32;
  let total = 0;
  let failed = 0;
  for (let trial = 0; failed < 400; trial++) {
    const random = randomOf('planted repairs', repair, trial);
    const planted = random.below(steps);
    const bad = badAfterRepairs(random, steps, planted, repair);
    if (!bad.at(-1)) continue;
    failed++;
    const { found } = await searches[id](steps, (prefix) => bad[prefix - 1]!);
    total += Math.abs(found.step! - planted);
  }
  return total / failed;
}

describe('errors that are repaired and return', () => {
  const repairs = [0, 0.02, 0.1, 0.3];

  it('mislead bisection the more the likelier the repair', async () => {
    const errors = await Promise.all(repairs.map((repair) => errorOf('binary', repair)));
    expect(errors[0]).toBe(0);
    for (const [place, error] of errors.slice(1).entries()) expect(error).toBeGreaterThan(errors[place]! + 0.3);
  });

  it('do not mislead the scan', async () => {
    for (const repair of repairs) expect(await errorOf('linear', repair)).toBe(0);
  });
});

describe('badness from values', () => {
  const values = [0.8, 0.8, 0.5, 0.7, 0];

  it('drop looks at the last message, beyond ε', () => {
    expect([1, 2, 3, 4].map(drop(values, 0.1))).toEqual([false, true, false, true]);
    expect([1, 2].map(drop([0.75, 0.5, 0.5], 0.25))).toEqual([false, false]);
  });

  it('noReturn looks at the value after the prefix, below κ', () => {
    expect([1, 2, 3, 4].map(noReturn(values, 0.6))).toEqual([false, true, false, true]);
    expect(noReturn([1, 0.5], 0.5)(1)).toBe(false);
  });

  it('refuses a prefix it has no value for', () => {
    expect(() => drop(values, 0)(5)).toThrow(RangeError);
    expect(() => noReturn(values, 0)(5)).toThrow(RangeError);
    expect(() => drop(values, 0)(0)).toThrow(RangeError);
  });
});
