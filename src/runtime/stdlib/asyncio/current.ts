/** Which task a loop is in. */
import { RuntimeError } from '../../object/errors.js';
import type { Py } from '../../object/object.js';
import { repr } from '../../object/text.js';
import { state } from './state.js';

export function enterTask(loop: Py, task: Py): null {
  const { current } = state();
  const before = current.get(loop);
  if (before !== undefined)
    throw RuntimeError(`Cannot enter into task ${repr(task)} while another task ${repr(before)} is being executed.`);
  current.set(loop, task);
  return null;
}

export function leaveTask(loop: Py, task: Py): null {
  const { current } = state();
  const before = current.get(loop);
  if (before !== task)
    throw RuntimeError(`Leaving task ${repr(task)} does not match the current task ${repr(before ?? null)}.`);
  current.delete(loop);
  return null;
}

/** Another task for a while, or none. Returns the one before. */
export function swapTask(loop: Py, task: Py): Py {
  const { current } = state();
  const before = current.get(loop) ?? null;
  if (task === null) current.delete(loop);
  else current.set(loop, task);
  return before;
}
