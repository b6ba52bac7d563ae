/**
 * Built-in functions that only Python 2 has: `apply`, `coerce`, `execfile`, `intern`, `reload`.
 * Spec: https://docs.python.org/2.7/library/functions.html
 */
import { codeFromText, execute } from '../execute.js';
import { decodeFile, find, load } from '../import/load.js';
import { pathEntries } from '../import/paths.js';
import { special } from '../object/attributes.js';
import type { Keywords } from '../object/binding.js';
import { call, callKw } from '../object/call.js';
import { rt } from '../object/context.js';
import { ImportError, TypeError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { toArray } from '../object/iterate.js';
import { coercedItems } from '../object/classicOperators2.js';
import { intValue, strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import type { PyType } from '../object/type.js';
import { str } from '../object/text.js';
import { typeOf } from '../object/typeof.js';
import { PyComplex, PyFloat, PyLong, PyModule, PyTuple, PyUnicode } from '../object/values.js';
import { complexType } from './complex.js';
import { floatType } from './float.js';
import { callerFrame } from './frame.js';
import type { Unit } from '../unit.js';
import { longType } from './int.js';
import { errnoFrom, ioError } from './osError.js';

export const apply = fn(
  '(object, args=(), kwargs=None, /)',
  (f: Py, args: Py, kwargs: Py) => {
    if (args !== undefined && special(args, '__iter__') === undefined && special(args, '__getitem__') === undefined)
      throw TypeError(`apply() arg 2 expected sequence, found ${typeOf(args).name}`);
    const values = args === undefined ? [] : toArray(args);
    if (kwargs === undefined) return call(f, values);
    if (!(kwargs instanceof PyDict)) throw TypeError(`apply() arg 3 expected dictionary, found ${typeOf(kwargs).name}`);
    const keywords: Keywords = new Map(kwargs.entryList());
    return callKw(f, values, keywords);
  },
  'apply',
);

/** The place of a number's type among those that numbers are brought to; undefined for anything else. */
function numberRank(o: Py): number | undefined {
  if (o instanceof PyComplex) return 3;
  if (o instanceof PyFloat) return 2;
  if (o instanceof PyLong || typeof o === 'bigint') return 1;
  return intValue(o) === undefined ? undefined : 0;
}

const coercedByMethod = (a: Py, b: Py) => coercedItems(special(a, '__coerce__')?.(a, b));

export const coerce = fn(
  '(x, y, /)',
  (a: Py, b: Py) => {
    const [ra, rb] = [numberRank(a), numberRank(b)];
    if (ra !== undefined && rb !== undefined) {
      if (ra === rb) return new PyTuple([a, b]);
      const type = [undefined, longType, floatType, complexType][Math.max(ra, rb)] as PyType;
      return new PyTuple(ra < rb ? [call(type, [a]), b] : [a, call(type, [b])]);
    }
    const direct = coercedByMethod(a, b);
    if (direct !== undefined) return new PyTuple(direct);
    const reflected = coercedByMethod(b, a);
    if (reflected !== undefined) return new PyTuple([reflected[1], reflected[0]]);
    if (typeOf(a) === typeOf(b) && ra === undefined && typeOf(a).oldStyle) return new PyTuple([a, b]);
    throw TypeError('number coercion failed');
  },
  'coerce',
);

export const intern = fn(
  '(string, /)',
  (text: Py) => {
    if (typeof text === 'string') return text;
    throw strValue(text) === undefined
      ? TypeError(`intern() argument 1 must be string, not ${typeOf(text).name}`)
      : TypeError("can't intern subclass of string");
  },
  'intern',
);

export const execfile = fn(
  '(filename, globals=None, locals=None, /)',
  (filename: Py, globals: Py, locals: Py) => {
    const name = strValue(filename) ?? (filename instanceof PyUnicode ? str(filename) : undefined);
    if (name === undefined) throw TypeError(`execfile() argument 1 must be string, not ${typeOf(filename).name}`);
    if (globals !== undefined && !(globals instanceof PyDict))
      throw TypeError(`execfile() argument 2 must be dict, not ${typeOf(globals).name}`);
    const frame = callerFrame();
    const { future } = frame.code.unit as Unit;
    const code = codeFromText(readProgram(name), { filename: name, mode: 'exec', globalsMode: 'dict', future });
    execute(code, globals ?? frame.globals, locals ?? (globals === undefined ? frame.locals() : globals), 'exec');
    return null;
  },
  'execfile',
);

function readProgram(name: string): string {
  try {
    return decodeFile(name);
  } catch (error) {
    const errno = errnoFrom(error);
    throw errno === undefined ? error : ioError(errno, name);
  }
}

export const reload = fn(
  '(module, /)',
  (module: Py) => {
    if (!(module instanceof PyModule)) throw TypeError('reload() argument must be module');
    const name = String(module.namespace.get('__name__'));
    if (rt.modules.get(name) !== module) throw ImportError(`reload(): module ${name} not in sys.modules`);
    const dot = name.lastIndexOf('.');
    const parent = dot < 0 ? null : rt.modules.get(name.slice(0, dot));
    const path = parent === null ? null : pathEntries(parent.namespace.get('__path__'));
    const found = find(name, path);
    if (found === undefined || found.kind === 'spec') throw ImportError(`No module named ${name.slice(dot + 1)}`);
    return found.kind === 'builtin' ? module : load(name, found, module);
  },
  'reload',
);
