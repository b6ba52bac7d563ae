/** `asyncio.Task` as Python sees it. Spec: https://docs.python.org/3/library/asyncio-task.html#task-object */
import { genericAlias } from '../../builtins/genericAlias.js';
import { call } from '../../object/call.js';
import { RuntimeError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { getter } from '../../object/install.js';
import type { Py } from '../../object/object.js';
import { str } from '../../object/text.js';
import { truthy } from '../../object/truth.js';
import type { PyType } from '../../object/type.js';
import { PyClassMethod } from '../../object/values.js';
import { declareType } from '../moduleTypes.js';
import { futureType } from './futureType.js';
import { fromPackage } from './state.js';
import { PyTask, reportTask } from './task.js';

function init(self: PyTask, coro: Py, loop: Py, name: Py, context: Py, isEager: Py): null {
  self.setUp(loop);
  self.begin(coro, name === undefined || name === null ? undefined : str(name), context, truthy(isEager ?? false));
  return null;
}

const refused = (signature: string, name: string) =>
  method(signature, () => {
    throw RuntimeError(`Task does not support ${name} operation`);
  });

function uncancel(self: PyTask): number {
  if (self.cancelRequests > 0 && --self.cancelRequests === 0) self.mustCancel = false;
  return self.cancelRequests;
}

export const taskType: PyType = declareType({
  name: 'Task',
  module: '_asyncio',
  js: PyTask,
  base: futureType,
  hasDict: true,
  make: (cls: PyType) => new cls.ctor(),
  members: () => ({
    __init__: method('(coro, *, loop=None, name=None, context=None, eager_start=False)', init),
    set_result: refused('(result, /)', 'set_result'),
    set_exception: refused('(exception, /)', 'set_exception'),
    cancel: method('(msg=None)', (self: PyTask, message: Py) => self.ensureReady().cancelled(message ?? null)),
    cancelling: method('()', (self: PyTask) => self.cancelRequests),
    uncancel: method('()', uncancel),
    get_stack: method('(*, limit=None)', (self: PyTask, limit: Py) =>
      call(fromPackage('base_tasks', '_task_get_stack'), [self, limit ?? null]),
    ),
    print_stack: method('(*, limit=None, file=None)', (self: PyTask, limit: Py, file: Py) =>
      call(fromPackage('base_tasks', '_task_print_stack'), [self, limit ?? null, file ?? null]),
    ),
    get_name: method('()', (self: PyTask) => (typeof self.name === 'number' ? `Task-${self.name}` : self.name)),
    set_name: method('(value, /)', (self: PyTask, value: Py) => {
      self.name = str(value);
      return null;
    }),
    get_coro: method('()', (self: PyTask) => self.coroutine),
    get_context: method('()', (self: PyTask) => self.context),
    _log_destroy_pending: getter(
      (self: PyTask) => self.isMissed,
      (self: PyTask, value: Py) => {
        self.isMissed = truthy(value);
      },
    ),
    _must_cancel: getter((self: PyTask) => self.mustCancel),
    _coro: getter((self: PyTask) => self.coroutine),
    _fut_waiter: getter((self: PyTask) => self.waiter),
    __repr__: method('()', (self: PyTask) => call(fromPackage('base_tasks', '_task_repr'), [self.ensureReady()])),
    __del__: method('()', reportTask),
    __class_getitem__: new PyClassMethod(fn('(cls, item, /)', genericAlias, '__class_getitem__')),
  }),
});
