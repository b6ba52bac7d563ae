/** Dicts whose entries live elsewhere: a module's variables, an instance's attributes. */
import { ownAttribute, setTypeAttribute, storeOwn } from './attributes.js';
import { countOwn, isSameList, type OwnPlaces, ownNames, placesOf, steadyKeys } from './ownNames.js';
import { deleteOwn, deleteTypeAttribute } from './deletion.js';
import { rt } from './context.js';
import { attributeKey, INSTANCE_DICT, type Py } from './object.js';
import { PyDict } from './table.js';
import type { PyType } from './type.js';
import type { PyModule } from './values.js';

/** Access to the unit's JavaScript variables: (index, false) reads, (index, true, value) writes. */
export type VariableAccess = (index: number, set: boolean, value?: Py) => Py;

/** A Map whose entries live elsewhere: a subclass says how its keys are listed, read, stored and deleted. */
export abstract class LiveMap extends Map<Py, Py> {
  override *values(): MapIterator<Py> {
    for (const name of this.keys()) yield this.get(name);
  }

  override *entries(): MapIterator<[Py, Py]> {
    for (const name of this.keys()) yield [name, this.get(name)];
  }

  override [Symbol.iterator](): MapIterator<[Py, Py]> {
    return this.entries();
  }

  override forEach(visit: (value: Py, key: Py, map: Map<Py, Py>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }
}

/**
 * A module's variables: those that its text assigns are JavaScript variables of the unit, reached by number; others
 * (set through `globals()` or from outside) are kept here, and shown to the unit's code on its `names` object.
 */
export class ModuleMap extends LiveMap {
  private readonly indexes = new Map<string, number>();
  private access: VariableAccess = () => undefined;
  /** Values that come into being when they are first asked for (globals of a forked process), by name. */
  pending: Map<string, () => Py> | null = null;
  /** What the unit's code sees under names that it does not assign; inherits from the builtins. */
  readonly names: Record<string, Py>;

  constructor(
    readonly module: PyModule,
    builtins: object | null,
  ) {
    super();
    this.names = Object.create(builtins);
  }

  /** Called by the unit when it starts: from now on these names are its variables, `size` of them to a group. */
  bind(names: readonly string[], size: number, groups: readonly VariableAccess[]): void {
    this.access = (index, set, value) => groups[Math.floor(index / size)]!(index % size, set, value);
    names.forEach((name, index) => {
      const access = groups[Math.floor(index / size)]!;
      const place = index % size;
      const earlier = super.get(name);
      if (earlier !== undefined) access(place, true, earlier);
      this.indexes.set(name, index);
      super.delete(name);
      delete this.names[attributeKey(name)];
      Object.defineProperty(this.module, attributeKey(name), {
        get: () => {
          const value = access(place, false);
          return value === undefined ? this.materialize(name) : value;
        },
        set: (value: Py) => access(place, true, value),
        configurable: true,
        enumerable: true,
      });
    });
  }

  override get(name: Py): Py {
    const index = this.indexes.get(name);
    const value = index === undefined ? super.get(name) : this.access(index, false);
    return value === undefined && this.pending !== null ? this.materialize(name) : value;
  }

  /** The value that was pending under that name, from now on the variable's; undefined if there was none. */
  private materialize(name: Py): Py {
    const make = this.pending?.get(name);
    if (make === undefined) return undefined;
    const value = make();
    this.set(name, value);
    return value;
  }

  /** Whether there is a value under that name already. */
  isMade(name: string): boolean {
    const index = this.indexes.get(name);
    return (index === undefined ? super.get(name) : this.access(index, false)) !== undefined;
  }

  /** Whether the variable number `index` has a value, or will have one when asked for it. */
  private isBound(name: string, index: number): boolean {
    return this.access(index, false) !== undefined || (this.pending !== null && this.pending.has(name));
  }

  override has(name: Py): boolean {
    return this.pending?.has(name) === true || this.get(name) !== undefined;
  }

  override set(name: Py, value: Py): this {
    const index = this.indexes?.get(name);
    this.pending?.delete(name);
    if (index !== undefined) this.access(index, true, value);
    else {
      super.set(name, value);
      if (typeof name === 'string') {
        this.names[attributeKey(name)] = value;
        Object.defineProperty(this.module, attributeKey(name), {
          value,
          writable: true,
          configurable: true,
          enumerable: true,
        });
      }
    }
    return this;
  }

  override delete(name: Py): boolean {
    const index = this.indexes.get(name);
    if (this.pending !== null) this.get(name);
    if (index !== undefined) {
      const had = this.access(index, false) !== undefined;
      this.access(index, true, undefined);
      return had;
    }
    if (typeof name === 'string') {
      delete this.names[attributeKey(name)];
      delete (this.module as Py)[attributeKey(name)];
    }
    return super.delete(name);
  }

  override clear(): void {
    for (const name of [...this.keys()]) this.delete(name);
  }

  override get size(): number {
    let n = super.size;
    if (this.indexes === undefined) return n;
    if (this.pending === null || this.pending.size === 0) {
      // Whoever iterates asks at each step.
      const { access } = this;
      for (let index = this.indexes.size; --index >= 0; ) if (access(index, false) !== undefined) n++;
      return n;
    }
    for (const [name, index] of this.indexes) if (this.isBound(name, index)) n++;
    for (const name of this.pending?.keys() ?? []) if (!this.indexes.has(name) && super.get(name) === undefined) n++;
    return n;
  }

  override *keys(): MapIterator<Py> {
    yield* super.keys();
    for (const [name, index] of this.indexes) if (this.isBound(name, index)) yield name;
    for (const name of this.pending?.keys() ?? [])
      if (!this.indexes.has(name) && super.get(name) === undefined) yield name;
  }

  /** The values that are there already: what is pending does not come into being by this. */
  made(): Py[] {
    return [...super.keys(), ...this.indexes.keys()]
      .map((name) => {
        const index = this.indexes.get(name as string);
        return index === undefined ? super.get(name) : this.access(index, false);
      })
      .filter((value) => value !== undefined);
  }
}

/** After so many questions for the size it is worth knowing the names. */
const SELDOM = 4;

/** The `__dict__` of an instance: its own `$` properties. Keys that are no strings are kept in the Map itself. */
export class AttributeMap extends LiveMap {
  /** What `names` found last, for as long as the object has the same places. */
  private known: OwnPlaces | null = null;
  /** How often the size was asked for before anything was known. */
  private questions = 0;
  constructor(readonly self: Py) {
    super();
  }
  /** Number of keys that are no strings, and so no attributes. */
  get extraSize(): number {
    return super.size;
  }
  override get(name: Py): Py {
    return typeof name === 'string' ? ownAttribute(this.self, name) : super.get(name);
  }
  override has(name: Py): boolean {
    return this.get(name) !== undefined;
  }
  override set(name: Py, value: Py): this {
    if (typeof name === 'string') storeOwn(this.self, name, value);
    else super.set(name, value);
    return this;
  }
  override delete(name: Py): boolean {
    return typeof name === 'string' ? deleteOwn(this.self, name) : super.delete(name);
  }
  override clear(): void {
    for (const name of ownNames(this.self)) deleteOwn(this.self, name);
    super.clear();
  }
  override get size(): number {
    const { self } = this;
    if (self === undefined) return 0;
    // Most are asked a few times only; whoever goes through the attributes asks at each step.
    const isSeldom = this.known === null && this.questions++ < SELDOM;
    return (isSeldom ? countOwn(self) : this.names().length) + super.size;
  }
  /** Names of all attributes, in the order in which they were set. Not to be changed. */
  names(): readonly string[] {
    const { self } = this;
    const keys = steadyKeys(self);
    if (keys === null) return ownNames(self);
    if (this.known === null || !isSameList(this.known.keys, keys)) this.known = placesOf(self, keys);
    return this.known.isFull ? this.known.names : ownNames(self);
  }
  override keys(): MapIterator<Py> {
    return new NameIterator(this) as unknown as MapIterator<Py>;
  }
  /** The same as `names`, with the other keys. */
  allKeys(): readonly Py[] {
    return super.size === 0 ? this.names() : [...this.names(), ...super.keys()];
  }
}

/** Lists the names when the first is asked for. */
class NameIterator {
  private names: readonly Py[] | null = null;
  private at = 0;
  constructor(private readonly map: AttributeMap) {}
  next(): IteratorResult<Py> {
    this.names ??= this.map.allKeys();
    const { names, at } = this;
    if (at >= names.length) return { value: undefined, done: true };
    this.at = at + 1;
    return { value: names[at], done: false };
  }
  [Symbol.iterator](): this {
    return this;
  }
}

/** The `__dict__` of an old-style class: what is stored there becomes an attribute of the class. */
export class ClassicMap extends LiveMap {
  constructor(readonly cls: PyType) {
    super();
  }
  override get(name: Py): Py {
    return name === '__dict__' ? undefined : this.cls.namespace.get(name);
  }
  override has(name: Py): boolean {
    return this.get(name) !== undefined;
  }
  override set(name: Py, value: Py): this {
    setTypeAttribute.current(this.cls, name, value);
    return this;
  }
  override delete(name: Py): boolean {
    const had = this.has(name);
    if (had) deleteTypeAttribute.current(this.cls, name);
    return had;
  }
  override clear(): void {
    for (const name of this.keys()) this.delete(name);
  }
  override get size(): number {
    return this.cls === undefined ? 0 : [...this.keys()].length;
  }
  override keys(): MapIterator<Py> {
    return [...this.cls.namespace.keys()].filter((name) => name !== '__dict__').values() as MapIterator<Py>;
  }
}

/** A dict over a Map that is kept elsewhere. */
export function dictOver(map: Map<Py, Py>): PyDict {
  const dict = new PyDict();
  dict.map = map;
  return dict;
}

/** `o.__dict__`: one dict object for the object's whole life. */
export function instanceDict(self: Py): PyDict {
  const found = self[INSTANCE_DICT];
  if (found !== undefined && Object.hasOwn(self, INSTANCE_DICT)) return found;
  const standIns = rt.endings?.dicts;
  const known = standIns?.get(self);
  if (known !== undefined && known !== null) return known;
  const dict = dictOver(new AttributeMap(self));
  if (known === null) standIns!.set(self, dict);
  else self[INSTANCE_DICT] = dict;
  return dict;
}

/** `o.__dict__ = mapping`: the attributes become those of `mapping`. */
export function replaceInstanceDict(self: Py, mapping: PyDict): void {
  const entries = mapping.entryList();
  for (const name of ownNames(self)) deleteOwn(self, name);
  for (const [name, value] of entries) {
    if (typeof name === 'string') storeOwn(self, name, value);
    else instanceDict(self).set(name, value);
  }
}
