/** Writes what is in lists, tuples, dicts and sets. */
import { AttributeMap, ModuleMap } from '../object/namespace.js';
import type { Py } from '../object/object.js';
import type { HashTable } from '../object/hashTable.js';
import type { PyDict } from '../object/table.js';
import { PyFloat, type PyList } from '../object/values.js';
import { seenModules } from '../import/seenModules.js';
import { K } from './kinds.js';
import type { SnapshotContext } from './snapshot.js';

export function writeItems(s: SnapshotContext, kind: number, items: readonly Py[]): void {
  s.out.u8(kind);
  s.out.count(items.length);
  for (let i = 0; i < items.length; i++) s.value(items[i]);
}

export function writeList(s: SnapshotContext, o: PyList): void {
  if (o.raw !== null) {
    s.out.doubles(K.FloatList, o.raw);
    return;
  }
  const { items } = o;
  if (items.length > 3) {
    if (items.every((item) => typeof item === 'number' && (item | 0) === item)) {
      s.out.ints(K.Int32List, items, 4);
      return;
    }
    if (items.every((item) => item instanceof PyFloat && !item.c$.isHeap)) {
      s.out.floats(K.FloatList, items);
      return;
    }
  }
  writeItems(s, K.List, items);
}

export function writeDict(s: SnapshotContext, o: PyDict): void {
  const { map } = o;
  if (map instanceof ModuleMap) {
    s.out.u8(K.ModuleDict);
    s.value(map.module);
    s.scope.reachDict(map.module);
  } else if (map instanceof AttributeMap) {
    s.out.u8(K.AttributeDict);
    s.value(map.self);
  } else if (o === seenModules()) s.out.u8(K.Modules);
  else {
    s.out.u8(K.Dict);
    writeEntries(s, o);
  }
}

export function writeEntries(s: SnapshotContext, o: HashTable): void {
  s.out.count(o.size);
  for (const slot of o.slots()) {
    s.value(o.keyOf(slot));
    s.value(o.valueAt(slot));
  }
}

export function writeKeys(s: SnapshotContext, o: HashTable): void {
  s.out.count(o.size);
  for (const slot of o.slots()) s.value(o.keyOf(slot));
}
