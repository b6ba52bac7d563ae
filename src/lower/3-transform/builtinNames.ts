/** Names that `builtins` always has: reading one needs no check. */
const COMMON =
  'ArithmeticError AssertionError AttributeError BaseException BufferError BytesWarning DeprecationWarning EOFError Ellipsis ' +
  'Exception False FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError IndexError ' +
  'KeyError KeyboardInterrupt LookupError MemoryError NameError None NotImplemented NotImplementedError OSError OverflowError ' +
  'PendingDeprecationWarning ReferenceError RuntimeError RuntimeWarning StopIteration SyntaxError SyntaxWarning SystemError ' +
  'SystemExit TabError True TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError ' +
  'UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError __debug__ __import__ abs all any bin ' +
  'bool bytearray bytes callable chr classmethod compile complex delattr dict dir divmod enumerate eval filter float format ' +
  'frozenset getattr globals hasattr hash hex id input int isinstance issubclass iter len list locals map max memoryview min ' +
  'next object oct open ord pow print property range repr reversed round set setattr slice sorted staticmethod str sum super ' +
  'tuple type vars zip';
const PYTHON3 =
  'BaseExceptionGroup BlockingIOError BrokenPipeError ChildProcessError ConnectionAbortedError ConnectionError ' +
  'ConnectionRefusedError ConnectionResetError EncodingWarning EnvironmentError ExceptionGroup FileExistsError FileNotFoundError ' +
  'InterruptedError IsADirectoryError ModuleNotFoundError NotADirectoryError PermissionError ProcessLookupError ' +
  'PythonFinalizationError RecursionError ResourceWarning StopAsyncIteration TimeoutError __build_class__ aiter anext ascii ' +
  'breakpoint exec';
const PYTHON2 =
  'EnvironmentError StandardError apply basestring buffer cmp coerce execfile file intern long raw_input reduce reload unichr ' +
  'unicode xrange';

const names = {
  2: new Set(`${COMMON} ${PYTHON2}`.split(' ')),
  3: new Set(`${COMMON} ${PYTHON3}`.split(' ')),
};

export const isBuiltinName = (name: string, dialect: 2 | 3): boolean => names[dialect].has(name);

const FUNCTIONS: ReadonlySet<string> = new Set(
  (
    'abs all any bin callable chr delattr dir divmod eval format getattr globals hasattr hash hex id input isinstance ' +
    'issubclass iter len locals max min next oct open ord pow print repr round setattr sorted sum vars'
  ).split(' '),
);

/** A built-in function, and no class. */
export const isBuiltinFunction = (name: string): boolean => FUNCTIONS.has(name);
