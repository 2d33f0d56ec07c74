import { describe, expect, it } from 'vitest';
import { allCoalitions, coalitionsOf } from '../../../harness/coalitions.ts';
import type { Replay } from '../../../harness/contract.ts';
import { dyad, noisyTrio } from './example-teams.ts';
import { grown } from './grown.ts';
import { opened } from './opened.ts';
import { slowTeam } from './slow-team.ts';

const draws = 4000;

const examples = [
  ['the dyad', dyad, ['ok', 'wrong']],
  ['the noisy trio', noisyTrio, ['bold', 'object', 'keep']],
] as const;

describe.each(examples)('over many draws on %s', (name, file, messages) => {
  const slow = slowTeam(file);
  const example = grown(file);
  const { probes } = opened(example, messages, name);
  const [low, high] = file.range;

  /** Within 4 standard errors of the mean; no score in the range varies more about its mean than a coin flip between the ends. */
  const expectMean = (outcomes: Float64Array, mean: number) => {
    const found = outcomes.reduce((sum, outcome) => sum + outcome, 0) / outcomes.length;
    const bound = 4 * Math.sqrt(((mean - low) * (high - mean)) / outcomes.length) + 1e-12;
    expect(Math.abs(found - mean), `found ${found}, expected ${mean}`).toBeLessThanOrEqual(bound);
  };
  const replay = async (request: Omit<Replay, 'count'>) => (await probes.replay([{ ...request, count: draws }]))[0]!;

  it('the worth of each coalition averages to v(S)', async () => {
    const { words, count } = allCoalitions(slow.everyone.length);
    for (let row = 0; row < count; row++) {
      const members = slow.everyone.filter((agent) => (words[row]! >> agent) & 1);
      const rows = Array.from({ length: draws }, () => members);
      expectMean(await probes.worth(coalitionsOf(slow.everyone.length, rows)), slow.worth(new Set(members)));
    }
  });

  it('a replay averages to V(h), and with a message to Q(h, m)', async () => {
    for (const step of messages.keys()) {
      const said = messages.slice(0, step);
      expectMean(await replay({ step }), slow.value(said));
      for (const message of slow.menu(step))
        expectMean(await replay({ step, message }), slow.value([...said, message]));
    }
  });

  it('a replay with later messages forced averages over the others alone', async () => {
    const last = messages.length - 1;
    for (const then of slow.menu(last)) {
      const expected = slow.expected([], (step, said, id) =>
        step === last ? Number(id === then) : slow.policy(step, said, id),
      );
      expectMean(await replay({ step: 0, then: { [last]: then } }), expected);
      const forced = slow.expected([messages[0]], (step, said, id) =>
        step === last ? Number(id === then) : slow.policy(step, said, id),
      );
      expectMean(await replay({ step: 0, message: messages[0], then: { [last]: then } }), forced);
    }
  });

  it('rollouts average to V(h₁) and are what the team says', async () => {
    const episodes = await probes.rollout(draws);
    expectMean(
      Float64Array.from(episodes, ({ outcome }) => outcome),
      slow.value([]),
    );
    expect(new Set(episodes.map(({ outcome }) => outcome))).toEqual(new Set([low, high]));
    for (const { messages: said, agents, problem, range } of episodes.slice(0, 20)) {
      expect(said.map(({ agent }) => agent)).toEqual(file.steps.map(({ agent }) => file.agents.indexOf(agent)));
      expect({ agents, problem, range }).toEqual({
        agents: file.agents.map((id) => ({ id, role: id })),
        problem: file.problem ?? '',
        range: file.range,
      });
    }
  });

  it('samples are as frequent as the policy says, at the logged context and at others', async () => {
    for (const step of messages.keys())
      for (const said of slow.contexts(step))
        for (let kept = 0; kept <= step; kept++) {
          if (said.slice(0, kept).some((id, place) => id !== messages[place])) continue;
          const drawn = await probes.sample(step, draws, said.slice(kept));
          for (const [place, id] of slow.menu(step).entries()) {
            const chance = slow.policy(step, said, id);
            const text = example.tree.layers[step]!.said[place]!.text;
            const share = drawn.filter((other) => other === text).length / draws;
            expect(Math.abs(share - chance)).toBeLessThanOrEqual(
              4 * Math.sqrt((chance * (1 - chance)) / draws) + 1e-12,
            );
          }
        }
  });

  it('critic and policy are exact at the logged context', async () => {
    const values = messages.map((_, step) => slow.value(messages.slice(0, step)));
    const found = await probes.critic([...messages.keys()]);
    for (const [step, value] of values.entries()) expect(found[step]).toBeCloseTo(value, 12);
    for (const step of messages.keys()) {
      const texts = example.tree.layers[step]!.said.map(({ text }) => text);
      expect(await probes.policy(step)).toEqual(
        slow.menu(step).map((id, place) => ({
          message: texts[place],
          probability: slow.policy(step, messages.slice(0, step), id),
        })),
      );
    }
  });
});
