/**
 * Objects of `multiprocessing` that processes share: they travel as what the arena knows them by, not by value.
 *
 * While a process is being started any of them may travel; in ordinary messages only those that say so, the others are
 * left to their own `__reduce__`, which raises RuntimeError as in CPython.
 */
import { hide, type Py } from '../object/object.js';
import type { PyType } from '../object/type.js';
import { loadModules } from '../stdlib/moduleTable.js';

/** Data without Python values in it. */
export type Plain =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | readonly Plain[]
  | { readonly [key: string]: Plain };

/** `fork` and `spawn`: into a process that is being started; `message`: queues, pipes, pool tasks. */
export type Transfer = 'fork' | 'spawn' | 'message';

export interface SharedCodec {
  /** Name under which the other side finds this codec. */
  readonly kind: string;
  /** The class is made by `decode`: it does not travel. */
  readonly makesClass?: boolean;
  /** What travels for a class that is found under no name, in messages and to spawned processes; `decode` gets it. */
  classInMessages?(value: Py): Py;
  /** Whether a program's class says by itself what of its objects goes to a spawned process (`__getstate__`). */
  isReduced?(cls: PyType): boolean;
  /** Whether it may travel in messages too (connections may, locks may not). */
  readonly inMessages?: boolean;
  /** Whether other Python values can come to a process through it: what `fork` makes the child ready for. */
  readonly isChannel?: boolean;
  encode(value: Py, transfer: Transfer): Plain;
  /** Python values that belong to it and travel along, in the order in which `decode` gets them. */
  parts?(value: Py, transfer: Transfer): readonly Py[];
  /** @param cls the value's class, which may be a subclass of the registered one. */
  decode(data: Plain, parts: readonly Py[], cls: PyType): Py;
}

const codecs = { byType: new WeakMap<PyType, SharedCodec>(), byKind: new Map<string, SharedCodec>() };

/** Declares how instances of a type travel. Called once for each built-in type, when the runtime is loaded. */
export function registerShared(type: PyType, codec: SharedCodec): void {
  codecs.byType.set(type, codec);
  if (type.isHeap) hide(type.proto, BY_CODEC, true);
  registerKind(codec);
}

const BY_CODEC = 'byCodec$';

/** Whether an object of a class in Python travels in this way, or is one of a class that does. */
export const hasCodec = (o: Py): boolean => o[BY_CODEC] === true;

/** Declares the codec of classes that each process makes anew, before there is one. Called when the runtime is loaded. */
export function registerKind(codec: SharedCodec): void {
  codecs.byKind.set(codec.kind, codec);
}

/** The codec of the nearest class of `type` that has one. */
export function sharedCodec(type: PyType): SharedCodec | undefined {
  const own = codecs.byType.get(type);
  if (own !== undefined || !type.isHeap) return own;
  for (const base of type.mro) {
    const found = codecs.byType.get(base);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function sharedCodecOf(kind: string): SharedCodec {
  // Its module may be one that this process has not come to yet.
  if (!codecs.byKind.has(kind)) loadModules('other');
  const found = codecs.byKind.get(kind);
  if (found === undefined) throw new Error(`pymp: no codec for shared objects of kind '${kind}'`);
  return found;
}
