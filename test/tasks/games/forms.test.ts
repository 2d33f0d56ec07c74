import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coalitionsOf, emptyCoalitions, grandCoalition } from '../../../harness/coalitions.ts';
import { parseGame } from '../../../tasks/games/file.ts';
import { filesOf, forms } from './arbitrary-files.ts';
import { expectNear } from './close.ts';
import { slowValues } from './slow-values.ts';
import { slowWorth } from './slow-worth.ts';

describe.each(forms)('the form %s', (form) => {
  it('has the values that enumeration finds', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }).chain((count) => filesOf[form](count)),
        (file) => {
          const game = parseGame(file, 'game.json');
          const slow = slowValues(file.agents.length, (members) =>
            slowWorth(file, new Set([...members].map((agent) => file.agents[agent]!))),
          );
          expectNear(game.shapley(), slow.shapley);
          expectNear(game.banzhaf(), slow.banzhaf);
          expectNear(game.removal(), slow.removal);
        },
      ),
    );
  });

  it.each(form === 'table' ? [1, 3, 5] : [1, 3, 23, 31, 32, 33, 100])(
    'answers packed coalitions of %i agents as it does sets',
    (count) => {
      fc.assert(
        fc.property(
          filesOf[form](count).filter((file) => !needsEnumeration(file)),
          fc.array(fc.uniqueArray(fc.nat(count - 1)), { maxLength: 4 }),
          (file, some) => {
            const rows = [...some, file.agents.map((_, agent) => agent)];
            const game = parseGame(file, 'game.json');
            const worths = game.worth(coalitionsOf(count, rows));
            expectNear(
              worths,
              rows.map((row) => slowWorth(file, new Set(row.map((agent) => file.agents[agent]!)))),
            );
            for (const worth of worths) {
              expect(worth).toBeGreaterThanOrEqual(game.range[0]);
              expect(worth).toBeLessThanOrEqual(game.range[1]);
            }
          },
        ),
        { numRuns: 30 },
      );
    },
  );
});

describe.each(forms.filter((form) => form !== 'table'))('the form %s', (form) => {
  it('divides v(N) − v(∅) among 60 agents', () => {
    fc.assert(
      fc.property(
        filesOf[form](60).filter((file) => !needsEnumeration(file)),
        (file) => {
          const game = parseGame(file, 'game.json');
          const [empty, grand] = [game.worth(emptyCoalitions(60, 1))[0]!, game.worth(grandCoalition(60))[0]!];
          expectNear([game.shapley().reduce((sum, value) => sum + value, 0)], [grand - empty]);
        },
      ),
      { numRuns: 10 },
    );
  });
});

/** Too large for a table, and with no closed form. */
function needsEnumeration(file: object & { agents: readonly string[] }): boolean {
  const numbers = Object.values(file)
    .flat()
    .filter((value) => typeof value === 'number');
  return file.agents.length > 24 && numbers.some((value) => !Number.isInteger(value));
}
