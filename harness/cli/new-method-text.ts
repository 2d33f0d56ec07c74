/** The file of a new method: leave-one-out, which keeps all it promises. @param id in kebab-case */
export function newMethodText(id: string): string {
  return `import { coalitionsOf, defineMethod, z } from 'creditbench';

/** What is lost when an agent is taken out: v(N) − v(N∖i). The given outcome is v(N); each other worth is one evaluator call. */
export default defineMethod({
  id: '${id}',
  title: '${titleOf(id)}',
  source: 'unpublished',
  targets: ['removal'],
  needs: ['worth'],
  laws: { symmetry: 'always', 'null-player': 'always', linearity: 'always', boundedness: 'always', sign: 'always' },
  options: z.strictObject({}),
  refuses({ agents }, budget) {
    const needed = agents.length + 1;
    return needed > budget ? \`needs \${needed} evaluator calls; the budget is \${budget}\` : undefined;
  },
  async assign({ agents, outcome }, { worth }) {
    const everyone = agents.map((_, agent) => agent);
    const others = everyone.map((agent) => everyone.filter((other) => other !== agent));
    const without = await worth(coalitionsOf(agents.length, others));
    return { agents: without.map((value) => outcome - value) };
  },
});
`;
}

/** `my-method` as `My method`. */
export function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
