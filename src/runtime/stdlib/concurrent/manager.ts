/**
 * What CPython's executor consists of, as far as programs take hold of it: the thread that manages the workers, and the queue of calls.
 *
 * There is no such thread here (engine.ts), but who joins it waits for the same: that everything is done and all workers have ended.
 */
import { type as typeOfTypes } from '../../builtins/typeObject.js';
import { call } from '../../object/call.js';
import { moduleState } from '../../object/context.js';
import { defineMembers, getter } from '../../object/install.js';
import { fn, method } from '../../object/fn.js';
import { type Py, PyObject } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { truthy } from '../../object/truth.js';
import { libraryClass, type PyType } from '../../object/type.js';
import { PyStaticMethod, PyTuple } from '../../object/values.js';
import { newPipe, type PyConnection } from '../multiprocessing/connection.js';
import { attributes } from '../multiprocessing/shareable.js';
import { timeoutMs } from '../multiprocessing/timeouts.js';
import type { Engine } from './engine.js';

const MODULE = 'concurrent.futures.process';

class PyExecutorPart extends PyObject {
  engine!: Engine;
}
const managerThreadType = libraryClass({
  name: '_ExecutorManagerThread',
  js: class extends PyExecutorPart {},
  module: MODULE,
  hasDict: true,
});
const callQueueType = libraryClass({
  name: '_SafeQueue',
  js: class extends PyExecutorPart {},
  module: MODULE,
  hasDict: true,
});

const isOver = ({ engine }: PyExecutorPart): boolean => {
  engine.pump();
  return engine.isOver;
};

const ignore = () => method('()', () => null);

defineMembers(managerThreadType, () => ({
  __dict__: attributes(),
  name: 'ExecutorManagerThread',
  daemon: false,
  is_alive: method('()', (self: PyExecutorPart) => !isOver(self)),
  join: method('(timeout=None)', ({ engine }: PyExecutorPart, timeout: Py) => {
    engine.waitUntilOver(timeoutMs(timeout));
    return null;
  }),
  run: method('()', ({ engine }: PyExecutorPart) => {
    engine.waitUntilOver(Infinity);
    return null;
  }),
}));

// Calls are put by whoever submits them: no thread of its own has to be waited for.
defineMembers(callQueueType, () => ({
  __dict__: attributes(),
  qsize: method('()', ({ engine }: PyExecutorPart) => engine.waitingCalls()),
  empty: method('()', ({ engine }: PyExecutorPart) => engine.waitingCalls() === 0),
  close: ignore(),
  join_thread: ignore(),
  cancel_join_thread: ignore(),
}));

const part = (type: PyType, engine: Engine): Py =>
  Object.assign(new (type.ctor as typeof PyExecutorPart)(), { engine });

/** The class as the module has it: one whose methods a program may replace. */
export const managerThreadClass = (): PyType =>
  moduleState('executor manager thread', () => {
    const members = PyDict.of([['__module__', MODULE]]);
    return call(typeOfTypes, [managerThreadType.name, new PyTuple([managerThreadType]), members]) as PyType;
  });

export const managerThread = (engine: Engine): Py => part(managerThreadClass(), engine);
export const callQueue = (engine: Engine): Py => part(callQueueType, engine);

/** A pipe by which one thread wakes another that waits for its reader. */
class PyThreadWakeup extends PyObject {
  reader!: PyConnection;
  writer!: PyConnection;
  isClosed = false;
}
export const threadWakeupType = libraryClass({
  name: '_ThreadWakeup',
  js: PyThreadWakeup,
  module: MODULE,
  hasDict: true,
});

defineMembers(threadWakeupType, () => ({
  __dict__: attributes(),
  __new__: new PyStaticMethod(
    fn('(cls)', (cls) => {
      const [reader, writer] = newPipe(false);
      return Object.assign(new cls.ctor(), { reader, writer });
    }),
  ),
  __init__: ignore(),
  _closed: getter((self: PyThreadWakeup) => self.isClosed),
  _reader: getter((self: PyThreadWakeup) => self.reader),
  _writer: getter((self: PyThreadWakeup) => self.writer),
  wakeup: method('()', ({ isClosed, writer }: PyThreadWakeup) => {
    if (!isClosed) writer.channel!.send(new Uint8Array(0), 0);
    return null;
  }),
  clear: method('()', ({ isClosed, reader }: PyThreadWakeup) => {
    while (!isClosed && truthy(reader.channel!.poll(0))) reader.channel!.receive(Infinity);
    return null;
  }),
  close: method('()', (self: PyThreadWakeup) => {
    self.isClosed = true;
    self.reader.close();
    self.writer.close();
    return null;
  }),
}));
