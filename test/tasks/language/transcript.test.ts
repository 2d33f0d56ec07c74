import { describe, expect, it } from 'vitest';
import { parseTranscript } from '../../../tasks/language/transcript.ts';

const log = {
  kind: 'episode',
  agents: [{ id: 'planner', role: 'lead' }, { id: 'coder' }],
  problem: 'Sort a list.',
  messages: [
    { agent: 'coder', text: 'Done.' },
    { agent: 'planner', text: 'Good.' },
  ],
  outcome: 0.5,
  range: [0, 1],
};

describe('a transcript file', () => {
  it('is an episode of which nothing can be asked and nothing is known', () => {
    const instance = parseTranscript(log, 'logs/monday.episode.json');
    expect(instance.id).toBe('monday');
    expect(instance.episode).toEqual({
      agents: [
        { id: 'planner', role: 'lead' },
        { id: 'coder', role: 'coder' },
      ],
      problem: 'Sort a list.',
      messages: [
        { agent: 1, text: 'Done.' },
        { agent: 0, text: 'Good.' },
      ],
      outcome: 0.5,
      range: [0, 1],
    });
    expect([instance.truth(), instance.open({ random: undefined as never, generated: () => {} })]).toEqual([{}, {}]);
  });

  it.each<[string, unknown, string]>([
    ['of another kind', { ...log, kind: 'team' }, 'kind: expected "episode", found "team"'],
    ['without agents', { ...log, agents: [] }, 'agents: too small: expected array to have >=1 items, found []'],
    [
      'with an agent named twice',
      { ...log, agents: [{ id: 'coder' }, { id: 'planner' }, { id: 'coder' }] },
      'agents[2]: agent "coder" is named twice',
    ],
    [
      'with a stranger speaking',
      { ...log, messages: [...log.messages, { agent: 'tester', text: 'No.' }] },
      'messages[2].agent: no agent "tester"; agents are planner, coder',
    ],
    ['with an outcome outside its range', { ...log, outcome: 2 }, 'outcome: 2 is outside the range [0,1]'],
    ['with an empty range', { ...log, range: [1, 0] }, 'range: [1,0] is empty; expected the lower end first'],
    ['without an outcome', { ...log, outcome: undefined }, 'outcome: expected number, received undefined'],
  ])('%s is refused', (_, value, message) => {
    expect(() => parseTranscript(value, 'logs/monday.episode.json')).toThrow(
      expect.objectContaining({ code: 'bad-file', message: `monday.episode.json: ${message}` }),
    );
  });
});
