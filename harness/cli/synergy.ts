import { basename } from 'node:path';
import { parseGame } from '../../tasks/games/file.ts';
import { openTeam } from '../../tasks/teams/open-team.ts';
import { parseTeam } from '../../tasks/teams/read-team.ts';
import { presenceGame } from '../../tasks/teams/team-game.ts';
import { allCoalitions } from '../coalitions.ts';
import { coreOfTable, stabilityOf } from '../core.ts';
import { CreditbenchError } from '../errors.ts';
import { readJson } from '../files.ts';
import { banzhafInteractionsOfTable, pairIndex, shapleyInteractionsOfTable, varianceByOrder } from '../interactions.ts';
import { shapleyOfTable } from '../table-values.ts';
import { columns } from './output.ts';

const mostAgents = 12;

/** How agents of a game or team file work together: pair interactions, the share of every order, and whether a sharing is stable. */
export function synergyOf(path: string) {
  const { agents, values } = tableOf(path);
  const shapley = shapleyInteractionsOfTable(values);
  const banzhaf = banzhafInteractionsOfTable(values);
  const pairs = agents.flatMap((a, i) =>
    agents.slice(i + 1).map((b, offset) => {
      const at = pairIndex(agents.length, i, i + 1 + offset);
      return { agents: [a, b] as const, shapley: shapley[at]!, banzhaf: banzhaf[at]! };
    }),
  );
  const orders = varianceByOrder(values);
  const core = coreOfTable(values);
  return {
    interactions: pairs,
    varianceByOrder: 'reason' in orders ? orders : [...orders],
    core: 'reason' in core ? core : { isEmpty: core.isEmpty, excess: core.excess, allocation: [...core.allocation] },
    shapleyStability: stabilityOf(values, shapleyOfTable(values)),
  };
}

export function synergyText({ interactions, varianceByOrder: orders, core }: ReturnType<typeof synergyOf>): string {
  const number = (value: number) => String(Number(value.toPrecision(10)));
  return [
    columns(
      [
        ['pair', 'shapley interaction', 'banzhaf interaction'],
        ...interactions.map(({ agents, shapley, banzhaf }) => [agents.join(', '), number(shapley), number(banzhaf)]),
      ],
      [1, 2],
    ),
    'reason' in orders
      ? `variance by order: ${orders.reason}`
      : `variance by order: ${orders.map((share, order) => `${order + 1}: ${number(share)}`).join(', ')}`,
    'reason' in core
      ? `core: ${core.reason}`
      : `core: ${core.isEmpty ? `empty, every sharing leaves some coalition ${number(core.excess)} short` : `not empty, e.g. ${core.allocation.map(number).join(', ')}`}`,
  ].join('\n');
}

function tableOf(path: string): { agents: readonly string[]; values: Float64Array } {
  const value = readJson(path);
  const file = basename(path);
  if ((value as { kind?: unknown } | null)?.kind === 'team') {
    const world = parseTeam(value, file);
    refuseMany(world.agents.length, file);
    const { tree } = openTeam(world, file);
    const values = tree.isWhole ? presenceGame(tree) : undefined;
    if (values === undefined)
      throw new CreditbenchError('refused', `${file}: --synergy needs the exact worth of every coalition`);
    return { agents: world.agents.map(({ id }) => id), values };
  }
  const game = parseGame(value, file);
  refuseMany(game.agents.length, file);
  return { agents: game.agents, values: game.worth(allCoalitions(game.agents.length)) };
}

function refuseMany(agents: number, file: string): void {
  if (agents > mostAgents)
    throw new CreditbenchError('refused', `${file}: --synergy is for up to ${mostAgents} agents; it has ${agents}`);
}
