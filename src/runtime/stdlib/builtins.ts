/** The `builtins` module (`__builtin__` in Python 2): names -> values, by dialect. */
import { aiter, anext } from '../builtins/asyncIteration.js';
import { breakpoint } from './breakpoints.js';
import { rt } from '../object/context.js';
import type { ProgramOptions } from '../process/payload.js';
import * as errors from '../object/errors.js';
import type { ExceptionMaker } from '../object/errors.js';
import type { Py } from '../object/object.js';
import { objectType } from '../object/type.js';
import { Ellipsis, NotImplemented } from '../object/values.js';
import * as attributes from '../builtins/attributeFunctions.js';
import { basestringType } from '../builtins/basestring.js';
import { boolType } from '../builtins/bool.js';
import { bufferType } from '../builtins/buffer2.js';
import { byteArrayType } from '../builtins/bytearray.js';
import { bytesType } from '../builtins/bytes.js';
import { cmp } from '../builtins/compare2.js';
import { complexType } from '../builtins/complex.js';
import { dict } from '../builtins/dict.js';
import { enumerate } from '../builtins/enumerate.js';
import { compile, eval_, exec } from '../builtins/evaluate.js';
import { filter, filter2 } from '../builtins/filter.js';
import { floatType } from '../builtins/float.js';
import { classmethod, staticmethod } from '../builtins/methodWrappers.js';
import { intType, longType } from '../builtins/int.js';
import { isinstance, issubclass } from '../builtins/isinstance.js';
import { len } from '../builtins/len.js';
import { list } from '../builtins/list.js';
import { map, map2 } from '../builtins/map.js';
import { max, max2, min, min2 } from '../builtins/minmax.js';
import * as numeric from '../builtins/numeric.js';
import { property, superClass } from '../builtins/property.js';
import { apply, coerce, execfile, intern, reload } from '../builtins/python2Functions.js';
import { range } from '../builtins/range.js';
import { reversed } from '../builtins/reverseIterators.js';
import * as sequence from '../builtins/sequence.js';
import { frozenset, set } from '../builtins/set.js';
import { siteBuiltins } from '../builtins/siteBuiltins.js';
import { slice } from '../builtins/slice.js';
import { strType } from '../builtins/str.js';
import * as text from '../builtins/textFunctions.js';
import { tuple } from '../builtins/tuple.js';
import { type } from '../builtins/typeObject.js';
import { memoryviewType } from '../builtins/memoryview.js';
import { unicodeType } from '../builtins/unicode2.js';
import '../builtins/singletons.js';
import '../builtins/unionType.js';
import { range2, xrange } from '../builtins/xrange.js';
import { zip, zip2 } from '../builtins/zip.js';
import { buildClassFunction } from '../helpers/buildClassFunction.js';
import { importFunction } from '../import/importFunction.js';
import { input, input2, rawInput } from '../builtins/input.js';
import '../builtins/exceptionFields.js';
import '../builtins/exceptionGroup.js';
import { environmentError2, ioError2, osErrorOfLibrary } from '../builtins/osError.js';
import { print } from '../builtins/print.js';
import { printFunction2 } from '../builtins/printFunction2.js';
import { fileType2, open2 } from '../io/file2Type.js';
import { open } from '../io/open.js';

const COMMON = (): Record<string, Py> => ({
  __import__: importFunction,
  __debug__: ((rt.state.get('program options') as ProgramOptions | undefined)?.optimize ?? 0) === 0,
  None: null,
  True: true,
  False: false,
  Ellipsis,
  NotImplemented,
  abs: numeric.abs,
  all: sequence.all,
  any: sequence.any,
  bin: numeric.bin,
  bool: boolType,
  bytearray: byteArrayType,
  callable: attributes.callable,
  chr: text.chr,
  classmethod,
  compile,
  complex: complexType,
  delattr: attributes.delattr,
  dict,
  dir: attributes.dir,
  divmod: numeric.divmod,
  enumerate,
  eval: eval_,
  float: floatType,
  format: text.format,
  frozenset,
  getattr: attributes.getattr,
  globals: attributes.globals,
  hasattr: attributes.hasattr,
  hash: attributes.hash,
  id: attributes.id,
  int: intType,
  isinstance,
  issubclass,
  iter: sequence.iter,
  len,
  list,
  locals: attributes.locals,
  memoryview: memoryviewType,
  next: sequence.next,
  object: objectType,
  ord: text.ord,
  property,
  repr: text.repr,
  reversed,
  set,
  setattr: attributes.setattr,
  slice,
  sorted: sequence.sorted(),
  staticmethod,
  str: strType,
  super: superClass,
  tuple,
  type,
  vars: attributes.vars,
});

const PYTHON3 = (): Record<string, Py> => ({
  __build_class__: buildClassFunction,
  aiter,
  anext,
  ascii: text.ascii,
  breakpoint,
  bytes: bytesType,
  exec,
  filter,
  hex: numeric.hex,
  input,
  map,
  max,
  min,
  oct: numeric.oct,
  open,
  pow: numeric.pow,
  print,
  range,
  round: numeric.round,
  sum: numeric.sum,
  zip,
});

const PYTHON2 = (): Record<string, Py> => ({
  apply,
  basestring: basestringType,
  buffer: bufferType,
  bytes: strType,
  cmp,
  coerce,
  execfile,
  file: fileType2,
  filter: filter2,
  hex: numeric.hex2,
  input: input2,
  intern,
  long: longType,
  map: map2,
  max: max2,
  min: min2,
  oct: numeric.oct2,
  open: open2,
  pow: numeric.pow2,
  print: printFunction2,
  range: range2,
  raw_input: rawInput,
  reduce: sequence.reduce,
  reload,
  round: numeric.round2,
  sum: numeric.sum2,
  unichr: text.unichr,
  unicode: unicodeType,
  xrange,
  zip: zip2,
});

/** Exceptions that only one of the dialects has. */
const ONLY3 = new Set([
  'BaseExceptionGroup',
  'BlockingIOError',
  'BrokenPipeError',
  'ChildProcessError',
  'ConnectionAbortedError',
  'ConnectionError',
  'ConnectionRefusedError',
  'ConnectionResetError',
  'EncodingWarning',
  'ExceptionGroup',
  'FileExistsError',
  'FileNotFoundError',
  'InterruptedError',
  'IsADirectoryError',
  'ModuleNotFoundError',
  'IncompleteInputError',
  'NotADirectoryError',
  'PermissionError',
  'ProcessLookupError',
  'PythonFinalizationError',
  'RecursionError',
  'ResourceWarning',
  'StopAsyncIteration',
  'TimeoutError',
]);
const ONLY2 = new Set(['StandardError']);

function exceptions(dialect: 2 | 3 = rt.dialect): Record<string, Py> {
  const absent = dialect === 2 ? ONLY3 : ONLY2;
  const found: Record<string, Py> = {};
  for (const [name, maker] of Object.entries(errors)) {
    if (typeof maker !== 'function' || !('type' in maker) || absent.has(name)) continue;
    const { type } = maker as ExceptionMaker;
    found[type.qualname] = type;
  }
  found.IOError = rt.dialect === 2 ? ioError2 : errors.OSError.type;
  found.EnvironmentError = rt.dialect === 2 ? environmentError2 : errors.OSError.type;
  return found;
}

/** The builtins of the library's modules in a Python 2 program: Python 3's functions, the process's own str. */
export const libraryBuiltins = (): Record<string, Py> => ({
  ...COMMON(),
  ...PYTHON3(),
  ...exceptions(3),
  ...(rt.dialect === 2 ? { OSError: osErrorOfLibrary } : {}),
});

export default (): Record<string, Py> => ({
  ...COMMON(),
  ...(rt.dialect === 2 ? PYTHON2() : PYTHON3()),
  ...exceptions(),
  ...siteBuiltins(),
});

/** Python 2's module `exceptions`. */
export const exceptionsModule = (): Record<string, Py> => exceptions();
