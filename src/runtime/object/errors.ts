/**
 * Exceptions: plain JavaScript objects, thrown as they are.
 *
 * Each name exported here makes an exception of that class (`throw ValueError('…')`); `.type` is the class itself.
 * Hierarchy: https://docs.python.org/3/library/exceptions.html#exception-hierarchy
 */
import { rt } from './context.js';
import { type Py, PyObject } from './object.js';
import { builtinType, type PyType } from './type.js';
import { PyTuple } from './values.js';

/** One frame that an exception passed through. */
export class PyTraceback extends PyObject {
  constructor(
    public next: PyTraceback | null,
    /** Code object of the frame. */
    readonly code: Py,
    /** Index into the unit's position table. */
    readonly position: number,
    /** The line, when it comes from elsewhere than the table (an unpickled or synthetic traceback). */
    readonly line: number | null = null,
    /** The frame's `self`, where it has one: for "Did you mean: 'self.x'?". */
    readonly self: Py = undefined,
  ) {
    super();
  }

  /** The frame itself, where its function has one. */
  get frame(): Py {
    return undefined;
  }
}

/** An entry of a function that has a frame (its text is one whose functions are watched). */
export class FramedTraceback extends PyTraceback {
  constructor(
    next: PyTraceback | null,
    code: Py,
    position: number,
    private readonly own: Py,
  ) {
    super(next, code, position);
  }

  override get frame(): Py {
    return this.own;
  }
}

export class PyBaseException extends PyObject {
  /** Frames, outermost first; null before the exception has left its first frame. */
  tb: PyTraceback | null = null;
  /** `__context__`; undefined until the first frame decides it. */
  context: Py = undefined;
  cause: Py = null;
  suppressContext = false;
  /** Set when the exception is raised again as it is, so that its frame is not added twice. */
  reraised = false;
  /** Raised with none but frames of the library around it: what is printed begins as a traceback all the same. */
  declare isHeaded?: true;
  args: PyTuple;
  constructor(args: Py[]) {
    super();
    this.args = new PyTuple(args);
  }
}

export interface ExceptionMaker {
  (...args: Py[]): PyBaseException;
  readonly type: PyType;
}

function exception(name: string, base: ExceptionMaker | PyType): ExceptionMaker {
  const type = builtinType({
    name,
    shown2: `exceptions.${name}`,
    js: class extends ('c$' in base ? (base as PyType) : base.type).ctor {},
    base: 'c$' in base ? (base as PyType) : base.type,
  });
  const make = (...args: Py[]): PyBaseException => new (type.ctor as new (args: Py[]) => PyBaseException)(args);
  return Object.assign(make, { type });
}

const root = builtinType({ name: 'BaseException', shown2: 'exceptions.BaseException', js: PyBaseException });
export const BaseException: ExceptionMaker = Object.assign((...args: Py[]) => new PyBaseException(args), {
  type: root,
});

export const Exception = exception('Exception', BaseException);
export const SystemExit = exception('SystemExit', BaseException);
export const KeyboardInterrupt = exception('KeyboardInterrupt', BaseException);
export const GeneratorExit = exception('GeneratorExit', BaseException);
export const BaseExceptionGroup = exception('BaseExceptionGroup', BaseException);
export const ExceptionGroup = groupOfExceptions();
export const StopIteration = exception('StopIteration', Exception);
export const StopAsyncIteration = exception('StopAsyncIteration', Exception);
export const ArithmeticError = exception('ArithmeticError', Exception);
export const FloatingPointError = exception('FloatingPointError', ArithmeticError);
export const OverflowError = exception('OverflowError', ArithmeticError);
export const ZeroDivisionError = exception('ZeroDivisionError', ArithmeticError);
export const AssertionError = exception('AssertionError', Exception);
export const AttributeError = exception('AttributeError', Exception);
export const BufferError = exception('BufferError', Exception);
export const EOFError = exception('EOFError', Exception);
export const ImportError = exception('ImportError', Exception);
export const ModuleNotFoundError = exception('ModuleNotFoundError', ImportError);
export const LookupError = exception('LookupError', Exception);
export const IndexError = exception('IndexError', LookupError);
export const KeyError = exception('KeyError', LookupError);
export const MemoryError = exception('MemoryError', Exception);
export const NameError = exception('NameError', Exception);
export const UnboundLocalError = exception('UnboundLocalError', NameError);
export const OSError = exception('OSError', Exception);
export const BlockingIOError = exception('BlockingIOError', OSError);
export const ChildProcessError = exception('ChildProcessError', OSError);
export const ConnectionError = exception('ConnectionError', OSError);
export const BrokenPipeError = exception('BrokenPipeError', ConnectionError);
export const ConnectionAbortedError = exception('ConnectionAbortedError', ConnectionError);
export const ConnectionRefusedError = exception('ConnectionRefusedError', ConnectionError);
export const ConnectionResetError = exception('ConnectionResetError', ConnectionError);
export const FileExistsError = exception('FileExistsError', OSError);
export const FileNotFoundError = exception('FileNotFoundError', OSError);
export const InterruptedError = exception('InterruptedError', OSError);
export const IsADirectoryError = exception('IsADirectoryError', OSError);
export const NotADirectoryError = exception('NotADirectoryError', OSError);
export const PermissionError = exception('PermissionError', OSError);
export const ProcessLookupError = exception('ProcessLookupError', OSError);
export const TimeoutError = exception('TimeoutError', OSError);
export const ReferenceError = exception('ReferenceError', Exception);
export const RuntimeError = exception('RuntimeError', Exception);
export const NotImplementedError = exception('NotImplementedError', RuntimeError);
export const RecursionError = exception('RecursionError', RuntimeError);
export const PythonFinalizationError = exception('PythonFinalizationError', RuntimeError);
export const SyntaxError = exception('SyntaxError', Exception);
export const IndentationError = exception('IndentationError', SyntaxError);
export const TabError = exception('TabError', IndentationError);
/** What the compiler raises for an interactive statement that is not complete yet. */
export const IncompleteInputError = exception('_IncompleteInputError', SyntaxError);
export const SystemError = exception('SystemError', Exception);
export const TypeError = exception('TypeError', Exception);
export const ValueError = exception('ValueError', Exception);
export const UnicodeError = exception('UnicodeError', ValueError);
export const UnicodeDecodeError = exception('UnicodeDecodeError', UnicodeError);
export const UnicodeEncodeError = exception('UnicodeEncodeError', UnicodeError);
export const UnicodeTranslateError = exception('UnicodeTranslateError', UnicodeError);
export const Warning = exception('Warning', Exception);
export const BytesWarning = exception('BytesWarning', Warning);
export const DeprecationWarning = exception('DeprecationWarning', Warning);
export const EncodingWarning = exception('EncodingWarning', Warning);
export const FutureWarning = exception('FutureWarning', Warning);
export const ImportWarning = exception('ImportWarning', Warning);
export const PendingDeprecationWarning = exception('PendingDeprecationWarning', Warning);
export const ResourceWarning = exception('ResourceWarning', Warning);
export const RuntimeWarning = exception('RuntimeWarning', Warning);
export const SyntaxWarning = exception('SyntaxWarning', Warning);
export const UnicodeWarning = exception('UnicodeWarning', Warning);
export const UserWarning = exception('UserWarning', Warning);
/** What a call beyond the limit raises. */
export const tooMuchRecursion = (): PyBaseException =>
  (rt.dialect === 2 ? RuntimeError : RecursionError)('maximum recursion depth exceeded');
/** Python 2 only. */
export const StandardError = exception('StandardError', Exception);

/** The one built-in class with two bases. */
function groupOfExceptions(): ExceptionMaker {
  const group = exception('ExceptionGroup', BaseExceptionGroup);
  const { type } = group;
  type.bases = [BaseExceptionGroup.type, Exception.type];
  type.mro = [type, BaseExceptionGroup.type, ...Exception.type.mro];
  Exception.type.subclasses.push(new WeakRef(type));
  return group;
}

/** An AttributeError from whatever computes attribute `name` of `o` says of which one, if it does not yet. Returns the error. */
export function ofAttribute(error: unknown, o: Py, name: string): unknown {
  if (isInstanceOf(error, AttributeError)) {
    const e = error as Py;
    if ((e.x$name ?? null) === null && (e.x$obj ?? null) === null) Object.assign(e, { x$name: name, x$obj: o });
  }
  return error;
}

/** StopIteration whose `value` a generator returned. */
export function stopIteration(value: Py): PyBaseException {
  return value === null ? StopIteration() : StopIteration(value);
}

/** `isinstance(error, maker.type)`, for anything that JavaScript may have thrown. */
export function isInstanceOf(error: unknown, maker: ExceptionMaker): boolean {
  return error instanceof PyBaseException && (error.c$ === maker.type || error.c$.mro.includes(maker.type));
}
