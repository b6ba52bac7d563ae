/**
 * Properties of an object's own under names for which its prototypes have accessors.
 *
 * `Object.defineProperty` takes V8 several times as long as the constructor of a class with a field does, which defines the
 * same on whatever object the constructor of its base returns. So there is such a class for each name that comes often.
 */
import type { Py } from './object.js';

/** So many times a name is defined without a class of its own, which takes as long to make as fifty definitions. */
const SELDOM = 50;
/** With more names than so many it begins anew. */
const MAX_NAMES = 1000;

type Definer = (self: Py, value: Py) => void;

class Given {
  constructor(self: object) {
    // biome-ignore lint/correctness/noConstructorReturn: fields are to be defined on this object.
    return self;
  }
}

/** Code by name, or how often the name came: nothing depends on what is there. */
const definers = new Map<string, Definer | number>();

/** Makes `key` a property of the object itself, which may be written, listed and deleted. */
export function defineOwn(self: Py, key: string, value: Py): void {
  const known = definers.get(key) ?? 0;
  if (typeof known === 'function') {
    known(self, value);
    return;
  }
  if (known === 0 && definers.size >= MAX_NAMES) definers.clear();
  definers.set(key, known < SELDOM ? known + 1 : definerOf(key));
  Object.defineProperty(self, key, { value, writable: true, configurable: true, enumerable: true });
}

function definerOf(key: string): Definer {
  const name = JSON.stringify(key);
  const text = `class Own extends Given { [${name}] = undefined; }`;
  return new Function(
    'Given',
    `'use strict'; ${text} return (self, value) => { new Own(self); self[${name}] = value; };`,
  )(Given) as Definer;
}
