/** `fn` and `method`: how the runtime makes functions that Python calls. */
import { badArgumentCount, bindPositional } from './binding.js';
import { rt } from './context.js';
import { BuiltinInfo, markBuiltin, type PyFunction } from './function.js';
import { TypeError } from './errors.js';
import type { Py } from './object.js';
import { PyType } from './type.js';
import { typeOf } from './typeof.js';

/**
 * A function that Python can call. The signature is Python's own text; it binds the arguments, feeds `inspect` and the
 * error messages. The implementation takes one JavaScript argument for each parameter in order: `undefined` when it was
 * not given, a JavaScript array for `*args`, a Map<string, Py> for `**kwargs`.
 *
 * `name` is filled in by whoever puts the function into a type or module when it is left empty.
 */
export function fn(signature: string, impl: (...args: any[]) => Py, name = '', doc: string | null = null): PyFunction {
  return wrap(new BuiltinInfo(name, signature, impl, null, doc));
}

/** The same for a method of a built-in type: the signature leaves `self` out, the implementation takes it first. */
export function method(
  signature: string,
  impl: (...args: any[]) => Py,
  name = '',
  doc: string | null = null,
): PyFunction {
  return wrap(new BuiltinInfo(name, withSelf(signature), impl, null, doc, true));
}

/** Says of a built-in that its `**kwargs` are entries of a dict to it. */
export function keepingKeys(f: PyFunction): PyFunction {
  f.builtin!.keepsKeys = true;
  return f;
}

function withSelf(signature: string): string {
  if (signature === '()') return '(self, /)';
  return signature.includes('/') ? `(self, ${signature.slice(1)}` : `(self, /, ${signature.slice(1)}`;
}

/** `bytes.hex(1)`: a method got an instance of another type, and its implementation fell over that. */
function foreignReceiver(info: BuiltinInfo, self: Py): Py {
  const { owner } = info;
  if (!info.isMethod || owner === null || typeof owner === 'string' || typeOf(self).mro.includes(owner))
    return undefined;
  if (self instanceof PyType && self.mro.includes(owner)) return undefined;
  const given = typeOf(self).name;
  // Python 2's long has int's methods here.
  if (given === 'long' && owner.name === 'int') return undefined;
  return TypeError(
    info.role === 'slot' || rt.dialect === 2
      ? `descriptor '${info.name}' requires a '${owner.name}' object but received a '${given}'`
      : `descriptor '${info.name}' for '${owner.name}' objects doesn't apply to a '${given}' object`,
  );
}

/** Positional calls come straight here; calls with keywords go through `bindBuiltin` first. */
function wrap(info: BuiltinInfo): PyFunction {
  let simple = -1; // 1: plain positional parameters only; 0: has *args, **kwargs or keyword-only ones
  let min = 0;
  let max = 0;
  // So many parameters and *args, if it has nothing else and no more than one; -1: another kind.
  let tail = -1;
  const { impl } = info;
  // Takes positional arguments as they are given; made with the first call.
  let bound = impl;
  // Something went wrong in it once, and may well do so often.
  let fails = false;
  // `arguments` goes nowhere but to `apply`: so V8 need not make that object at each call.
  const f: PyFunction = function (a: Py, b: Py, c: Py, d: Py) {
    if (simple < 0) {
      const s = info.signature;
      min = s.required;
      max = s.positional.length;
      simple = s.varargs === null && s.varkw === null ? 1 : 0;
      if (simple === 0) bound = (...given: Py[]) => impl(...bindPositional(info, given));
      if (max <= 1 && s.varargs !== null && s.varkw === null && s.keywordOnly.length === 0) tail = max;
    }
    const n = arguments.length;
    if (simple === 1 && (n < min || n > max))
      throw (n > 0 ? foreignReceiver(info, a) : undefined) ?? badArgumentCount(info, n);
    // What goes wrong with one of the type's own is passed on by nobody: to catch it and throw it again takes as long as to throw it.
    if (fails && (!info.isMethod || (a !== null && a !== undefined && a.c$ === info.owner))) {
      // V8 compiles what has run often, and counts the returns and the turns of loops.
      for (let turns = 16; turns > 0; turns--);
      if (simple === 1 && n === 1) return impl(a);
      return simple === 1 && n === 2 ? impl(a, b) : bound.apply(undefined, arguments as unknown as Py[]);
    }
    try {
      if (simple === 0) {
        if (n === 4) {
          if (tail === 1) return impl(a, [b, c, d]);
          if (tail === 0) return impl([a, b, c, d]);
        } else if (n === 2) {
          if (tail === 1) return impl(a, [b]);
          if (tail === 0) return impl([a, b]);
        } else if (n === 1) {
          if (tail === 1) return impl(a, []);
          if (tail === 0) return impl([a]);
        } else if (n === 3) {
          if (tail === 1) return impl(a, [b, c]);
          if (tail === 0) return impl([a, b, c]);
        }
        return bound.apply(undefined, arguments as unknown as Py[]);
      }
      switch (n) {
        case 0:
          return impl();
        case 1:
          return impl(a);
        case 2:
          return impl(a, b);
        case 3:
          return impl(a, b, c);
        case 4:
          return impl(a, b, c, d);
        default:
          return impl.apply(undefined, arguments as unknown as Py[]);
      }
    } catch (error) {
      fails = true;
      throw error instanceof globalThis.TypeError ? (foreignReceiver(info, a) ?? error) : error;
    }
  };
  return markBuiltin(f, info);
}
