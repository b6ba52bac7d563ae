/** The package's log: what it says of itself once a program has asked for its logger. */
import { registerForkState } from '../../fork/state.js';
import { importModule } from '../../import/importFunction.js';
import { callMethod } from '../../object/call.js';
import { moduleState, rt } from '../../object/context.js';
import type { Py } from '../../object/object.js';
import { PyTuple } from '../../object/values.js';
import { mp } from './state.js';

export const SUBDEBUG = 5;
export const DEBUG = 10;
export const INFO = 20;
export const SUBWARNING = 25;
export const LOGGER_NAME = 'multiprocessing';
export const LOGGING_FORMAT = '[%(levelname)s/%(processName)s] %(message)s';

/** What the handles of CPython's semaphores begin at, about: they are addresses. */
const HANDLES = 0x7f0000000000;

interface Log {
  /** The logger, once somebody has asked for it. */
  logger: Py;
  toStderr: boolean;
}
export const log = (): Log => moduleState('multiprocessing log', () => ({ logger: null, toStderr: false }));

registerForkState('multiprocessing log', {
  save() {
    const { logger, toStderr } = log();
    return logger === null ? undefined : new PyTuple([logger, toStderr]);
  },
  restore(state: PyTuple) {
    const [logger, toStderr] = state.items;
    Object.assign(log(), { logger, toStderr });
  },
});

export function logAt(level: number, message: string): void {
  const { logger } = log();
  if (logger !== null) callMethod(logger, 'log', level, message);
}
export const debug = (message: string): void => logAt(DEBUG, message);
export const info = (message: string): void => logAt(INFO, message);

/** Whether somebody has asked for the package's logger. */
export const hasLogger = (): boolean => log().logger !== null;

export function getLogger(): Py {
  const state = log();
  if (state.logger === null) {
    const logging = importModule('logging', null, [], 0);
    state.logger = callMethod(logging, 'getLogger', LOGGER_NAME);
    state.logger.$propagate = 0;
    if (rt.dialect === 2) {
      callMethod(logging, 'addLevelName', SUBDEBUG, 'SUBDEBUG');
      callMethod(logging, 'addLevelName', SUBWARNING, 'SUBWARNING');
    }
  }
  return state.logger;
}

/** What is one object of the arena here is made of so many semaphores in CPython. @param at its address */
export function noteSemLocks(at: number, count: number): void {
  if (!hasLogger()) return;
  for (let i = 0; i < count; i++) debug(`created semlock with handle ${handleOf(at, i)}`);
}

/** The same for an object that has come with the message by which a process was spawned. */
export function noteSpawnedSemLocks(at: number, count: number): void {
  if (!mp().inheriting || !hasLogger()) return;
  for (let i = 0; i < count; i++) debug(`recreated blocker with handle ${handleOf(at, i)}`);
}

const handleOf = (at: number, i: number): number => HANDLES + at * 16 + i * 4096;
