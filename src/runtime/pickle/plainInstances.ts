/**
 * Instances of classes that leave it to `object` how they are taken apart: most of what is pickled. They are written as their
 * reduction would be, without making one, nor the dict of each.
 */
import { RuntimeError } from '../object/errors.js';
import { lookup } from '../object/attributes.js';
import { rt } from '../object/context.js';
import { attributeName, INSTANCE_DICT, type Py } from '../object/object.js';
import { objectType, type PyType } from '../object/type.js';
import { PyGetSet } from '../object/values.js';
import { registeredReduction } from './copyreg.js';
import { BATCH, Op } from './opcodes.js';
import type { Pickling } from './pickler.js';
import { slotNames } from './reduce.js';

/** What a class must have from `object`. */
const INHERITED = ['__reduce_ex__', '__reduce__', '__getstate__', '__class__', '__getattribute__'];
/** What it must not have at all. */
const ABSENT = ['__getnewargs_ex__', '__getnewargs__', '__slotnames__', '__del__'];

/** Whether the attributes are all that there is to an instance, and no Python code is asked for them. */
function isPlainClass(cls: PyType): boolean {
  return (
    rt.dialect === 3 &&
    cls.isHeap &&
    cls.hasDict &&
    !cls.opaque &&
    cls.getattrHook === undefined &&
    cls.mro.every((c) => c.isHeap || c === objectType) &&
    slotNames(cls).length === 0 &&
    INHERITED.every((name) => lookup(cls, name) === objectType.namespace.get(name)) &&
    ABSENT.every((name) => lookup(cls, name) === undefined) &&
    lookup(cls, '__dict__') instanceof PyGetSet
  );
}

/** Stands in a pickler's memo for the `__dict__` of an instance that has not been asked for it. */
class StateOf {
  constructor(readonly self: Py) {}
}

/** The states that a pickler has written without their dicts. */
export class PlainStates {
  private readonly numbers = new Map<Py, number>();
  private known = 0;
  /** The number of the `__dict__` of `self`, if it was written. */
  numberOf(self: Py, memoized: readonly Py[]): number | undefined {
    for (; this.known < memoized.length; this.known++) {
      const o: unknown = memoized[this.known];
      if (o instanceof StateOf) this.numbers.set(o.self, this.known);
    }
    return this.numbers.get(self);
  }
}

const DOLLAR = 36;
const RAW = 102;
const COVERED = 116;

/** The properties that are attributes. Null where there is more to them than their values. */
function attributeKeys(o: Py): string[] | null {
  const keys = Object.keys(o);
  let count = 0;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    const first = key.charCodeAt(0);
    if (first !== DOLLAR && (key.charCodeAt(1) !== DOLLAR || (first !== RAW && first !== COVERED))) continue;
    if (o[key] === undefined) continue;
    if (first === COVERED) return null;
    keys[count++] = key;
  }
  keys.length = count;
  return keys;
}

/** Writes an instance that is new to the pickler. False, having written nothing, where that takes more. */
export function savePlain(p: Pickling, o: Py, cls: PyType): boolean {
  if (!(cls.isPlain ??= isPlainClass(cls)) || registeredReduction(cls) !== undefined) return false;
  if (o.given$ !== undefined || o[INSTANCE_DICT] !== undefined) return false;
  const keys = attributeKeys(o);
  if (keys === null || keys.length > BATCH) return false;
  const { out } = p;
  p.enter(3);
  p.save(cls);
  out.boundary();
  out.op(Op.EMPTY_TUPLE);
  out.op(Op.NEWOBJ);
  p.memoizeNew(o);
  if (keys.length > 0) {
    out.boundary();
    out.op(Op.EMPTY_DICT);
    p.memoizeNew(new StateOf(o));
    p.enter(2);
    saveAttributes(p, o, keys);
    p.leave(2);
    out.op(Op.BUILD);
  }
  p.leave(3);
  return true;
}

function saveAttributes(p: Pickling, o: Py, keys: readonly string[]): void {
  const { out } = p;
  if (keys.length > 1) out.op(Op.MARK);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    const isRaw = key.charCodeAt(0) === RAW;
    p.save(isRaw ? key.slice(2) : attributeName(key));
    if (isRaw) {
      out.boundary();
      out.double(Op.BINFLOAT, o[key]);
    } else p.save(o[key]);
  }
  if (attributeKeys(o)?.length !== keys.length) throw RuntimeError('dictionary changed size during iteration');
  out.op(keys.length > 1 ? Op.SETITEMS : Op.SETITEM);
}
