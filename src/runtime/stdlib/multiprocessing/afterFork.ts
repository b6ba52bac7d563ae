/** `register_after_fork`: what is to be done in each forked child, which has the registrations of its parent. */
import { registerForkState } from '../../fork/state.js';
import { call, callMethod } from '../../object/call.js';
import { toPython } from '../../helpers/exceptions.js';
import type { Py } from '../../object/object.js';
import { str } from '../../object/text.js';
import { PyList, PyTuple } from '../../object/values.js';
import { tellOfInheritedQueues } from './feeder.js';
import { info } from './log.js';
import { mp } from './state.js';

registerForkState('multiprocessing after fork', {
  save() {
    const { afterFork } = mp();
    if (afterFork.length === 0) return undefined;
    return new PyList(afterFork.map(({ object, run }) => new PyTuple([object, run])));
  },
  restore(all: PyList) {
    for (const { items } of all.items as PyTuple[]) registerAfterFork(items[0], items[1]);
  },
});

/** @param run is called with the object; null is the object's own `_after_fork` */
export function registerAfterFork(object: Py, run: Py): void {
  const { afterFork } = mp();
  afterFork.push({ order: afterFork.length, object, run });
}

/** Runs what was registered, in its order. */
export function runAfterForkers(): void {
  tellOfInheritedQueues();
  for (const { object, run } of [...mp().afterFork].sort((a, b) => a.order - b.order)) {
    try {
      if (run === null) callMethod(object, '_after_fork');
      else call(run, [object]);
    } catch (error) {
      info(`after forker raised exception ${str(toPython(error))}`);
    }
  }
}
