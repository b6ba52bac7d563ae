/** The result of `__reduce_ex__`, found and checked: what both the pickler and the codec between processes write. */
import { findAttr, getAttr, special, lookup } from '../object/attributes.js';
import { call } from '../object/call.js';
import { rt } from '../object/context.js';
import { TypeError } from '../object/errors.js';
import { PyIterator } from '../object/pyIterator.js';
import { strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { repr } from '../object/text.js';
import { PyType, shortTypeName } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { Ellipsis, NotImplemented, PyMethod, PyTuple } from '../object/values.js';
import { registeredReduction } from './copyreg.js';
import { PicklingError } from './errors.js';
import { answersItself } from './reduce.js';

export interface Reduction {
  readonly callable: Py;
  readonly args: PyTuple;
  readonly state: Py;
  /** Iterators, or null. */
  readonly listItems: Py;
  readonly dictItems: Py;
  readonly stateSetter: Py;
}

/**
 * How `o` is reduced: by what `table` (default: `copyreg`) says of its type, else by `__reduce_ex__`, else by `__reduce__`.
 * A class comes back as 'global', a string (a global's name) as it is.
 */
export function reductionOf(o: Py, protocol: number, table?: (type: PyType) => Py): Reduction | string | 'global' {
  const type = typeOf(o);
  const registered = table === undefined ? registeredReduction(type) : table(type);
  if (registered !== undefined) return checkReduction(call(registered, [o]), o);
  if (o instanceof PyType) return GLOBAL;
  return checkReduction(callReduce(o, protocol), o);
}

/** Stands for "by name", which no string of `__reduce__` can be. */
export const GLOBAL = '\0global';

function callReduce(o: Py, protocol: number): Py {
  if (rt.dialect === 2) refuseIn2(o, protocol);
  const ex = special(o, '__reduce_ex__');
  if (ex !== undefined && !(o instanceof PyMethod) && !answersItself(o)) return ex(o, protocol);
  const found = findAttr(o, '__reduce_ex__');
  if (found !== undefined) return call(found, [protocol]);
  const plain = findAttr(o, '__reduce__');
  if (plain === undefined) throw PicklingError(`can't pickle '${typeOf(o).name}' object: ${repr(o)}`);
  return call(plain, []);
}

/** Types that a program cannot make instances of. */
const MADE_BY_OTHERS_2: ReadonlySet<string> = new Set(['lock', 'RLock', 'frame', 'traceback']);

/** What Python 2 does not pickle: methods, iterators, locks and the like. */
function refuseIn2(o: Py, protocol: number): void {
  const type = typeOf(o);
  if (protocol >= 2 && !type.isHeap && MADE_BY_OTHERS_2.has(shortTypeName(type))) {
    const module = getAttr(type, '__module__');
    throw TypeError(`can't pickle ${module === '__builtin__' ? '' : `${module}.`}${shortTypeName(type)} objects`);
  }
  const isBuiltinMethod = o instanceof PyMethod && o.func?.builtin !== undefined;
  if (isBuiltinMethod) throw TypeError('expected string or Unicode object, NoneType found');
  if (o instanceof PyMethod && protocol >= 2)
    throw PicklingError("Can't pickle <type 'instancemethod'>: attribute lookup __builtin__.instancemethod failed");
  const isIterator =
    o instanceof PyIterator && !(typeOf(o).moduleName === 'itertools' && lookup(typeOf(o), '__reduce__'));
  if (o instanceof PyMethod || isIterator || o === Ellipsis || o === NotImplemented)
    throw TypeError(`can't pickle ${typeOf(o).name} objects`);
}

/** PicklingError in the words of the C implementation when it is no reduction. */
export function checkReduction(value: Py, o: Py): Reduction | string {
  const text = strValue(value);
  if (text !== undefined) return text;
  const shown = () => repr(findAttr(o, '__reduce_ex__') ?? getAttr(o, '__reduce__'));
  if (!(value instanceof PyTuple)) {
    throw PicklingError(
      rt.dialect === 2
        ? `Value returned by ${shown()} must be string or tuple`
        : '__reduce__ must return a string or tuple',
    );
  }
  const { items } = value;
  const most = rt.dialect === 2 ? 5 : 6;
  if (items.length < 2 || items.length > most) {
    throw PicklingError(
      rt.dialect === 2
        ? `tuple returned by ${shown()} must contain 2 through 5 elements`
        : 'tuple returned by __reduce__ must contain 2 through 6 elements',
    );
  }
  const [callable, args] = items;
  if (special(callable, '__call__') === undefined) {
    throw PicklingError('first item of the tuple returned by __reduce__ must be callable');
  }
  if (!(args instanceof PyTuple))
    throw PicklingError('second item of the tuple returned by __reduce__ must be a tuple');
  const part = (i: number): Py => (items.length > i ? items[i] : null);
  checkIterator(part(3), 'fourth');
  checkIterator(part(4), 'fifth');
  const stateSetter = part(5);
  if (stateSetter !== null && special(stateSetter, '__call__') === undefined) {
    throw PicklingError(
      `sixth element of the tuple returned by __reduce__ must be a function, not ${typeOf(stateSetter).name}`,
    );
  }
  return { callable, args, state: part(2), listItems: part(3), dictItems: part(4), stateSetter };
}

function checkIterator(value: Py, which: string): void {
  if (value === null || special(value, rt.dialect === 2 ? 'next' : '__next__') !== undefined) return;
  throw PicklingError(
    `${which} element of the tuple returned by __reduce__ must be an iterator, not ${typeOf(value).name}`,
  );
}

/** Which of copyreg's two makers the callable is, by its name: `cls.__new__(cls, *args)` has an opcode of its own. */
export function makerKind(reduction: Reduction, o: Py): 'newobj' | 'newobj_ex' | undefined {
  const name = strValue(findAttr(reduction.callable, '__name__') ?? null);
  if (name !== '__newobj__' && name !== '__newobj_ex__') return undefined;
  const { items } = reduction.args;
  if (name === '__newobj_ex__') {
    if (items.length !== 3)
      throw PicklingError(`length of the NEWOBJ_EX argument tuple must be exactly 3, not ${items.length}`);
  } else if (items.length < 1) throw PicklingError('__newobj__ arglist is empty');
  const cls = items[0];
  const what = name === '__newobj__' ? 'args[0]' : 'first item from';
  const isOldStyle = cls instanceof PyType && cls.oldStyle;
  if (!isOldStyle && findAttr(cls, '__new__') === undefined)
    throw PicklingError(`args[0] from ${name} args has no __new__`);
  if (getAttr(o, '__class__') !== cls) throw PicklingError(`args[0] from ${name} args has the wrong class`);
  void what;
  return name === '__newobj__' ? 'newobj' : 'newobj_ex';
}
