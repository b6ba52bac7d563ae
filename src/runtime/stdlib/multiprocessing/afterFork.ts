/** `register_after_fork`: what is to be done in each forked child, which has the registrations of its parent. */
import { registerForkState } from '../../fork/state.js';
import { call, callMethod } from '../../object/call.js';
import { toPython } from '../../helpers/exceptions.js';
import type { Py } from '../../object/object.js';
import { str } from '../../object/text.js';
import { PyList, PyTuple } from '../../object/values.js';
import { checkReferable } from '../weakref/reference.js';
import { tellOfInheritedQueues } from './feeder.js';
import { info } from './log.js';
import { mp } from './state.js';

registerForkState('multiprocessing after fork', {
  save() {
    const registered = living();
    if (registered.length === 0) return undefined;
    return new PyList(registered.map(({ object, run }) => new PyTuple([object, run])));
  },
  restore(all: PyList) {
    for (const { items } of all.items as PyTuple[]) registerAfterFork(items[0], items[1]);
  },
});

/**
 * The object is not kept alive by this. Raises TypeError for one that cannot be referred to weakly.
 * @param run is called with the object; null is the object's own `_after_fork`
 */
export function registerAfterFork(object: Py, run: Py): void {
  checkReferable(object);
  mp().afterFork.push({ object: new WeakRef(object), run });
}

/** What is registered for objects that there still are, in its order. */
function living(): { object: Py; run: Py }[] {
  const state = mp();
  state.afterFork = state.afterFork.filter(({ object }) => object.deref() !== undefined);
  return state.afterFork.map(({ object, run }) => ({ object: object.deref()!, run }));
}

export const isRegistered = (object: Py): boolean => mp().afterFork.some((each) => each.object.deref() === object);

/** Runs what was registered, in its order. */
export function runAfterForkers(): void {
  tellOfInheritedQueues();
  for (const { object, run } of living()) {
    try {
      if (run === null) callMethod(object, '_after_fork');
      else call(run, [object]);
    } catch (error) {
      info(`after forker raised exception ${str(toPython(error))}`);
    }
  }
}
