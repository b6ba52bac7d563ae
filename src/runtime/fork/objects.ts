/** Writes the record of each kind of object; restoreObjects.ts reads them. */

import { writePlain } from '../codec/plain.js';
import { hasCodec, type SharedCodec, sharedCodec } from '../codec/shared.js';
import { builtin } from '../builtins/registry.js';
import { rt } from '../object/context.js';
import { Code, type PyFunction } from '../object/function.js';
import { Cell, type Py } from '../object/object.js';
import { HashTable } from '../object/hashTable.js';
import { PyAnySet, PyDict } from '../object/table.js';
import { TableIterator } from '../object/tableIterator.js';
import { staticTypeNumber } from '../object/staticTypes.js';
import { objectType, PyType } from '../object/type.js';
import { PyByteArray, PyBytes, PyGetSet, PyList, PyModule, PyStaticMethod, PyTuple } from '../object/values.js';
import { Unit } from '../unit.js';
import { type Anchor, anchorOf } from './anchors.js';
import { PyForkCall } from './changes.js';
import { writeClass } from './classes.js';
import { writeGenerator } from './generators.js';
import { K } from './kinds.js';
import { unloadedName } from '../import/standIn.js';
import './memoryView.js';
import { PyLater } from './later.js';
import { libraryName } from './names.js';
import { remadeBy } from './remade.js';
import { PyRefused, reduceForFork, refuse } from './refuse.js';
import type { SnapshotContext } from './snapshot.js';
import { writeAttributes } from './attributes.js';
import { writeCode, writeFunction, writeUnit } from './code.js';
import { writeDict, writeEntries, writeItems, writeKeys, writeList } from './containers.js';
import { writeGlobal, writeReduced, writeRemade } from './reduced.js';
import { isCopyable, writeJs } from './values.js';
import { PyGenerator } from '../object/generator.js';

export function writeObject(s: SnapshotContext, o: object): void {
  if (typeof o === 'function') writeFunction(s, o as PyFunction);
  else if (o instanceof PyType) writeType(s, o);
  else if (o instanceof Unit) writeUnit(s, o);
  else writeInstance(s, o as Py);
}

function writeInstance(s: SnapshotContext, o: Py): void {
  const { out } = s;
  const cls: PyType = o.c$;
  const anchor = anchorOf(s.anchors, o);
  if (o instanceof Cell) {
    out.u8(K.Cell);
    s.value(o.v);
  } else if (o instanceof PyForkCall) writeReduced(s, [o.callable, new PyTuple([...o.args]), null, null, null, null]);
  else if (o instanceof PyLater) {
    out.u8(K.Later);
    s.value(o.make());
  } else if (o instanceof Code) writeCode(s, o);
  else if (o instanceof PyModule) writeModule(s, o);
  else if (anchor !== undefined) writeAnchor(s, o, anchor);
  else if (cls.isHeap) writeHeapInstance(s, o, cls);
  else if (o instanceof PyTuple && cls.ctor === PyTuple) writeItems(s, K.Tuple, o.items);
  else if (o instanceof PyList && cls.ctor === PyList) writeList(s, o);
  else if (o instanceof PyDict && cls.ctor === PyDict) writeDict(s, o);
  else if (o instanceof PyAnySet && !hasOwnFields(o)) {
    out.u8(K.Set);
    s.value(cls);
    writeKeys(s, o);
  } else if (o instanceof PyBytes && cls.ctor === PyBytes) {
    out.u8(K.Bytes);
    out.count(o.data.length);
    out.raw(o.data);
  } else if (o instanceof PyByteArray && cls.ctor === PyByteArray) {
    out.u8(K.ByteArray);
    out.count(o.data.length);
    out.raw(o.data);
  } else if (o instanceof PyGetSet && cls.ctor === PyGetSet) writeDescriptor(s, o);
  else writeRuntimeObject(s, o, cls);
}

const hasOwnFields = (o: Py): boolean => Object.keys(o).some((key) => key.startsWith('$'));

// ---------------------------------------------------------------- modules

function writeModule(s: SnapshotContext, module: PyModule): void {
  const { out } = s;
  const user = s.scope.users.get(module);
  if (user !== undefined) {
    out.u8(K.UserModule);
    out.text(user.name);
    s.scope.reachModule(module);
    return;
  }
  const name = unloadedName(module) ?? module.namespace?.get('__name__');
  if (typeof name === 'string' && rt.modules.get(name) === module) {
    out.u8(K.LibraryModule);
    out.text(name);
  } else writeRuntimeObject(s, module, (module as Py).c$);
}

function writeAnchor(s: SnapshotContext, o: Py, { module, path, isWhole }: Anchor): void {
  const { out } = s;
  out.u8(K.Anchor);
  out.text(module);
  out.text(path);
  if (isWhole) out.u8(0);
  else if (o instanceof PyDict) {
    out.u8(1);
    writeEntries(s, o);
  } else if (o instanceof PyList) {
    out.u8(2);
    out.count(o.items.length);
    for (const item of o.items) s.value(item);
  } else {
    out.u8(3);
    writeAttributes(s, o);
  }
}

// ---------------------------------------------------------------- classes

function writeType(s: SnapshotContext, type: PyType): void {
  const { out } = s;
  if (!type.isHeap) {
    const at = staticTypeNumber(type);
    if (at >= 0) {
      out.u8(K.StaticType);
      out.count(at);
      return;
    }
  }
  const name = libraryName(type);
  const made = name === undefined ? remadeBy.get(type) : undefined;
  if (name !== undefined) writeGlobal(s, name);
  else if (made !== undefined) writeRemade(s, made);
  else if (type.isHeap) writeClass(s, type);
  else refuse(s, type);
}

function writeDescriptor(s: SnapshotContext, o: PyGetSet): void {
  const { out } = s;
  const owner: PyType = o.owner;
  if (owner.isHeap) {
    out.u8(K.SlotDescriptor);
    s.value(owner);
    out.text(o.name);
  } else {
    out.u8(K.TypeAttribute);
    s.value(owner);
    out.text(o.name);
  }
}

// ---------------------------------------------------------------- instances

/** An instance of a class written in Python: what its built-in part holds, then its attributes. */
function writeHeapInstance(s: SnapshotContext, o: Py, cls: PyType): void {
  const { out } = s;
  const layout = cls.mro.find((c) => !c.isHeap)!;
  if (layout !== objectType || hasCodec(o)) {
    writeRuntimeObject(s, o, cls);
    return;
  }
  out.u8(K.Instance);
  s.value(cls);
  writeAttributes(s, o);
}

/** An object of a type that the runtime provides, or of a class with one as its base. */
function writeRuntimeObject(s: SnapshotContext, o: Py, cls: PyType): void {
  const codec = sharedCodec(cls);
  if (codec !== undefined) {
    writeShared(s, o, cls, codec);
    return;
  }
  const layout = layoutName(o);
  if (o instanceof PyGenerator && writeGenerator(s, o)) return;
  if (o instanceof PyRefused || UNCOPYABLE.has(layout)) refuse(s, o);
  else if (!TABLE_ITERATORS.has(layout) && !hasForeignField(o)) writeLayout(s, o, cls);
  else {
    const reduction = reductionFor(o);
    if (reduction === undefined) refuse(s, o);
    else writeReduced(s, reduction);
  }
}

function reductionFor(o: Py): readonly Py[] | undefined {
  if (typeof o.fork$ === 'function') return o.fork$();
  if (!(o instanceof TableIterator)) return reduceForFork(o);
  return [builtin('iter'), new PyTuple([new PyList(o.rest())]), null, null, null, null];
}

/** True if a field of the object is of a kind that cannot be copied. */
function hasForeignField(o: Py): boolean {
  if (o.given$ !== undefined) return true;
  for (const key of Object.getOwnPropertyNames(o)) {
    const d = Object.getOwnPropertyDescriptor(o, key)!;
    if (!('value' in d) || (!isLeft(o, key) && !isCopyable(d.value))) return true;
  }
  return false;
}

const layoutName = (o: Py): string => (o.c$ as PyType).mro.find((c) => !c.isHeap)!.name;
/** Types whose objects are running code. */
const UNCOPYABLE: ReadonlySet<string> = new Set(['generator', 'coroutine', 'async_generator', 'frame']);
/** Types whose objects are places in a table, which is laid out anew in the child: what is left of the items travels. */
const TABLE_ITERATORS: ReadonlySet<string> = new Set([
  'dict_keyiterator',
  'dict_valueiterator',
  'dict_itemiterator',
  'set_iterator',
  'dictionary-keyiterator',
  'dictionary-valueiterator',
  'dictionary-itemiterator',
  'setiterator',
]);

/** The fields of dicts and sets: their entries are written instead. */
const TABLE_FIELDS: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(new PyDict()));
/** What the child makes anew: it is no part of the value. */
const isLeft = (o: Py, key: string): boolean =>
  key === REFERENCES || isTableField(o, key) || (key === 'passed' && o instanceof PyStaticMethod);
const isTableField = (o: Py, key: string): boolean => o instanceof HashTable && TABLE_FIELDS.has(key);
/** The weak references to an object, which are made with it again themselves. */
const REFERENCES = 'w$';

function writeLayout(s: SnapshotContext, o: Py, cls: PyType): void {
  const { out } = s;
  out.u8(K.Layout);
  s.value(cls);
  const keys = Object.getOwnPropertyNames(o).filter((key) => !isLeft(o, key));
  out.count(keys.length);
  for (const key of keys) {
    out.text(key);
    out.u8(Object.prototype.propertyIsEnumerable.call(o, key) ? 1 : 0);
    writeJs(out, o[key], s);
  }
  if (o instanceof PyDict) writeEntries(s, o);
  else if (o instanceof HashTable) writeKeys(s, o);
}

function writeShared(s: SnapshotContext, o: Py, cls: PyType, codec: SharedCodec): void {
  const { out } = s;
  const parts = codec.parts?.(o, 'fork') ?? [];
  if (codec.isChannel === true) s.scope.reachChannel();
  out.u8(K.Shared);
  out.text(codec.kind);
  s.value(codec.makesClass === true ? null : cls);
  writePlain(out, codec.encode(o, 'fork'));
  out.count(parts.length);
  for (const part of parts) s.value(part);
  writeAttributes(s, o);
}
