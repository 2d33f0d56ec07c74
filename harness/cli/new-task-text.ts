import { titleOf } from './new-method-text.ts';

/** The file of a new task: random games with values in closed form, which `check` enumerates. @param id in kebab-case */
export function newTaskText(id: string): string {
  return `import { type Coalitions, defineTask, type Instance, isMember, type Random } from 'creditbench';

/** Every agent adds a weight of its own; the whole team earns a bonus. Raise the version when a number could move. */
export default defineTask({
  id: '${id}',
  title: '${titleOf(id)}',
  version: 1,
  offers: ['worth'],
  truth: 'closed-form',
  null: 'none',
  estimands: ['shapley', 'removal'],
  *instances(random) {
    for (let index = 0; ; index++) yield draw(String(index), random.stream(index));
  },
});

function draw(id: string, random: Random): Instance {
  const weights = Array.from({ length: 2 + random.below(4) }, () => random.below(10));
  const bonus = random.below(10);
  const total = weights.reduce((sum, weight) => sum + weight, bonus);

  const worthOf = (coalitions: Coalitions, row: number) => {
    const present = weights.filter((_, agent) => isMember(coalitions, row, agent));
    const sum = present.reduce((before, weight) => before + weight, 0);
    return present.length === weights.length ? sum + bonus : sum;
  };
  return {
    id,
    episode: {
      agents: weights.map((_, agent) => ({ id: \`agent-\${agent}\`, role: 'worker' })),
      problem: '',
      messages: [],
      outcome: total,
      range: [0, total],
    },
    noise: 'none',
    truth: () => ({
      shapley: Float64Array.from(weights, (weight) => weight + bonus / weights.length),
      removal: Float64Array.from(weights, (weight) => weight + bonus),
    }),
    open: () => ({
      worth: async (coalitions) =>
        Float64Array.from({ length: coalitions.count }, (_, row) => worthOf(coalitions, row)),
    }),
  };
}
`;
}
