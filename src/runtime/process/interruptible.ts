/** Python 2: a system call does not go on after the handler of a signal has run; it fails with EINTR. */
import { stackFrames } from '../builtins/frame.js';
import { isLibraryFile } from '../import/library.js';
import { fail } from '../io/openFile.js';
import { Entry } from '../mp/index.js';
import { rt } from '../object/context.js';
import { host } from './host.js';
import { signals } from './signals.js';

/** Runs what may sleep. In Python 2 it is given up with EINTR, a system error, after a handler has run. */
export function interruptible<T>(run: () => T): T {
  if (rt.dialect !== 2 || !hasHandlers()) return run();
  const { hooks } = host().arena;
  const before = hooks.interrupt;
  const interrupt = () => {
    const { handled } = signals();
    hooks.interrupt = before;
    try {
      before();
    } finally {
      hooks.interrupt = interrupt;
    }
    if (signals().handled !== handled) fail('EINTR');
  };
  hooks.interrupt = interrupt;
  try {
    return run();
  } finally {
    hooks.interrupt = before;
  }
}

/** The same for what the library calls too, which goes on, as it does in Python 3. */
export const interruptibleInProgram = <T>(run: () => T): T =>
  rt.dialect === 2 && hasHandlers() && isProgramCalling() ? interruptible(run) : run();

function hasHandlers(): boolean {
  const { arena } = host();
  return Atomics.load(arena.i32, arena.self + Entry.awaited) !== 0;
}

function isProgramCalling(): boolean {
  const frame = stackFrames();
  return frame === null || !isLibraryFile(frame.code.unit.filename);
}
