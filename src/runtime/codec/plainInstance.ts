/** Instances that travel as class and attributes: which they are, and what goes with them. */
import { rt } from '../object/context.js';
import { INSTANCE_DICT, methodKey, type Py } from '../object/object.js';
import { objectType, PyType } from '../object/type.js';
import { copyreg } from '../pickle/copyreg.js';

const REDUCE_EX = methodKey('__reduce_ex__');
const REDUCE = methodKey('__reduce__');
const GET_STATE = methodKey('__getstate__');
const GET_ARGS = methodKey('__getnewargs__');
const GET_ARGS_EX = methodKey('__getnewargs_ex__');

/** The code of `$`, with which the keys of plain attributes begin. */
const DOLLAR = 36;
/** First characters of the keys of raw and tagged slots. */
export const RAW = 102;
export const TAGGED = 116;

/**
 * Property keys of the attributes: `$x`, `f$x` for a float in a slot of its own, and `t$x` for anything else there. They go
 * over the wire as they are, but the last one, which is an attribute as any other to those who have no such slot.
 */
export function attributeKeys(v: Py): string[] {
  const keys = Object.keys(v);
  let kept = 0;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    const first = key.charCodeAt(0);
    const isAttribute = first === DOLLAR || ((first === RAW || first === TAGGED) && key.charCodeAt(1) === DOLLAR);
    if (isAttribute && v[key] !== undefined) keys[kept++] = key;
  }
  keys.length = kept;
  return keys;
}

/** No method of the class or of a metaclass has a say in how its instances are pickled. */
export function isPlainInstance(v: Py, cls: PyType): boolean {
  if (
    rt.dialect === 2 ||
    v.given$ !== undefined ||
    (v[INSTANCE_DICT] !== undefined && v[INSTANCE_DICT].map.extraSize > 0)
  )
    return false;
  const { proto } = cls;
  const base = objectType.proto;
  if (
    proto[REDUCE_EX] !== base[REDUCE_EX] ||
    proto[REDUCE] !== base[REDUCE] ||
    proto[GET_STATE] !== base[GET_STATE] ||
    proto.$__new__ !== base.$__new__ ||
    GET_ARGS in proto ||
    GET_ARGS_EX in proto ||
    cls.opaque ||
    cls.getattrHook !== undefined
  ) {
    return false;
  }
  const { mro } = cls;
  for (let i = 0; i < mro.length; i++) {
    const c = mro[i]!;
    if (c.isHeap ? c.slots !== null && c.slots.length > 0 : c !== objectType) return false;
  }
  const { dispatchTable } = copyreg();
  return dispatchTable.map.size <= 2 || !dispatchTable.has(cls);
}
