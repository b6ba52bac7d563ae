/** `complex(real, imag)` (https://docs.python.org/3/library/functions.html#complex). */
import { warnStrictSubclass } from './strictSubclass.js';
import { special } from '../object/attributes.js';
import { rt } from '../object/context.js';
import { TypeError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { asIndex, intToDouble, intValue } from '../object/number.js';
import { unknownKeyword } from '../object/keywordErrors.js';
import type { Py } from '../object/object.js';
import type { PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyComplex, PyFloat, PyStrBox, PyUnicode } from '../object/values.js';
import { parseComplexText } from '../text/parseFloat.js';
import { isFloat } from './plainNumbers.js';
import { checkNew } from './checkNew.js';
import type { Pair } from './complexMath.js';
import { quick } from './direct.js';
import { pyCall } from './textError.js';

/** `complex.__new__`. */
export function newComplex(type: PyType): Py {
  const usual = fn('(cls, *args, **kwargs)', (cls: Py, args: Py[], keywords: Map<string, Py>) => {
    if (cls !== type) checkNew(cls, type);
    const [real, imag] = partsGiven(args, keywords);
    if (cls === type && imag === undefined && real instanceof PyComplex && real.c$ === type) return real;
    const [x, y] = toParts(real, imag);
    return new cls.ctor(x, y);
  });
  const straight: (...args: Py[]) => Py = function (cls: Py, real: Py, imag: Py): Py {
    if (cls === type && arguments.length === BOTH) {
      const x = isFloat(real) ? real.v : real;
      const y = isFloat(imag) ? imag.v : imag;
      if (typeof x === 'number' && typeof y === 'number') return new PyComplex(x, y);
    }
    return usual.apply(null, arguments as unknown as Py[]);
  };
  return quick(usual, straight);
}

/** The class, and a number for each part. */
const BOTH = 3;

function partsGiven(args: readonly Py[], keywords: Map<string, Py>): [real: Py, imag: Py] {
  const given = args.length + keywords.size;
  if (given > 2) throw TypeError(`complex() takes at most 2 arguments (${given} given)`);
  let [real, imag] = args;
  for (const [key, value] of keywords) {
    if (key !== 'real' && key !== 'imag') {
      throw rt.dialect === 2
        ? TypeError(`'${key}' is an invalid keyword argument for this function`)
        : unknownKeyword('complex', key, ['real', 'imag']);
    }
    if (key === 'real') {
      if (real !== undefined) throw TypeError("argument for complex() given by name ('real') and position (1)");
      real = value;
    } else imag = value;
  }
  return [real, imag];
}

function toParts(real: Py, imag: Py): Pair {
  const text = textOf(real);
  if (text !== undefined) {
    if (imag !== undefined) throw TypeError("complex() can't take second arg if first is a string");
    const source = typeof text === 'string' && rt.dialect === 2 && !(real instanceof PyUnicode) ? 'bytes' : 'str';
    return pyCall(() => parseComplexText(text, rt.dialect, source));
  }
  if (imag !== undefined && textOf(imag) !== undefined) throw TypeError("complex() second arg can't be a string");
  const hooked = real === undefined ? undefined : fromHook(real);
  const first: Pair = real === undefined ? [0, 0] : (hooked ?? realPart(real, 'first'));
  if (imag === undefined) return first;
  const second: Pair = imag instanceof PyComplex ? [imag.real, imag.imag] : realPart(imag, 'second');
  const isComplex = imag instanceof PyComplex;
  // The imaginary part of `imag` counts against the real one, as in real + imag * 1j; a zero of it must not touch signs.
  return [isComplex ? first[0] - second[1] : first[0], hooked === undefined ? second[0] : second[0] + first[1]];
}

function textOf(o: Py): string | undefined {
  if (typeof o === 'string') return o;
  return o instanceof PyStrBox || o instanceof PyUnicode ? o.value : undefined;
}

/** A complex number, or what `__complex__` gives. */
function fromHook(o: Py): Pair | undefined {
  if (o instanceof PyComplex && !o.c$.isHeap) return [o.real, o.imag];
  const hook = special(o, '__complex__');
  if (hook === undefined) return o instanceof PyComplex ? [o.real, o.imag] : undefined;
  const result = hook(o);
  if (result instanceof PyComplex) {
    if (result.c$.isHeap) warnStrictSubclass(result, '__complex__', 'complex');
    return [result.real, result.imag];
  }
  if (rt.dialect === 2) return realPart(result, 'first');
  throw TypeError(`__complex__ returned non-complex (type ${typeOf(result).name})`);
}

function realPart(o: Py, which: 'first' | 'second'): Pair {
  if (o instanceof PyFloat && !o.c$.isHeap) return [o.v, 0];
  const hook = special(o, '__float__');
  if (hook !== undefined) {
    const result = hook(o);
    if (!(result instanceof PyFloat)) throw badFloat(o, result);
    if (result.c$.isHeap) warnStrictSubclass(result, `${typeOf(o).name}.__float__`, 'float');
    return [result.v, 0];
  }
  const int = intValue(o);
  if (int !== undefined) return [intToDouble(int), 0];
  if (rt.dialect === 3 && special(o, '__index__') !== undefined) return [intToDouble(asIndex(o)), 0];
  if (rt.dialect === 2) throw TypeError('complex() argument must be a string or a number');
  const wanted = which === 'first' ? 'a string or a number' : 'a number';
  throw TypeError(`complex() ${which} argument must be ${wanted}, not '${typeOf(o).name}'`);
}

function badFloat(o: Py, result: Py): Py {
  const kind = typeOf(result).name;
  if (rt.dialect === 2) return TypeError(`__float__ returned non-float (type ${kind})`);
  return TypeError(`${typeOf(o).name}.__float__ returned non-float (type ${kind})`);
}
