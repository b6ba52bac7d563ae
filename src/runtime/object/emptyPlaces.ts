/**
 * Attributes that were deleted: their property stays, as undefined, because V8 makes a hash table of an object that loses one.
 *
 * What is assigned to such an object is looked at, since an attribute that comes again is the last of them: a `d$` of its own, a
 * number, sends it to `setAttr`. That takes its time, so the object becomes a hash table after all once it was done that often.
 */
import type { Py } from './object.js';

/** How many assignments an object with empty places may get. */
const PATIENCE = 32;

/** Empties the place of an attribute. Returns false where it is no plain property, or would hide what the class has. */
export function leavePlace(o: Py, key: string): boolean {
  if (typeof o !== 'object' || !Object.hasOwn(o, key) || o[key] === undefined) return false;
  const { proto } = o.c$;
  if (proto.d$ !== true || key in proto) return false;
  o[key] = undefined;
  if (o.d$ === true) o.d$ = 0;
  return true;
}

export const hasEmptyPlaces = (o: Py): boolean => typeof o.d$ === 'number';

/** Whether an object with empty places has an attribute in its place, which an assignment may replace. */
export function keepsPlace(o: Py, key: string): boolean {
  if (!hasEmptyPlaces(o)) return false;
  if (++o.d$ > PATIENCE) {
    dropEmptyPlaces(o);
    return false;
  }
  if (!Object.hasOwn(o, key) || o[key] === undefined) return false;
  const { proto } = o.c$;
  return proto.d$ === true && !(key in proto);
}

/** Removes an empty place, for an attribute that comes again, unless it is behind all others. */
export function giveUpPlace(o: Py, key: string): void {
  const attributes = Object.keys(o).filter((other) => other.charCodeAt(1) === 36 || other.charCodeAt(0) === 36);
  if (attributes.at(-1) === key || (attributes.at(-1) === 'd$' && attributes.at(-2) === key)) return;
  delete o[key];
  if (hasEmptyPlaces(o) && !attributes.some((other) => other.charCodeAt(0) === 36 && o[other] === undefined))
    delete o.d$;
}

/** Removes all of them. */
export function dropEmptyPlaces(o: Py): void {
  if (!hasEmptyPlaces(o)) return;
  for (const key of Object.keys(o)) if (key.charCodeAt(0) === 36 && o[key] === undefined) delete o[key];
  delete o.d$;
}
