/** Makes the objects of a fork snapshot in the child, each when it is first needed. */

import { keepFast } from '../object/fastProperties.js';
import { newModule } from '../builtins/module.js';
import { Reader } from '../codec/reader.js';
import { rt } from '../object/context.js';
import type { Code } from '../object/function.js';
import { unfinishedIterator } from '../object/iterate.js';
import { builtinsModule, builtinsNamespace } from '../object/builtinsModule.js';
import type { ModuleMap } from '../object/namespace.js';
import { continueIdentities, takeIdentity } from '../object/hash.js';
import type { Py } from '../object/object.js';
import { PyFloat, PyModule } from '../object/values.js';
import type { Unit } from '../unit.js';
import { setUnitCount } from '../unitRegistry.js';
import './files.js';
import { V } from './kinds.js';
import { afterStart, type Anchored, prepareLibrary } from './library.js';
import { fillObject, makeObject } from './restoreObjects.js';
import './reductions.js';
import { restoreState } from './state.js';

export class Restorer {
  readonly input = new Reader();
  readonly objects: Py[] = [];
  private offsets: readonly number[] = [];
  /** Identities that objects have in the parent, by the object's number. */
  private readonly identities = new Map<number, number>();
  /** Records whose objects have been made but not filled: [object number, place in the bytes]. */
  private readonly unfilled: number[] = [];
  /** Tables whose keys must be complete before they can be hashed. */
  private readonly tables: (() => void)[] = [];

  constructor(bytes: Uint8Array) {
    this.input.open(bytes);
  }

  /** Reads the tail: the modules get their variables, to be made when they are asked for. Returns the roots. */
  start(): Py[] {
    const { input } = this;
    input.at = input.i32();
    input.u8();
    this.offsets = input.ints(4);
    input.u8();
    const identities = input.ints(4);
    for (let i = 0; i < identities.length; i += 2) this.identities.set(identities[i]!, identities[i + 1]!);
    continueIdentities(input.count());
    setUnitCount(input.count());
    const roots = this.laterValues(input.count());
    const state = this.laterValues(1)[0]!;
    const anchored = this.readAnchors();
    this.readModules();
    const submodules: string[] = [];
    for (let n = input.count(); n > 0; n--) submodules.push(input.text());
    prepareLibrary(this, submodules, anchored);
    restoreState(state());
    afterStart();
    return roots.map((make) => make());
  }

  private readAnchors(): Map<string, Anchored[]> {
    const { input } = this;
    const anchored = new Map<string, Anchored[]>();
    for (let n = input.count(); n > 0; n--) {
      const module = input.text();
      const objects: Anchored[] = [];
      for (let k = input.count(); k > 0; k--) objects.push({ id: input.count(), home: input.text() });
      anchored.set(module, objects);
    }
    return anchored;
  }

  /** Values that come one after another; each is made when asked for. */
  private laterValues(count: number): (() => Py)[] {
    const makers: (() => Py)[] = [];
    for (let i = 0; i < count; i++) makers.push(this.laterValue());
    return makers;
  }

  /** A value that is made when it is asked for. */
  laterValue(): () => Py {
    const { input } = this;
    const { at } = input;
    if (input.u8() === V.Ref) {
      const id = input.count();
      return () => this.whole(id);
    }
    input.at = at;
    const value = this.value();
    return () => value;
  }

  private readModules(): void {
    const { input } = this;
    for (let n = input.count(); n > 0; n--) {
      const name = input.text();
      const module = this.userModule(name);
      this.objects[input.count()] = module;
      const count = input.count();
      input.count();
      const map = module.namespace.map as ModuleMap;
      const pending = (map.pending ??= new Map());
      for (let i = 0; i < count; i++) {
        const variable = input.text();
        pending.set(variable, this.laterValue());
      }
    }
  }

  /** The module of that name, which has its variables in the snapshot. */
  userModule(name: string): PyModule {
    const found = rt.modules.get(name);
    if (found instanceof PyModule) return found;
    const module = newModule(name);
    rt.modules.set(name, module);
    module.namespace.set('__builtins__', name === '__main__' ? builtinsModule() : builtinsNamespace());
    // What `newModule` put there hides nothing of the snapshot's.
    for (const variable of ['__doc__', '__package__', '__loader__', '__spec__']) module.namespace.delete(variable);
    keepFast(module);
    keepFast(module.namespace.map.names);
    return module;
  }

  /**
   * Object number `id` with everything in it. What an outer call is about to fill is left to that: it may need a module that is
   * just being loaded.
   */
  whole(id: number): Py {
    const unfilled = this.unfilled.splice(0);
    const tables = this.tables.splice(0);
    const o = this.get(id);
    this.fill();
    this.unfilled.push(...unfilled);
    this.tables.push(...tables);
    return o;
  }

  /** Object number `id`, which may still be empty. */
  get(id: number): Py {
    const found = this.objects[id];
    if (found !== undefined) return found;
    const { input } = this;
    const at = input.at;
    input.at = this.offsets[id]!;
    const o = makeObject(this, id);
    input.at = at;
    const identity = this.identities.get(id);
    // What was reduced may come back as None or a number.
    if (identity !== undefined && o !== null && (typeof o === 'object' || typeof o === 'function'))
      takeIdentity(o, identity);
    return o;
  }

  /** Called by the makers: the object exists, the rest of its record is read later. */
  later(id: number, o: Py): Py {
    this.objects[id] = o;
    this.unfilled.push(id, this.input.at);
    return o;
  }

  /** Called by the fillers: a table whose keys have yet to be complete. */
  whenKeysAreWhole(fill: () => void): void {
    this.tables.push(fill);
  }

  /** Fills everything that has been made. May be called while something is being filled. */
  fill(): void {
    const { unfilled, tables, input } = this;
    const { at } = input;
    while (unfilled.length > 0 || tables.length > 0) {
      while (unfilled.length > 0) {
        input.at = unfilled.pop()!;
        const id = unfilled.pop()!;
        if (id >= 0) fillObject(this, id, this.objects[id]);
      }
      // The last ones found are the innermost.
      tables.pop()?.();
    }
    input.at = at;
  }

  /** Fills one object before the others: a class must be whole to be a base, a static method to be installed. */
  fillFirst(o: Py): void {
    const { unfilled, input } = this;
    for (let i = unfilled.length - 2; i >= 0; i -= 2) {
      const id = unfilled[i]!;
      if (id < 0 || this.objects[id] !== o) continue;
      unfilled[i] = -1;
      const { at } = input;
      input.at = unfilled[i + 1]!;
      fillObject(this, id, o);
      input.at = at;
      return;
    }
  }

  /** The kind of object number `id`. */
  kindOf(id: number): number {
    return this.input.bytes[this.offsets[id]!]!;
  }

  value(): Py {
    const { input } = this;
    const tag = input.u8();
    if (tag < V.smallInts) return tag + V.smallest;
    switch (tag) {
      case V.Ref:
        return this.get(input.count());
      case V.None:
        return null;
      case V.True:
        return true;
      case V.False:
        return false;
      case V.Int32:
        return input.i32();
      case V.Double:
        return input.f64();
      case V.BigInt:
        return input.bigint();
      case V.Float:
        return new PyFloat(input.f64());
      case V.Text:
        return input.text();
      case V.Undefined:
        return undefined;
      default:
        return this.js(tag);
    }
  }

  private js(tag: number): any {
    const { input } = this;
    switch (tag) {
      case V.Array: {
        const items: any[] = [];
        for (let n = input.count(); n > 0; n--) items.push(this.value());
        return items;
      }
      case V.Map: {
        const map = new Map<any, any>();
        for (let n = input.count(); n > 0; n--) {
          const key = this.value();
          map.set(key, this.value());
        }
        return map;
      }
      case V.Set: {
        const set = new Set<any>();
        for (let n = input.count(); n > 0; n--) set.add(this.value());
        return set;
      }
      case V.Weak: {
        const target = this.value();
        return target === undefined || target === null ? deadReference() : new WeakRef(target);
      }
      case V.Foreign:
        return unfinishedIterator(this.value());
      case V.Pattern: {
        const source = input.text();
        return new RegExp(source, input.text());
      }
      case V.Plain:
        return this.plainObject();
      default:
        return this.memory(tag);
    }
  }

  private plainObject(): Record<string, unknown> {
    const { input } = this;
    const object: Record<string, unknown> = input.u8() === 1 ? Object.create(null) : {};
    for (let n = input.count(); n > 0; n--) {
      const key = input.text();
      object[key] = this.value();
    }
    return object;
  }

  private memory(tag: number): ArrayBufferView {
    const data = this.input.raw(this.input.count());
    switch (tag) {
      case V.Uint32s:
        return new Uint32Array(data.buffer, 0, data.length / 4);
      case V.Int32s:
        return new Int32Array(data.buffer, 0, data.length / 4);
      case V.Doubles:
        return new Float64Array(data.buffer, 0, data.length / 8);
      case V.Bytes:
        return data;
      default:
        throw new Error(`pymp: unknown tag ${tag} in a snapshot`);
    }
  }

  code(): Code {
    const unit = this.get(this.input.count()) as unknown as Unit;
    const code = unit.codes[this.input.count()]!;
    // What `compile` has made is run as it was compiled: as an expression, say.
    if (unit.compiled.globalsMode === 'dict') code.compiled ??= unit.compiled;
    return code;
  }
}

function deadReference(): { deref(): undefined } {
  return { deref: () => undefined };
}
