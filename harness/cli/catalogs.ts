import { methods } from '../../methods/catalog.ts';
import { tasks } from '../../tasks/catalog.ts';
import { taskOfFile } from '../../tasks/task-of-file.ts';
import type { Catalogs } from '../resolve-suite.ts';

/** The one place where the harness, the methods and the tasks meet. */
export const catalogs: Catalogs = { methods, tasks, taskOfFile };
