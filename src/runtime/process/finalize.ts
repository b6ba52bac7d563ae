/** `__del__` at the end of the process: in the order in which CPython's last collection comes to the objects. */
import { toPython } from '../helpers/exceptions.js';
import { bindFrom, lookup } from '../object/attributes.js';
import { call } from '../object/call.js';
import { whatIsForgotten } from '../io/unclosed.js';
import { isLibraryFile } from '../import/library.js';
import { rt } from '../object/context.js';
import { ends, takeWatched } from '../object/endings.js';
import { Code, type CodeUnit } from '../object/function.js';
import { PyGenerator } from '../object/generator.js';
import { ModuleMap } from '../object/namespace.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { PyType } from '../object/type.js';
import { PyList, PyModule, PyTuple } from '../object/values.js';
import { writeUnraisable } from '../traceback/unraisable.js';
import type { Unit } from '../unit.js';

/** More objects than that are not looked at: what is left has its turn in the order in which it was made. */
const MOST_OBJECTS = 200_000;

/** Calls `__del__` of all objects that have one. */
export function finalizeAll(): void {
  rt.endings?.atEnd();
  let objects = takeWatched();
  // What the finalizers themselves make has its turn afterwards.
  for (let round = 0; objects.length > 0 && round < 3; round++) {
    const left = new Set(objects);
    fromMain(left, finalize);
    for (const o of left) finalize(o);
    objects = takeWatched();
  }
}

/** In a forked process, which ends without the rest: calls it for what its own functions have left behind. */
export function finalizeLeftovers(): void {
  rt.endings?.atEnd();
  for (const o of forgotten(takeWatched())) finalize(o);
}

/** Of these objects, those that the main module's variables do not lead to. */
function forgotten<T extends Py>(objects: Iterable<T>): Set<T> {
  const left = new Set(objects);
  fromMain(left, () => {});
  return left;
}

function finalize(o: Py): void {
  if (o instanceof PyGenerator) {
    closeGenerator(o);
    return;
  }
  const f = lookup(o.c$, '__del__');
  if (f === undefined || f === null) return;
  try {
    call(bindFrom(f, o, o.c$), []);
  } catch (error) {
    writeUnraisable(toPython(error), rt.dialect === 2 ? bindFrom(f, o, o.c$) : f);
  }
}

/** What a generator does when it is closed is its own; where it fails, nobody is there to hear of it. */
function closeGenerator(o: PyGenerator): void {
  try {
    o.close();
  } catch (error) {
    writeUnraisable(toPython(error), o);
  }
}

const isOfProgram = (unit: CodeUnit): boolean => !isLibraryFile((unit as Unit).filename);

Object.assign(ends, { end: finalize, isOfProgram });
Object.assign(whatIsForgotten, { of: forgotten });

/** Takes out what the main module's variables lead to, nearest first, which is the order of CPython's last collection. */
function fromMain(left: Set<Py>, found: (o: Py) => void): void {
  const main = rt.modules.get('__main__');
  if (!(main instanceof PyModule)) return;
  const queue: Py[] = [];
  const seen = new Set<Py>();
  const visit = (o: Py): void => {
    if ((typeof o !== 'object' && typeof o !== 'function') || o === null || seen.has(o)) return;
    seen.add(o);
    queue.push(o);
  };
  const { map } = main.namespace as PyDict;
  // What a forked process has not come to need leads to no object of its own.
  for (const value of map instanceof ModuleMap ? map.made() : map.values()) visit(value);
  for (let i = 0; i < queue.length && left.size > 0 && queue.length < MOST_OBJECTS; i++) {
    const o = queue[i];
    if (left.delete(o)) found(o);
    parts(o).forEach(visit);
  }
}

/** What an object refers to, in the order in which CPython goes through it: lists and tuples from their end. */
function parts(o: Py): readonly Py[] {
  if (o instanceof PyList || o instanceof PyTuple) return [...o.items].reverse();
  if (o instanceof PyDict) return o.entryList().flat();
  if (o instanceof PyType) return o.isHeap ? [o.namespace] : [];
  if (o instanceof Map) return [...o].flat();
  if (Array.isArray(o)) return o;
  // Bytes have as many properties as there are of them.
  if (o instanceof PyModule || o instanceof Code || ArrayBuffer.isView(o)) return [];
  if (typeof o === 'function') return o.info === undefined ? [] : [o.info.cells, o.info.defaults, ...fields(o)];
  return fields(o);
}

const fields = (o: Py): Py[] =>
  Object.getOwnPropertyNames(o).map((key) => Object.getOwnPropertyDescriptor(o, key)!.value);
