/** Reads the records that objects.ts writes: first the object itself, then (`fillObject`) what is in it. */

import { readPlain } from '../codec/plain.js';
import { sharedCodecOf } from '../codec/shared.js';
import { namesFor } from '../execute.js';
import { makeFunction } from '../helpers/functions.js';
import { findAttr, special, storeOwn } from '../object/attributes.js';
import { call, callMethod } from '../object/call.js';
import { setDefaults } from '../object/defaults.js';
import type { FunctionInfo, PyFunction } from '../object/function.js';
import { instanceDict } from '../object/namespace.js';
import { Cell, hide, type Py } from '../object/object.js';
import { HashTable } from '../object/hashTable.js';
import { PyDict, PyFrozenSet, PySet } from '../object/table.js';
import { staticType } from '../object/staticTypes.js';
import { PyType } from '../object/type.js';
import { loadBundle } from '../stdlib/moduleTable.js';
import { PyByteArray, PyBytes, PyClassMethod, PyList, PyStaticMethod, PyTuple } from '../object/values.js';
import { findGlobal } from '../pickle/globals.js';
import { applyState } from '../pickle/state.js';
import type { Unit } from '../unit.js';
import { allUnits, attachUnit } from '../unitRegistry.js';
import { follow } from './anchors.js';
import { fillGenerator, makeGenerator } from './generators.js';
import { evaluatedImage } from './images.js';
import { K } from './kinds.js';
import { seenModules } from '../import/seenModules.js';
import { PyLater } from './later.js';
import { libraryModule } from './library.js';
import { PyRefused } from './refuse.js';
import type { Restorer } from './restore.js';
import { fillClass, makeClass } from './restoreClasses.js';
import { isSlotKey, restoreSlot } from './restoreSlots.js';

/** Makes object number `id` from its record, at which the reader stands. */
export function makeObject(r: Restorer, id: number): Py {
  const { input } = r;
  const kind = input.u8();
  switch (kind) {
    case K.List:
      return r.later(id, new PyList([]));
    case K.Tuple:
      return r.later(id, new PyTuple([]));
    case K.Dict:
      return r.later(id, new PyDict());
    case K.Int32List:
      return (r.objects[id] = new PyList(input.ints(4)));
    case K.FloatList:
      return (r.objects[id] = PyList.ofRaw(input.doubles()));
    case K.Bytes:
      return (r.objects[id] = new PyBytes(input.raw(input.count())));
    case K.ByteArray:
      return (r.objects[id] = new PyByteArray(input.raw(input.count())));
    case K.Cell:
      return r.later(id, new Cell(undefined));
    case K.Set: {
      const cls: PyType = r.value();
      return r.later(id, new cls.ctor());
    }
    case K.Instance: {
      const cls: PyType = r.value();
      return r.objects[id] ?? r.later(id, new cls.ctor());
    }
    case K.Layout: {
      const cls: PyType = r.value();
      return r.objects[id] ?? r.later(id, bare(cls));
    }
    case K.Class:
      return makeClass(r, id);
    default:
      return makeCode(r, id, kind);
  }
}

/** An object of a type of the runtime with none of its fields set, but tables, which work from the start. */
function bare(cls: PyType | PyRefused): Py {
  // An object whose class stayed behind stays behind with it.
  if (cls instanceof PyRefused) return new PyRefused(cls.text);
  const o = Object.create(cls.proto);
  if (o instanceof HashTable) {
    const empty = o instanceof PyFrozenSet ? new PyFrozenSet() : o instanceof PyDict ? new PyDict() : new PySet();
    for (const key of Object.getOwnPropertyNames(empty)) (o as Py)[key] = (empty as Py)[key];
  }
  return o;
}

function makeCode(r: Restorer, id: number, kind: number): Py {
  const { input } = r;
  switch (kind) {
    case K.Function: {
      const code = r.code();
      const cells: Cell[] = [];
      for (let n = input.count(); n > 0; n--) cells.push(r.value());
      return r.objects[id] ?? r.later(id, makeFunction(code, cells, null, null, null));
    }
    case K.Code:
      return (r.objects[id] = r.code());
    case K.Unit:
      return makeUnit(r, id);
    case K.LibraryUnit:
      return (r.objects[id] = unitOfModule(input.text()));
    case K.UserModule:
      return (r.objects[id] = r.userModule(input.text()));
    case K.LibraryModule:
      return (r.objects[id] = libraryModule(input.text()));
    case K.Modules:
      return (r.objects[id] = seenModules());
    default:
      return makeNamed(r, id, kind);
  }
}

function makeNamed(r: Restorer, id: number, kind: number): Py {
  const { input } = r;
  switch (kind) {
    case K.Global: {
      const module = input.text();
      return (r.objects[id] = findGlobal(module, input.text()));
    }
    case K.StaticType:
      return (r.objects[id] = staticType(input.count(), loadBundle));
    case K.TypeAttribute: {
      const type: PyType = r.value();
      const name = input.text();
      findAttr(type, name);
      const found = type.namespace.get(name);
      const isWrapped = found instanceof PyStaticMethod || found instanceof PyClassMethod;
      return (r.objects[id] = isWrapped ? found.func : found);
    }
    case K.SlotDescriptor: {
      const type: PyType = r.value();
      return (r.objects[id] = type.namespace.get(input.text()));
    }
    case K.AttributeDict:
      return (r.objects[id] = instanceDict(r.value()));
    case K.ModuleDict:
      return (r.objects[id] = r.value().namespace);
    case K.Anchor:
      return makeAnchor(r, id);
    case K.Shared:
      return makeShared(r, id);
    case K.Reduced:
      return makeReduced(r, id);
    case K.Generator:
      return makeGenerator(r, id);
    case K.Later:
      return (r.objects[id] = new PyLater(r.laterValue()));
    case K.Refused:
      return (r.objects[id] = new PyRefused(input.text()));
    default:
      throw new Error(`pymp: unknown kind ${kind} in a snapshot`);
  }
}

function makeUnit(r: Restorer, id: number): Py {
  const { input } = r;
  const key = input.text();
  const text = input.text();
  const dict = unitGlobals(r);
  const locals = r.value();
  if (r.objects[id] !== undefined) return r.objects[id];
  const address = input.count();
  const { compiled, factory } = evaluatedImage({ id: text, address, sizeBytes: input.count() }, key);
  const { unit } = attachUnit(factory, compiled, dict, namesFor(dict), locals, key);
  return (r.objects[id] = unit);
}

function unitGlobals(r: Restorer): PyDict {
  const kind = r.input.u8();
  if (kind === 0) return r.value();
  const name = r.input.text();
  return (kind === 1 ? r.userModule(name) : libraryModule(name)).namespace;
}

/** The unit that the child's own import of a library module made. */
function unitOfModule(name: string): Unit {
  const module = libraryModule(name);
  const { map } = module.namespace;
  for (const unit of allUnits().values()) {
    if (unit.globals.map === map && unit.locals === null && unit.compiled.globalsMode !== 'dict') return unit;
  }
  throw new Error(`pymp: library module ${name} has no text here`);
}

function makeAnchor(r: Restorer, id: number): Py {
  const { input } = r;
  const module = libraryModule(input.text());
  const o = follow(module, input.text());
  return r.objects[id] ?? r.later(id, o);
}

function makeShared(r: Restorer, id: number): Py {
  const { input } = r;
  const codec = sharedCodecOf(input.text());
  const cls: PyType = r.value();
  const data = readPlain(input);
  const parts: Py[] = [];
  for (let n = input.count(); n > 0; n--) parts.push(r.value());
  return r.objects[id] ?? r.later(id, codec.decode(data, parts, cls));
}

function makeReduced(r: Restorer, id: number): Py {
  const callable = r.value();
  const args: PyTuple = r.value();
  const state = r.value();
  const setter = r.value();
  const listItems = r.value();
  const dictItems = r.value();
  if (r.objects[id] !== undefined) return r.objects[id];
  r.fillFirst(args);
  if (isWritten(callable) || args.items.some((item) => item !== null && typeof item === 'object')) {
    r.fill();
    if (r.objects[id] !== undefined) return r.objects[id];
  }
  const o = call(callable, args.items);
  r.objects[id] = o;
  if (listItems !== null || dictItems !== null || state !== null) r.fill();
  if (listItems !== null) for (const item of listItems.items) callMethod(o, 'append', item);
  if (dictItems !== null) for (const pair of dictItems.items) special(o, '__setitem__')!(o, ...pair.items);
  if (state !== null) {
    if (setter === null) applyState(o, state);
    else call(setter, [o, state]);
  }
  return o;
}

/** A function or class of the program's, which cannot be called before it is whole. */
const isWritten = (callable: Py): boolean =>
  typeof callable === 'function' ? callable.info !== undefined : callable instanceof PyType && callable.isHeap;

// ---------------------------------------------------------------- contents

/** Reads the rest of an object's record; the reader stands where `later` was called. */
export function fillObject(r: Restorer, id: number, o: Py): void {
  const { input } = r;
  const kind = r.kindOf(id);
  switch (kind) {
    case K.List:
    case K.Tuple:
      for (let n = input.count(); n > 0; n--) o.items.push(r.value());
      return;
    case K.Dict:
      fillDict(r, o);
      return;
    case K.Set:
      fillSet(r, o);
      return;
    case K.Cell:
      o.v = r.value();
      return;
    case K.Instance:
    case K.Shared:
      fillAttributes(r, o);
      return;
    case K.Function:
      fillFunction(r, o);
      return;
    case K.Class:
      fillClass(r, o);
      return;
    case K.Layout:
      fillLayout(r, o);
      return;
    case K.Generator:
      fillGenerator(r, o);
      return;
    default:
      fillAnchor(r, o);
  }
}

function fillDict(r: Restorer, dict: PyDict): void {
  const n = r.input.count();
  const pairs: Py[] = [];
  let simple = true;
  for (let i = 0; i < n; i++) {
    const key = r.value();
    const value = r.value();
    if (simple && (typeof key === 'string' || typeof key === 'number')) dict.set(key, value);
    else {
      simple = false;
      pairs.push(key, value);
    }
  }
  if (pairs.length > 0) {
    r.whenKeysAreWhole(() => {
      for (let i = 0; i < pairs.length; i += 2) dict.set(pairs[i], pairs[i + 1]);
    });
  }
}

function fillSet(r: Restorer, set: HashTable): void {
  const keys: Py[] = [];
  for (let n = r.input.count(); n > 0; n--) keys.push(r.value());
  const add = () => {
    for (const key of keys) set.set(key, true);
  };
  if (keys.every((key) => typeof key === 'string' || typeof key === 'number')) add();
  else r.whenKeysAreWhole(add);
}

/** Own properties; one that the class also has must not go through its accessor. */
function fillAttributes(r: Restorer, o: Py): void {
  const { input } = r;
  for (let n = input.count(); n > 0; n--) {
    const key = input.text();
    const value = r.value();
    if (isSlotKey(key)) restoreSlot(r, o, key, value);
    else if (!(key in o)) o[key] = value;
    else if (key.charCodeAt(0) === DOLLAR) storeOwn(o, key.slice(1), value);
    else Object.defineProperty(o, key, { value, writable: true, configurable: true, enumerable: true });
  }
}
const DOLLAR = 36;

function fillFunction(r: Restorer, f: PyFunction): void {
  const info = f.info as FunctionInfo;
  for (const field of ['name', 'qualname', 'module', 'doc', 'annotations', 'typeParams', 'kwdefaults'] as const) {
    const value = r.value();
    if (value !== undefined) info[field] = value;
  }
  setDefaults(info, r.value());
  fillAttributes(r, f);
}

function fillLayout(r: Restorer, o: Py): void {
  const { input } = r;
  for (let n = input.count(); n > 0; n--) {
    const key = input.text();
    const enumerable = input.u8() === 1;
    const value = r.value();
    if (enumerable && isSlotKey(key)) restoreSlot(r, o, key, value);
    else if (enumerable && !(key in o)) o[key] = value;
    else if (enumerable) Object.defineProperty(o, key, { value, writable: true, configurable: true, enumerable: true });
    else hide(o, key, value);
  }
  if (o instanceof PyDict) fillDict(r, o);
  else if (o instanceof HashTable) fillSet(r, o);
  else if (typeof o.restored$ === 'function') o.restored$();
}

function fillAnchor(r: Restorer, o: Py): void {
  const { input } = r;
  switch (input.u8()) {
    case 1:
      o.clear();
      fillDict(r, o);
      return;
    case 2:
      o.items.length = 0;
      for (let n = input.count(); n > 0; n--) o.items.push(r.value());
      return;
    case 3:
      fillAttributes(r, o);
      return;
    default:
  }
}
