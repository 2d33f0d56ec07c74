import { describe, expect, it } from 'vitest';
import { checkCredit } from '../../harness/credit.ts';

const instance = {
  id: 'relay-07',
  episode: {
    agents: ['a', 'b', 'c', 'd'].map((id) => ({ id, role: id })),
    problem: '',
    messages: [
      { agent: 0, text: 'x' },
      { agent: 1, text: 'y' },
    ],
    outcome: 1,
    range: [0, 1] as const,
  },
};

describe('checkCredit', () => {
  it('takes typed arrays and plain numbers, as copies', () => {
    const agents = Float64Array.of(1, 2, 3, 4);
    const credit = checkCredit({ agents, messages: [0.5, -0.5], firstError: null }, instance);
    agents[0] = 9;
    expect(credit).toEqual({
      agents: Float64Array.of(1, 2, 3, 4),
      messages: Float64Array.of(0.5, -0.5),
      firstError: null,
    });
  });

  it.each([
    [{ agents: [1, 2, 3] }, 'credit has 3 numbers for 4 agents (instance "relay-07")'],
    [{ messages: [] }, 'credit has 0 numbers for 2 messages (instance "relay-07")'],
    [{ messages: [0, Number.NaN] }, 'credit.messages[1] is NaN; expected a finite number (instance "relay-07")'],
    [
      { agents: [1, 2, Number.POSITIVE_INFINITY, 4] },
      'credit.agents[2] is Infinity; expected a finite number (instance "relay-07")',
    ],
    [{ agents: [1, 2, '3', 4] }, 'credit.agents[2] is "3"; expected a finite number (instance "relay-07")'],
    [{ agents: 'all' }, 'credit.agents is "all"; expected numbers (instance "relay-07")'],
    [{ firstError: 2 }, 'credit.firstError is 2; expected a whole number from 0 to 1 (instance "relay-07")'],
    [{ firstError: 0.5 }, 'credit.firstError is 0.5; expected a whole number from 0 to 1 (instance "relay-07")'],
    [
      { firstError: 0, firstErrorAgent: 4 },
      'credit.firstErrorAgent is 4; expected a whole number from 0 to 3 (instance "relay-07")',
    ],
    [{}, 'credit names neither agents, messages nor firstError (instance "relay-07")'],
    [undefined, 'credit is undefined; expected an object (instance "relay-07")'],
    [[1, 2, 3, 4], 'credit names neither agents, messages nor firstError (instance "relay-07")'],
  ])('refuses %j', (returned, message) => {
    expect(() => checkCredit(returned, instance)).toThrow(expect.objectContaining({ code: 'bad-credit', message }));
  });
});
