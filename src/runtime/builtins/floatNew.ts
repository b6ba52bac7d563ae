/** `float(x)` (https://docs.python.org/3/library/functions.html#float). */
import { special, lacksSpecial } from '../object/attributes.js';
import { bufferOrUndefined, toLatin1 } from '../object/buffer.js';
import { rt } from '../object/context.js';
import { TypeError } from '../object/errors.js';
import { asIndex, intToDouble, intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import type { PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyComplex, PyFloat, PyStrBox, PyUnicode } from '../object/values.js';
import { floatOrError, floatOrError2 } from '../text/parseFloat.js';
import { checkNew, overrides } from './checkNew.js';
import { direct } from './direct.js';
import { warnStrictSubclass } from './strictSubclass.js';
import { pyError } from './textError.js';

/** `float.__new__`. */
export function newFloat(type: PyType): Py {
  const positional: (...args: Py[]) => Py = function (cls: Py, x: Py): Py {
    const given = arguments.length;
    if (given === 0) throw TypeError('float.__new__(): not enough arguments');
    if (given > 2) throw tooMany(given - 1);
    if (cls !== type) checkNew(cls, type);
    if (x instanceof PyFloat && cls === type && x.c$ === type) return x;
    return new cls.ctor(x === undefined ? 0 : toFloat(x));
  };
  return direct('(cls, *args, **kwargs)', positional, (cls: Py, args: Py[], keywords: Map<string, Py>) => {
    if (keywords.size === 0) return positional(cls, ...args);
    if (rt.dialect === 3) {
      if (!overrides(cls, type, '__init__')) throw TypeError('float() takes no keyword arguments');
      return positional(cls, ...args);
    }
    if (args.length + keywords.size > 1) throw tooMany(args.length + keywords.size);
    const [key] = [...keywords.keys()] as [string];
    if (key !== 'x') throw TypeError(`'${key}' is an invalid keyword argument for this function`);
    return positional(cls, keywords.get(key));
  });
}

function tooMany(given: number): Py {
  if (rt.dialect === 2) return TypeError(`float() takes at most 1 argument (${given} given)`);
  return TypeError(`float expected at most 1 argument, got ${given}`);
}

/** The double that `float(x)` holds. */
export function toFloat(x: Py): number {
  if (typeof x === 'number') return x;
  if (typeof x === 'string') return parse(x, rt.dialect === 2 ? 'bytes' : 'str');
  if (typeof x === 'bigint') return intToDouble(x);
  return typeof x === 'boolean' ? Number(x) : objectToFloat(x);
}

function parse(text: string, source: 'str' | 'bytes'): number {
  const value = rt.dialect === 2 ? floatOrError2(text, source) : floatOrError(text, source);
  if (typeof value !== 'number') throw pyError(value);
  return value;
}

function objectToFloat(x: Py): number {
  if (x instanceof PyFloat && !x.c$.isHeap) return x.v;
  if (rt.dialect === 2 && x instanceof PyComplex) throw TypeError("can't convert complex to float");
  if (x instanceof PyStrBox && special(x, '__float__') === undefined) {
    return parse(x.value, rt.dialect === 2 ? 'bytes' : 'str');
  }
  if (x instanceof PyUnicode) return parse(x.value, 'str');
  const hook = special(x, '__float__');
  if (hook !== undefined) return hookResult(x, hook(x));
  if (rt.dialect === 3 && (intValue(x) !== undefined || special(x, '__index__') !== undefined))
    return intToDouble(asIndex(x));
  const bytes = bufferOrUndefined(x);
  if (bytes !== undefined) return parse(toLatin1(bytes), 'bytes');
  if (rt.dialect === 3) {
    throw TypeError(`float() argument must be a string or a real number, not '${typeOf(x).name}'`);
  }
  throw lacksSpecial(x, '__float__', 'float() argument must be a string or a number');
}

function hookResult(x: Py, result: Py): number {
  if (result instanceof PyFloat) {
    if (result.c$.isHeap) warnStrictSubclass(result, `${typeOf(x).name}.__float__`, 'float');
    return result.v;
  }
  const kind = typeOf(result).name;
  if (rt.dialect === 2) throw TypeError(`__float__ returned non-float (type ${kind})`);
  throw TypeError(`${typeOf(x).name}.__float__ returned non-float (type ${kind})`);
}
