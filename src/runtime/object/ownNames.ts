/** Which attributes an instance has of its own: the properties that hold them. */
import { attributeName, type Py, slotKey } from './object.js';

const DOLLAR = 36;

/** Names of an instance's own attributes, in the order in which they were set. */
export function ownNames(o: Py): string[] {
  if (o.given$ !== undefined) return o.given$.keyList().filter((key: Py) => typeof key === 'string');
  const prefix = o.c$.opaque ? 'h$' : '$';
  const names: string[] = [];
  for (const key of Object.keys(o)) {
    if (key.startsWith(prefix)) {
      if (o[key] !== undefined) names.push(prefix === '$' ? attributeName(key) : key.slice(prefix.length));
    } else if (mayHoldOwn(o, key) && o[key] !== undefined) names.push(key.slice(2));
  }
  return names;
}

/** `ownNames(o).length`. */
export function countOwn(o: Py): number {
  if (o.given$ !== undefined || o.c$.opaque) return ownNames(o).length;
  let count = 0;
  for (const key of Object.keys(o)) {
    if ((key.charCodeAt(0) === DOLLAR || mayHoldOwn(o, key)) && o[key] !== undefined) count++;
  }
  return count;
}

/** The properties of an object at some time, and which attributes they were. */
export interface OwnPlaces {
  readonly keys: readonly string[];
  readonly names: readonly string[];
  /** Each place of an attribute had one: then nothing but a change of `keys` adds or removes any. */
  readonly isFull: boolean;
}

/** The properties of an instance whose attributes come and go with them; null where there is more to it (`leavePlace` gives it a `d$` first). */
export const steadyKeys = (o: Py): string[] | null =>
  o.d$ === true && o.given$ === undefined && !o.c$.opaque ? Object.keys(o) : null;

/** What `keys`, which are all of the object's, hold. */
export function placesOf(o: Py, keys: readonly string[]): OwnPlaces {
  let places = 0;
  for (const key of keys) if (key.charCodeAt(0) === DOLLAR || mayHoldOwn(o, key)) places++;
  const names = ownNames(o);
  return { keys, names, isFull: places === names.length };
}

export function isSameList(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** The property holds a raw double, or what a descriptor of the class covers. */
const mayHoldOwn = (o: Py, key: string): boolean =>
  key.charCodeAt(1) === DOLLAR && (key.startsWith('f$') || key.startsWith('t$')) && !isSlot(o, key.slice(2));

/** Declared in `__slots__`, so no part of the `__dict__`. */
export const isSlot = (o: Py, name: string): boolean => o[slotKey(name)] !== undefined;
