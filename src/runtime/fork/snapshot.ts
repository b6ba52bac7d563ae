/**
 * The state of a process at a fork, as far as the child can reach it, as bytes.
 *
 * Every object has a number and a record of its own, so that the child makes an object when it first needs it: a global
 * that the child never touches costs it nothing. What code can reach beside its arguments is decided in modules.ts.
 *
 * Layout: [offset of the tail] records… tail; the tail: offsets of the records by number, identities (identities.ts), the roots,
 * the modules with their variables, and what of the library's state was changed (state.ts).
 */

import { Writer } from '../codec/writer.js';
import { offeredModules } from '../import/offered.js';
import { rt } from '../object/context.js';
import type { Code } from '../object/function.js';
import type { Py } from '../object/object.js';
import { PyModule } from '../object/values.js';
import { unitCount } from '../unitRegistry.js';
import { type Anchors, anchorsOf } from './anchors.js';
import { callsAfterLoading } from './changes.js';
import { loadAnchored } from './library.js';
import { ModuleScope, type UserModule } from './modules.js';
import './files.js';
import { identitiesOf } from './identities.js';
import { identityNumber } from '../object/hash.js';
import { writeObject } from './objects.js';
import { processState } from './state.js';
import { type Numbers, writeValue } from './values.js';

/** What the record writers work with. */
export interface SnapshotContext extends Numbers {
  readonly out: Writer;
  readonly scope: ModuleScope;
  readonly anchors: Anchors;
  value(v: Py): void;
  reachCode(code: Code): void;
}

/** The state that a child needs in order to go on with `roots`; see `restore`. Raises what refuses to be copied at once. */
export function snapshot(roots: readonly Py[]): Uint8Array {
  loadAnchored();
  return new Snapshot().take(roots);
}

class Snapshot implements SnapshotContext {
  readonly out = new Writer(16384);
  private readonly ids = new Map<object, number>();
  private readonly order: object[] = [];
  private readonly offsets: number[] = [];
  readonly anchors: Anchors = anchorsOf();
  /** Names and values of each module's variables, written as they join. */
  private readonly variables = new Map<UserModule, { writer: Writer; count: number }>();
  readonly scope: ModuleScope = new ModuleScope((user, name, value) => {
    let list = this.variables.get(user);
    if (list === undefined) this.variables.set(user, (list = { writer: new Writer(256), count: 0 }));
    list.count++;
    list.writer.text(name);
    writeValue(list.writer, value, this);
  });

  idOf(o: object): number {
    let id = this.ids.get(o);
    if (id === undefined) {
      id = this.order.length;
      this.ids.set(o, id);
      this.order.push(o);
    }
    return id;
  }

  value(v: Py): void {
    writeValue(this.out, v, this);
  }

  reachCode(code: Code): void {
    this.scope.reach(code);
  }

  take(roots: readonly Py[]): Uint8Array {
    const { out } = this;
    out.i32(0);
    const rootWriter = new Writer(256);
    rootWriter.count(roots.length);
    for (const root of roots) writeValue(rootWriter, root, this);
    const state = new Writer(256);
    writeValue(state, processState(), this);
    const anchored = this.writeAnchors();
    const main = rt.modules.get('__main__');
    if (main instanceof PyModule && this.scope.users.has(main)) this.scope.open(this.scope.users.get(main)!);
    this.settle();
    this.writeTail(rootWriter, state, anchored);
    return out.written.slice();
  }

  /** The stateful objects of library modules, and calls: the child takes their state over, and makes these, when it imports the module. */
  private writeAnchors(): Writer {
    const byModule = new Map<string, [Py, string][]>();
    const add = (module: string, o: Py, home = '') =>
      byModule.set(module, [...(byModule.get(module) ?? []), [o, home === module ? '' : home]]);
    for (const [o, { module, isWhole }] of this.anchors) if (!isWhole) add(module, o);
    for (const late of callsAfterLoading()) add(...late);
    const writer = new Writer(64);
    writer.count(byModule.size);
    for (const [module, objects] of byModule) {
      writer.text(module);
      writer.count(objects.length);
      for (const [o, home] of objects) {
        writer.count(this.idOf(o));
        writer.text(home);
      }
    }
    return writer;
  }

  /** Writes records until nothing new is reached. */
  private settle(): void {
    for (;;) {
      while (this.offsets.length < this.order.length) {
        const o = this.order[this.offsets.length]!;
        this.offsets.push(this.out.length);
        writeObject(this, o);
      }
      this.scope.settle();
      if (this.offsets.length === this.order.length) return;
    }
  }

  private writeTail(roots: Writer, state: Writer, anchored: Writer): void {
    const { out } = this;
    out.align(4);
    const start = out.length;
    out.ints(0, this.offsets, 4);
    out.ints(0, identitiesOf(this.order), 4);
    out.count(identityNumber());
    out.count(unitCount());
    out.raw(roots.written);
    out.raw(state.written);
    out.raw(anchored.written);
    const modules = [...this.variables];
    out.count(modules.length);
    for (const [user, { writer, count }] of modules) {
      out.text(user.name);
      out.count(this.idOf(user.module));
      out.count(count);
      out.count(writer.length);
      out.raw(writer.written);
    }
    this.writeLoaded();
    new DataView(out.bytes.buffer).setInt32(0, start, true);
  }

  /** Names of all library modules that are loaded or waited for: submodules of packages must be found as attributes. */
  private writeLoaded(): void {
    const { out } = this;
    const dotted = new Set<string>(offeredModules());
    for (const name of rt.modules.keyList()) if (typeof name === 'string' && name.includes('.')) dotted.add(name);
    out.count(dotted.size);
    for (const name of dotted) out.text(name);
  }
}
