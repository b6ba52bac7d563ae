/** `_asyncio`: futures, tasks and running loops, on which the library's package stands. Spec: https://docs.python.org/3/library/asyncio.html */
import { RuntimeError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import type { Py } from '../object/object.js';
import { enterTask, leaveTask, swapTask } from './asyncio/current.js';
import { futureType } from './asyncio/futureType.js';
import { eventLoop, runningLoop, setRunningLoop, state } from './asyncio/state.js';
import { PyTask } from './asyncio/task.js';
import { taskType } from './asyncio/taskType.js';

function neededLoop(): Py {
  const loop = runningLoop();
  if (loop === null) throw RuntimeError('no running event loop');
  return loop;
}

function register(task: Py): null {
  const { scheduled } = state();
  if (task instanceof PyTask) scheduled.own.add(task);
  else scheduled.addForeign(task);
  return null;
}

export default (): Record<string, Py> => {
  const { current, eager, scheduled } = state();
  return {
    Future: futureType,
    Task: taskType,
    _current_tasks: current,
    _eager_tasks: eager,
    _scheduled_tasks: scheduled,
    _get_running_loop: fn('()', runningLoop),
    _set_running_loop: fn('(loop, /)', (loop: Py) => (setRunningLoop(loop), null)),
    get_running_loop: fn('()', neededLoop),
    get_event_loop: fn('()', eventLoop),
    current_task: fn('(loop=None)', (loop: Py) => current.get(loop ?? neededLoop()) ?? null),
    _enter_task: fn('(loop, task)', enterTask),
    _leave_task: fn('(loop, task)', leaveTask),
    _swap_current_task: fn('(loop, task)', swapTask),
    _register_task: fn('(task)', register),
    _unregister_task: fn('(task)', (task: Py) => (scheduled.remove(task), null)),
    _register_eager_task: fn('(task)', (task: Py) => (eager.set(task, true), null)),
    _unregister_eager_task: fn('(task)', (task: Py) => (eager.delete(task), null)),
  };
};
