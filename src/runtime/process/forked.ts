/** The child of `os.fork`: runs what is left of the functions that were under way. */
import { restore } from '../fork/child.js';
import { ControlFlow, toPython } from '../helpers/exceptions.js';
import { bytesResult } from '../io/values.js';
import { inheritOutputs, noteBegun } from '../mp/index.js';
import { getAttr, special } from '../object/attributes.js';
import { call, callMethod } from '../object/call.js';
import { rt } from '../object/context.js';
import { RuntimeError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { type Code, FunctionInfo } from '../object/function.js';
import { defineMembers } from '../object/install.js';
import { iterate } from '../object/iterate.js';
import { PyIterator } from '../object/pyIterator.js';
import { type Py, PyObject } from '../object/object.js';
import { builtinType } from '../object/type.js';
import type { PyBytes, PyTuple } from '../object/values.js';
import { iteratorMembers } from '../builtins/iterator.js';
import { restoreExitCallbacks } from '../stdlib/atexit.js';
import { loadModules } from '../stdlib/moduleTable.js';
import { processHooks } from '../stdlib/posix/hooks.js';
import { adoptThread, reportThreadException } from '../threads/names.js';
import { runForked } from './hooks.js';
import { host } from './host.js';
import { flushAfter, usedStream } from './main.js';
import type { ProgramOptions } from './payload.js';

runForked.current = ({ snapshot }) => {
  const [frames, held, exits, handlers, task, object, text, thread] = restore(snapshot);
  noteBegun(host().arena);
  if (task !== '') {
    if (!forkedTasks.has(task)) loadModules('other');
    forkedTasks.get(task)!(object, text);
    return;
  }
  takeOutput(held.items);
  restoreExitCallbacks(exits);
  for (const handler of handlers.items) call(handler, []);
  const rest = () => {
    goOn(frames.items);
    if (text !== '') throw RuntimeError(text);
  };
  if (thread !== null) endAsThread(thread, rest);
  const { kind } = (rt.state.get('program options') as ProgramOptions).program;
  if (kind === 'file' || kind === 'stdin') flushAfter(rest);
  else rest();
};

/** What else a forked process can be made for, by name. */
export const forkedTasks = new Map<string, (object: Py, text: string) => void>();

/** The thread that forked is the only one here: the process ends with it, without what a program does at its end. */
function endAsThread(thread: Py, run: () => void): never {
  adoptThread(thread);
  try {
    run();
  } catch (error) {
    if (error instanceof ControlFlow) throw error;
    reportThreadException(toPython(error));
  }
  // Python 2 writes through C's streams, which are flushed whenever a process ends.
  const stdout = usedStream('stdout');
  if (rt.dialect === 2 && stdout !== undefined) callMethod(stdout, 'flush');
  return processHooks().exit(0);
}

/** Both processes write what had not been written at the fork. */
function takeOutput(held: readonly PyBytes[]): void {
  held.forEach(({ data }, i) => {
    if (data.length === 0) return;
    // Asked of `sys`, which flushes at the end what has been asked for.
    const stream = getAttr(rt.modules.get('sys'), i === 0 ? '__stdout__' : '__stderr__');
    const { softspace } = stream;
    callMethod(rt.dialect === 2 ? stream : stream.buffer, 'write', bytesResult(data));
    if (rt.dialect === 2) stream.softspace = softspace;
  });
  inheritOutputs(host().arena);
}

/** Runs the frames; the outermost calls what resumes the next one, and so on to the fork itself. */
function goOn(frames: readonly PyTuple[]): Py {
  const [frame] = frames.slice(-1);
  if (frame === undefined) return 0;
  const [code, cells, values] = frame.items as [Code, Py, Py];
  const run = code.make!(new FunctionInfo(code, cells.items), ...cells.items);
  return run(resumer(frames.slice(0, -1)), values.items);
}

/**
 * What a continuation calls: with nothing, for the value of the call that the process was forked in; with an iterator, for one that
 * gives something before it; with a context manager and None, for one that has been entered.
 */
function resumer(inner: readonly PyTuple[]): Py {
  return fn(
    '(*args)',
    (args: Py[]) => {
      if (args.length === 0) return goOn(inner);
      return args.length === 1 ? new OneMore(args[0]) : new Entered(args[0]);
    },
    'resume',
  );
}

class OneMore extends PyIterator {
  private isFirst = true;
  private readonly rest: { nx(): Py };
  constructor(iterator: Py) {
    super();
    this.rest = iterate(iterator);
  }
  nx(): Py {
    if (!this.isFirst) return this.rest.nx();
    this.isFirst = false;
    return null;
  }
}

class Entered extends PyObject {
  constructor(readonly manager: Py) {
    super();
  }
}

defineMembers(builtinType({ name: 'resumed_iterator', js: OneMore, subclassable: false }), () => iteratorMembers());
defineMembers(builtinType({ name: 'entered_manager', js: Entered, subclassable: false }), () => ({
  __enter__: method('()', ({ manager }: Entered) => manager),
  __exit__: method('(*exc)', ({ manager }: Entered, exc: Py[]) => special(manager, '__exit__')!(manager, ...exc)),
}));
