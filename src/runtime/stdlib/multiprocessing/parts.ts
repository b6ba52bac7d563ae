/**
 * What CPython's objects of the package are made of, as far as programs look at it (`queue._buffer`, `vars(lock)`). Ours are made of
 * addresses: each part is found out when it is asked for, and gives way to what the program puts in its place.
 */
import { shadow } from '../../object/accessors.js';
import { findAttr, getAttr } from '../../object/attributes.js';
import { AttributeError } from '../../object/errors.js';
import { getter } from '../../object/install.js';
import { dictOver, instanceDict, LiveMap } from '../../object/namespace.js';
import { hide, type Py } from '../../object/object.js';
import type { PyDict } from '../../object/table.js';
import type { Members } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';

/** By name; one that gives undefined is not there. */
export type Parts = Readonly<Record<string, (self: Py) => Py>>;

/** The `__dict__` of such an object: its parts, and what the program has put there. */
class PartsMap extends LiveMap {
  constructor(
    private readonly self: Py,
    private readonly parts: Parts,
  ) {
    super();
  }
  private get own(): Map<Py, Py> {
    return instanceDict(this.self).map;
  }
  private isPart(name: Py): name is string {
    return typeof name === 'string' && Object.hasOwn(this.parts, name);
  }
  override get(name: Py): Py {
    const found = this.own.get(name);
    return found === undefined && this.isPart(name) ? this.parts[name]!(this.self) : found;
  }
  override has(name: Py): boolean {
    return this.get(name) !== undefined;
  }
  override set(name: Py, value: Py): this {
    if (this.isPart(name)) shadow(this.self, name, value);
    else this.own.set(name, value);
    return this;
  }
  override delete(name: Py): boolean {
    return this.own.delete(name);
  }
  override clear(): void {
    this.own.clear();
  }
  override *keys(): MapIterator<Py> {
    for (const name of Object.keys(this.parts)) if (!this.own.has(name) && this.has(name)) yield name;
    yield* this.own.keys();
  }
  override get size(): number {
    return this.self === undefined ? 0 : [...this.keys()].length;
  }
}

const SHOWN = 'shown$';

/** One dict object for the object's whole life. */
function shownDict(self: Py, parts: Parts): PyDict {
  if (!Object.hasOwn(self, SHOWN)) hide(self, SHOWN, dictOver(new PartsMap(self, parts)));
  return self[SHOWN];
}

/**
 * Members of a class whose objects have these parts.
 * @param methods names that are methods of the class here and attributes of the object in CPython: only `vars` tells
 */
export function partsOf(parts: Parts, methods: Parts = {}): Members {
  const shown = { ...parts, ...methods };
  const members: Members = { __dict__: getter((self: Py) => shownDict(self, shown)) };
  for (const [name, find] of Object.entries(parts)) {
    members[name] = getter(
      (self: Py) => {
        const found = find(self);
        if (found === undefined) throw AttributeError(`'${typeOf(self).name}' object has no attribute '${name}'`);
        return found;
      },
      (self: Py, value: Py) => shadow(self, name, value),
    );
  }
  return members;
}

/** A part that is made when it is first asked for, and stays the same. */
export function once(name: string, make: (self: Py) => Py): (self: Py) => Py {
  const key = `${name}$part`;
  return (self) => {
    if (!Object.hasOwn(self, key)) hide(self, key, make(self));
    return self[key];
  };
}

/** What CPython's objects hand on to the lock that they have. */
export const HANDED_ON: Parts = {
  acquire: (self) => getAttr(lockOf(self), 'acquire'),
  release: (self) => getAttr(lockOf(self), 'release'),
};

function lockOf(self: Py): Py {
  const lock = findAttr(self, '_lock') ?? self;
  return findAttr(lock, '_semlock') ?? lock;
}
