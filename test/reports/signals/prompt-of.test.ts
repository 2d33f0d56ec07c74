import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Episode } from '../../../harness/contract.ts';
import { contextsOf } from '../../../harness/signals/contexts.ts';
import { chatMessageSchema, chatPromptOf } from '../../../reports/signals/chat-prompt-of.ts';
import { promptOf } from '../../../reports/signals/prompt-of.ts';
import { anyText } from './any-text.ts';

const episode: Episode = {
  agents: [
    { id: 'planner', role: 'lead' },
    { id: 'coder', role: 'coder' },
  ],
  problem: 'Sort a list.',
  messages: [
    { agent: 0, text: 'Use merge sort.' },
    { agent: 1, text: 'Done.\nTests pass.' },
    { agent: 1, text: 'Wait.' },
    { agent: 0, text: 'Ship it.' },
  ],
  outcome: 1,
  range: [0, 1],
};

const episodes = fc
  .record({ agents: fc.integer({ min: 1, max: 3 }), problem: anyText, said: fc.array(fc.tuple(fc.nat(2), anyText)) })
  .map(
    ({ agents, problem, said }): Episode => ({
      agents: Array.from({ length: agents }, (_, agent) => ({ id: `agent ${agent}`, role: 'any' })),
      problem,
      messages: said.map(([agent, text]) => ({ agent: agent % agents, text })),
      outcome: 0,
      range: [0, 1],
    }),
  );

describe('promptOf', () => {
  it('is the problem, what was said by whom, and whose turn it is', () => {
    expect(promptOf(episode, 0)).toBe('Sort a list.\nplanner: ');
    expect(promptOf(episode, 2)).toBe('Sort a list.\nplanner: Use merge sort.\ncoder: Done.\nTests pass.\ncoder: ');
  });

  it('begins with the context of the audit record, and the message completes it to the next', () => {
    fc.assert(
      fc.property(episodes, (any) => {
        const contexts = contextsOf(any);
        for (const [step, { text }] of any.messages.entries()) {
          expect(promptOf(any, step).startsWith(contexts[step]!)).toBe(true);
          if (step + 1 < contexts.length) expect(promptOf(any, step) + text).toBe(contexts[step + 1]);
        }
      }),
    );
  });

  it('holds nothing that was said at the step or later', () => {
    const later = {
      ...episode,
      messages: episode.messages.map((one, step) => (step < 2 ? one : { ...one, text: '!' })),
    };
    expect(promptOf(later, 2)).toBe(promptOf(episode, 2));
    expect(chatPromptOf(later, 2)).toEqual(chatPromptOf(episode, 2));
  });
});

describe('chatPromptOf', () => {
  it("makes the author's own messages those of the assistant, and all others those of the user", () => {
    expect(chatPromptOf(episode, 3)).toEqual([
      { role: 'system', content: 'You are planner. Your role: lead.' },
      { role: 'user', content: 'Sort a list.' },
      { role: 'assistant', content: 'Use merge sort.' },
      { role: 'user', content: 'coder: Done.\nTests pass.\n\ncoder: Wait.' },
    ]);
  });

  it('gives the turn back to an author who speaks twice in a row', () => {
    expect(chatPromptOf(episode, 2)).toEqual([
      { role: 'system', content: 'You are coder.' },
      { role: 'user', content: 'Sort a list.\n\nplanner: Use merge sort.' },
      { role: 'assistant', content: 'Done.\nTests pass.' },
      { role: 'user', content: '(nothing was said)' },
    ]);
  });

  it('alternates between user and assistant after the system, and ends with the user', () => {
    fc.assert(
      fc.property(episodes, (any) => {
        for (const step of any.messages.keys()) {
          const [system, ...turns] = chatPromptOf(any, step).map((turn) => chatMessageSchema.parse(turn));
          expect(system!.role).toBe('system');
          expect(turns.map(({ role }) => role)).toEqual(turns.map((_, at) => (at % 2 === 0 ? 'user' : 'assistant')));
          expect(turns.length % 2).toBe(1);
        }
      }),
    );
  });
});
