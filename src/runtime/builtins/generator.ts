/**
 * Generators, coroutines and async generators as Python sees them.
 * Spec: https://docs.python.org/3/reference/expressions.html#generator-iterator-methods
 */
import { getAttr } from '../object/attributes.js';
import { call } from '../object/call.js';
import { rt } from '../object/context.js';
import {
  GeneratorExit,
  PyBaseException,
  PyTraceback,
  StopAsyncIteration,
  StopIteration,
  stopIteration,
  TypeError,
  ValueError,
} from '../object/errors.js';
import { method } from '../object/fn.js';
import type { PyFunction } from '../object/function.js';
import { stepInThread, ThreadGenerator } from '../threads/generators.js';
import { quick } from './direct.js';
import { required } from './function.js';
import { AsyncGeneratorStep, AsyncGeneratorThrow, PyAsyncGenerator } from '../object/asyncGenerator.js';
import { CoroutineWrapper, PyCoroutine, PyGenerator, Resumable } from '../object/generator.js';
import { type Resumption, SEND_NONE } from '../object/resumption.js';
import { defineMembers, getter } from '../object/install.js';
import type { Py } from '../object/object.js';
import { repr } from '../object/text.js';
import { builtinType, PyType, shortTypeName } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { reusedCoroutine } from '../helpers/generators.js';
import { advanceStep, beginStep as begin, closeStep } from './asyncStep.js';
import { address } from './object.js';
import { warn } from './warn.js';

export const generatorType: PyType = builtinType({ name: 'generator', js: PyGenerator, subclassable: false });
export const coroutineType: PyType = builtinType({ name: 'coroutine', js: PyCoroutine, subclassable: false });
export const coroutineWrapperType: PyType = builtinType({
  name: 'coroutine_wrapper',
  js: CoroutineWrapper,
  subclassable: false,
});
export const asyncGeneratorType: PyType = builtinType({
  name: 'async_generator',
  js: PyAsyncGenerator,
  subclassable: false,
});
export const asyncStepType: PyType = builtinType({
  name: 'async_generator_asend',
  js: AsyncGeneratorStep,
  subclassable: false,
});
const asyncThrowType: PyType = builtinType({
  name: 'async_generator_athrow',
  js: AsyncGeneratorThrow,
  subclassable: false,
});

/** Resumes; the value yielded, or StopIteration with the value returned. */
function step(self: Resumable, how: Resumption): Py {
  if (self.isClosed) {
    if (self instanceof PyCoroutine) throw reusedCoroutine();
    if (how.kind === 'throw') throw how.error;
    throw StopIteration();
  }
  const value = self.resume(how);
  if (value === undefined) throw stopIteration(self.result);
  return value;
}

/** The exception that `throw(type, value, traceback)` means. */
export function thrown(type: Py, value: Py, tb: Py, name = 'throw'): PyBaseException {
  if (rt.dialect === 3 && value !== undefined) {
    const text = `the (type, exc, tb) signature of ${name}() is deprecated, use the single-arg signature instead.`;
    warn('DeprecationWarning', text);
  }
  if (tb !== undefined && tb !== null && !(tb instanceof PyTraceback))
    throw TypeError('throw() third argument must be a traceback object');
  let e: Py;
  if (type instanceof PyBaseException) {
    if (value !== undefined && value !== null) throw TypeError('instance exception may not have a separate value');
    e = type;
  } else if (type instanceof PyType && type.mro.some((c) => c.qualname === 'BaseException')) {
    e =
      value instanceof PyBaseException && value.c$.mro.includes(type)
        ? value
        : call(type, value === undefined || value === null ? [] : [value]);
    // The generator gets this one then.
    if (!(e instanceof PyBaseException))
      return TypeError(
        `calling ${repr(type)} should have returned an instance of BaseException, not ${shortTypeName(typeOf(e))}`,
      );
  } else {
    const wanted = rt.dialect === 2 ? 'classes, or instances' : 'classes or instances deriving from BaseException';
    throw TypeError(`exceptions must be ${wanted}, not ${typeOf(type).name}`);
  }
  if (tb !== undefined && tb !== null) e.tb = tb;
  return e;
}

const common = (prefix: string) => ({
  send: sendMethod(),
  throw: method('(typ, val=None, tb=None, /)', (self: Resumable, type: Py, value: Py, tb: Py) =>
    step(self, { kind: 'throw', error: thrown(type, value, tb) }),
  ),
  close: method('()', (self: Resumable) => self.close()),
  __name__: required(
    (self) => self.name ?? nameOf(self),
    (self, value) => {
      if (typeof value !== 'string') throw TypeError('__name__ must be set to a string object');
      self.name = value;
    },
  ),
  __qualname__: required(
    (self) => self.qualname ?? qualnameOf(self),
    (self, value) => {
      if (typeof value !== 'string') throw TypeError('__qualname__ must be set to a string object');
      self.qualname = value;
    },
  ),
  [`${prefix}_running`]: getter((self: Resumable) => (rt.dialect === 2 ? Number(self.isRunning) : self.isRunning)),
  [`${prefix}_suspended`]: getter((self: Resumable) => self.isSuspended),
  [`${prefix}_code`]: getter((self: Resumable) => self.info.code),
  [`${prefix}_frame`]: getter((self: Resumable) => (self.isClosed ? null : frameOf.current(self))),
});

/** The suspended frame of a generator; wired by the frames. */
export const frameOf: { current: (self: Resumable) => Py } = { current: () => null };

const nameOf = (self: Resumable) => self.info.name ?? self.info.code.name;
const qualnameOf = (self: Resumable) => self.info.qualname ?? self.info.code.qualname;

/** A method that resumes a generator: in a thread, one with a threaded body suspends the thread. */
function resuming(signature: string, impl: (self: Resumable, ...args: Py[]) => Resumption): PyFunction {
  const f = method(signature, (self: Resumable, ...args: Py[]) => step(self, impl(self, ...args)));
  f.builtin!.inThread = ([self, ...args]) =>
    self instanceof ThreadGenerator ? stepInThread(self, impl(self, ...args)) : undefined;
  return f;
}

function sendMethod(): PyFunction {
  const send = resuming('(value, /)', (_self, value) => ({ kind: 'send', value }));
  return quick(send, function (self: Py, value: Py) {
    if (arguments.length !== 2 || !(self instanceof Resumable)) return send(...arguments);
    return step(self, { kind: 'send', value });
  });
}

/** What comes out of the generator passes no handler of ours on its way: each would throw it again. */
function throwMethod(): PyFunction {
  const usual = resuming('(typ, val=None, tb=None, /)', (_self, type, value, tb) => ({
    kind: 'throw',
    error: thrown(type, value, tb),
  }));
  return quick(usual, function (self: Py, error: Py) {
    if (arguments.length !== 2 || !(self instanceof Resumable) || !(error instanceof PyBaseException))
      return usual(...arguments);
    return step(self, { kind: 'throw', error });
  });
}

const nextMethod = () => resuming('()', () => SEND_NONE);

defineMembers(generatorType, () => ({
  ...common('gi'),
  throw: throwMethod(),
  gi_yieldfrom: getter((self: PyGenerator) => (self.isSuspended ? self.delegate : null)),
  __iter__: method('()', (self: Py) => self),
  ...(rt.dialect === 2 ? { next: nextMethod() } : {}),
  __next__: nextMethod(),
  __repr__: method(
    '()',
    (self: PyGenerator) =>
      `<generator object ${rt.dialect === 2 ? nameOf(self) : (self.qualname ?? qualnameOf(self))} at ${address(self)}>`,
  ),
  __del__: method('()', (self: PyGenerator) => self.close()),
}));

defineMembers(coroutineType, () => ({
  ...common('cr'),
  cr_await: getter((self: PyCoroutine) => (self.isSuspended ? self.delegate : null)),
  cr_origin: getter(() => null),
  __await__: method('()', (self: PyCoroutine) => new CoroutineWrapper(self)),
  __repr__: method(
    '()',
    (self: PyCoroutine) => `<coroutine object ${self.qualname ?? qualnameOf(self)} at ${address(self)}>`,
  ),
}));

defineMembers(coroutineWrapperType, () => ({
  __iter__: method('()', (self: Py) => self),
  __next__: method('()', (self: CoroutineWrapper) => step(self.coroutine, { kind: 'send', value: null })),
  send: method('(value, /)', (self: CoroutineWrapper, value: Py) => step(self.coroutine, { kind: 'send', value })),
  throw: method('(typ, val=None, tb=None, /)', (self: CoroutineWrapper, type: Py, value: Py, tb: Py) =>
    step(self.coroutine, { kind: 'throw', error: thrown(type, value, tb) }),
  ),
  close: method('()', (self: CoroutineWrapper) => self.coroutine.close()),
}));

defineMembers(asyncGeneratorType, () => {
  const { send: _send, throw: _throw, close: _close, ...shared } = common('ag');
  return {
    ...shared,
    ag_await: getter((self: PyAsyncGenerator) => (self.isSuspended ? self.delegate : null)),
    __aiter__: method('()', (self: Py) => self),
    __anext__: method('()', (self: PyAsyncGenerator) => begin(self, { kind: 'send', value: null })),
    asend: method('(value, /)', (self: PyAsyncGenerator, value: Py) => begin(self, { kind: 'send', value })),
    athrow: method('(typ, val=None, tb=None, /)', (self: PyAsyncGenerator, type: Py, value: Py, tb: Py) =>
      begin(self, new LaterThrown(type, value, tb)),
    ),
    aclose: method('()', (self: PyAsyncGenerator) => begin(self, { kind: 'throw', error: GeneratorExit() }, true)),
    __repr__: method(
      '()',
      (self: PyAsyncGenerator) => `<async_generator object ${self.qualname ?? qualnameOf(self)} at ${address(self)}>`,
    ),
  };
});

/** What `athrow` was given is looked at when it is awaited. A class, since a literal with a getter would keep V8 busy with hidden classes. */
class LaterThrown {
  readonly kind = 'throw';
  constructor(
    private readonly type: Py,
    private readonly value: Py,
    private readonly tb: Py,
  ) {}
  get error(): Py {
    return thrown(this.type, this.value, this.tb, 'athrow');
  }
}

/** The same as a method: the end of the await is an exception. */
function resumeStep(self: AsyncGeneratorStep, how: Resumption): Py {
  const value = advanceStep(self, how);
  if (value !== undefined) return value;
  throw self.result === undefined ? StopAsyncIteration() : stopIteration(self.result);
}

const stepMembers = () => ({
  __iter__: method('()', (self: Py) => self),
  __await__: method('()', (self: Py) => self),
  __next__: method('()', (self: AsyncGeneratorStep) => resumeStep(self, { kind: 'send', value: null })),
  send: method('(value, /)', (self: AsyncGeneratorStep, value: Py) => resumeStep(self, { kind: 'send', value })),
  throw: method('(typ, val=None, tb=None, /)', (self: AsyncGeneratorStep, type: Py, value: Py, tb: Py) =>
    resumeStep(self, { kind: 'throw', error: thrown(type, value, tb) }),
  ),
  close: method('()', closeStep),
});
defineMembers(asyncStepType, stepMembers);
defineMembers(asyncThrowType, stepMembers);

export { getAttr, ValueError };
