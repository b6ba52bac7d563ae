/**
 * Threads that CPython's library starts for itself and that there are none of here: those of a pool, of a queue, of an executor. Programs
 * see them all the same, in `threading.enumerate()` and by the numbers in the names of the threads that they start themselves.
 *
 * Such a thread is an object of `threading` that never runs. It is made once somebody has loaded that module.
 */
import { type as typeOfTypes } from '../builtins/typeObject.js';
import { importModule } from '../import/importFunction.js';
import { unloadedName } from '../import/standIn.js';
import { getAttr } from '../object/attributes.js';
import { call, callKw, callMethod } from '../object/call.js';
import { moduleState, rt } from '../object/context.js';
import { fn } from '../object/fn.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { PyModule, PyTuple } from '../object/values.js';
import { newIdent, type PyThreadHandle } from '../stdlib/_thread/start.js';

/** What `threading` is told of a thread. */
export interface HelperOptions {
  /** Its own name; without one it gets a number, and takes it from those that come later. */
  readonly name?: string;
  /** Name of the function that it runs in CPython, part of its name in Python 3. */
  readonly target?: string;
  /** Name of its class, if that is not `Thread` itself. */
  readonly className?: string;
  readonly daemon: boolean;
}

export class HelperThread {
  private thread: Py = null;
  /** The module that knows it. */
  private threading: PyModule | null = null;
  private hasEnded = false;
  constructor(private readonly options: HelperOptions) {}

  /** Makes the object that programs see. @param threading the module, which has run */
  show(threading: PyModule): void {
    if (this.thread !== null) return;
    const { name, target, className, daemon } = this.options;
    const keywords = new Map<string, Py>([['name', name ?? null]]);
    if (target !== undefined)
      keywords.set(
        'target',
        fn('()', () => null, target),
      );
    const base = getAttr(threading, 'Thread');
    const cls = className === undefined ? base : call(typeOfTypes, [className, new PyTuple([base]), new PyDict()]);
    const thread = callKw(cls, [], keywords);
    thread.$_daemonic = daemon;
    this.thread = thread;
    this.threading = threading;
    const handle: PyThreadHandle = thread.$_handle;
    Object.assign(handle, { ident: newIdent(), started: true, isDone: this.hasEnded });
    thread.$_ident = handle.ident;
    callMethod(thread.$_started, 'set');
    if (!this.hasEnded) getAttr(threading, '_active').set(handle.ident, thread);
  }

  /** The object that programs see, which `threading` is loaded for. */
  shown(): Py {
    if (this.thread === null) {
      const threading = importModule(rt.dialect === 2 ? '@threading' : 'threading', null, ['*'], 0);
      // Who first asks for something of it makes it run, and that may show this one.
      getAttr(threading, 'Thread');
      this.show(threading);
    }
    return this.thread;
  }

  end(): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    if (this.thread === null) return;
    const handle: PyThreadHandle = this.thread.$_handle;
    handle.isDone = true;
    getAttr(this.threading!, '_active').delete(handle.ident);
  }
}

/** What is to be done once somebody has loaded `threading`. */
const later = () => moduleState<((threading: PyModule) => void)[]>('once threading is there', () => []);

/** Does something with the module, as soon as that has run. */
export function withThreading(run: (threading: PyModule) => void): void {
  const threading = loadedThreading();
  if (threading === undefined) later().push(run);
  else run(threading);
}

/** A thread that is there from now on until `end` is called. */
export function helperThread(options: HelperOptions): HelperThread {
  const made = new HelperThread(options);
  withThreading((threading) => made.show(threading));
  return made;
}

/** The module `threading` of the program's dialect, once it has run. */
function loadedThreading(): PyModule | undefined {
  const found: Py = rt.modules.get('threading');
  if (!(found instanceof PyModule) || unloadedName(found) !== undefined) return undefined;
  return found.namespace.has('Thread') && found.namespace.has('_shutdown') ? found : undefined;
}

/** `threading` has run: it gets to know what was there before. */
export function threadingLoaded(threading: PyModule): void {
  for (const run of later().splice(0)) run(threading);
}
