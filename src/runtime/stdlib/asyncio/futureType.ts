/** `asyncio.Future` as Python sees it. Spec: https://docs.python.org/3/library/asyncio-future.html#future-object */
import { thrown } from '../../builtins/generator.js';
import { genericAlias } from '../../builtins/genericAlias.js';
import { call } from '../../object/call.js';
import { AttributeError, RuntimeError, StopIteration, stopIteration, ValueError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { ResultIterator } from '../../object/generator.js';
import { getter } from '../../object/install.js';
import type { Py } from '../../object/object.js';
import { truthy } from '../../object/truth.js';
import type { Members, PyType } from '../../object/type.js';
import { PyClassMethod, PyList, PyTuple } from '../../object/values.js';
import { declareType } from '../moduleTypes.js';
import { contextOr, PyFuture, reportUnheard } from './future.js';
import { fromPackage } from './state.js';

/** What `await future` goes through: the future itself while it is not done, then its result. */
class FutureIterator extends ResultIterator {
  result: Py = null;
  constructor(private future: PyFuture | null) {
    super();
  }

  nx(): Py {
    const { future } = this;
    if (future === null) return undefined;
    if (!future.isDone) {
      if (future.isBlocking) throw RuntimeError("await wasn't used with future");
      future.isBlocking = true;
      return future;
    }
    this.future = null;
    this.result = future.value();
    return undefined;
  }

  close(): null {
    this.future = null;
    return null;
  }
}

function nextOf(self: FutureIterator): Py {
  const value = self.nx();
  if (value !== undefined) return value;
  const { result } = self;
  self.result = null;
  throw result === null ? StopIteration() : stopIteration(result);
}

declareType({
  name: 'FutureIter',
  module: '_asyncio',
  js: FutureIterator,
  subclassable: false,
  members: () => ({
    __iter__: method('()', (self: Py) => self),
    __next__: method('()', nextOf),
    send: method('(value, /)', nextOf),
    throw: method('(typ, val=None, tb=None, /)', (self: FutureIterator, type: Py, value: Py, tb: Py) => {
      const error = thrown(type, value, tb);
      self.close();
      throw error;
    }),
    close: method('()', (self: FutureIterator) => self.close()),
  }),
});

const iterator = method('()', (self: PyFuture) => new FutureIterator(self.ensureReady()));

/** An attribute that cannot be deleted. */
const kept = (get: (self: PyFuture) => Py, set: (self: PyFuture, value: Py) => void) =>
  getter(
    (self: PyFuture) => get(self.ensureReady()),
    (self: PyFuture, value: Py) => set(self.ensureReady(), value),
    () => {
      throw AttributeError('cannot delete attribute');
    },
  );

/** The attributes by which the package's Python code knows a future. */
const attributes = (): Members => ({
  _asyncio_future_blocking: kept(
    (self) => self.isBlocking,
    (self, value) => {
      self.isBlocking = truthy(value);
    },
  ),
  _log_traceback: kept(
    (self) => self.isUnheard,
    (self, value) => {
      if (truthy(value)) throw ValueError('_log_traceback can only be set to False');
      self.heard();
    },
  ),
  _cancel_message: kept(
    (self) => self.cancelMessage,
    (self, value) => {
      self.cancelMessage = value;
    },
  ),
  _state: getter((self: PyFuture) => self.ensureReady().state),
  _loop: getter((self: PyFuture) => self.loop ?? null),
  _result: getter((self: PyFuture) => self.ensureReady().result),
  _exception: getter((self: PyFuture) => self.ensureReady().exception),
  _callbacks: getter((self: PyFuture) =>
    self.ensureReady().callbacks === null ? null : new PyList(self.callbacks!.map((pair) => new PyTuple([...pair]))),
  ),
  _source_traceback: getter((self: PyFuture) => self.ensureReady().sourceTraceback),
});

/** `set_exception` and the like return None. */
const silent =
  (f: (...args: Py[]) => void) =>
  (...args: Py[]) => {
    f(...args);
    return null;
  };

export const futureType: PyType = declareType({
  name: 'Future',
  module: '_asyncio',
  js: PyFuture,
  hasDict: true,
  make: (cls: PyType) => new cls.ctor(),
  members: () => ({
    __init__: method(
      '(*, loop=None)',
      silent((self: PyFuture, loop: Py) => self.setUp(loop)),
    ),
    ...attributes(),
    result: method('()', (self: PyFuture) => self.value()),
    exception: method('()', (self: PyFuture) => {
      const exception = self.outcome('Exception is not set.');
      if (exception !== null) exception.tb = self.traceback;
      return exception;
    }),
    set_result: method(
      '(result, /)',
      silent((self: PyFuture, result: Py) => self.finish(result)),
    ),
    set_exception: method(
      '(exception, /)',
      silent((self: PyFuture, exception: Py) => self.fail(exception)),
    ),
    add_done_callback: method(
      '(fn, /, *, context=<unrepresentable>)',
      silent((self: PyFuture, f: Py, context: Py) => self.ensureReady().addCallback(f, contextOr(context))),
    ),
    remove_done_callback: method('(fn, /)', (self: PyFuture, f: Py) => self.ensureReady().removeCallback(f)),
    cancel: method('(msg=None)', (self: PyFuture, message: Py) => self.ensureReady().cancelled(message ?? null)),
    cancelled: method('()', (self: PyFuture) => self.loop !== undefined && self.state === 'CANCELLED'),
    done: method('()', (self: PyFuture) => self.loop !== undefined && self.isDone),
    get_loop: method('()', (self: PyFuture) => self.ensureReady().loop),
    _make_cancelled_error: method('()', (self: PyFuture) => self.ensureReady().makeCancelledError()),
    __await__: iterator,
    __iter__: iterator,
    __repr__: method('()', (self: PyFuture) => call(fromPackage('base_futures', '_future_repr'), [self.ensureReady()])),
    __del__: method('()', reportUnheard),
    __class_getitem__: new PyClassMethod(fn('(cls, item, /)', genericAlias, '__class_getitem__')),
  }),
});
