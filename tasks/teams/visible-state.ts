import { drawStateTeam, visibleStateWorld } from './state-team.ts';
import { teamTask } from './team-task.ts';

/** The twin of hidden-state in which the first message says the state, so a replay restores it. */
export const visibleState = teamTask({
  id: 'visible-state',
  title: 'Visible state: what works depends on a state that the first message announces',
  version: 1,
  null: 'none',
  declaresErrors: false,
  draw: (random) => visibleStateWorld(drawStateTeam(random.stream('shape')), random.stream('tables')),
});
