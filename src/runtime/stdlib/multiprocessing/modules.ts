/** The modules of the package that are written in TypeScript. */
import type { Py } from '../../object/object.js';
import connection from './connection.js';
import context from './context.js';
import forkserver from './forkServer.js';
import multiprocessing from './index.js';
import { withImported } from './imported.js';
import managers from './managers/index.js';
import pool from './poolType.js';
import process from './process.js';
import queues from './queues.js';
import reduction, { forking } from './reduction.js';
import resource_tracker from './resourceTracker.js';
import shared_memory from './shareableList.js';
import _multiprocessing from './semLock.js';
import sharedctypes from './sharedctypes.js';
import spawn from './spawn.js';
import { offerBrought } from './submodules.js';
import synchronize from './synchronize.js';
import util, { registerExit } from './util.js';

/** A module that brings `util` with it, and so what that has registered for the program's end. */
const withUtil = (name: string, make: () => Record<string, Py>) => (): Record<string, Py> => {
  registerExit();
  offerBrought(name);
  return make();
};

const modules = {
  _multiprocessing,
  multiprocessing,
  'multiprocessing.connection': withUtil('connection', connection),
  'multiprocessing.context': context,
  'multiprocessing.forking': forking,
  'multiprocessing.forkserver': forkserver,
  'multiprocessing.managers': withUtil('managers', managers),
  'multiprocessing.pool': withUtil('pool', pool),
  'multiprocessing.process': process,
  'multiprocessing.queues': withUtil('queues', queues),
  'multiprocessing.reduction': reduction,
  'multiprocessing.resource_tracker': resource_tracker,
  'multiprocessing.shared_memory': withUtil('shared_memory', shared_memory),
  'multiprocessing.sharedctypes': withUtil('sharedctypes', sharedctypes),
  'multiprocessing.spawn': spawn,
  'multiprocessing.synchronize': withUtil('synchronize', synchronize),
  'multiprocessing.util': withUtil('util', util),
} satisfies Record<string, () => Record<string, Py>>;

/** With what each has because CPython's imports it. */
export const multiprocessingModules = Object.fromEntries(
  Object.entries(modules).map(([name, make]) => [name, () => withImported(name, make())]),
) as Record<keyof typeof modules, () => Record<string, Py>>;
