/** Lists in the arena. */
import { decode } from '../../../codec/index.js';
import { recordCopy } from '../../../mp/index.js';
import {
  appendSlots,
  insertSlots,
  initVector,
  readSlot,
  removeSlots,
  replaceSlots,
  Vector,
  vectorLength,
  withVector,
  writeSlot,
} from '../../../mp/vector.js';
import { IndexError } from '../../../object/errors.js';
import type { Py } from '../../../object/object.js';
import { PyList, PyTuple } from '../../../object/values.js';
import { arena } from '../support.js';
import { decodeRecord } from '../wire.js';
import { type Kind, newShared } from './shared.js';
import { callOnCopy, encoded, type Items, kept, recordsOf } from './sharedItems.js';

const READING = [
  '__add__',
  '__contains__',
  '__getitem__',
  '__len__',
  '__mul__',
  '__rmul__',
  'count',
  'index',
  '#GETVALUE',
];
const CHANGING = [
  '__delitem__',
  '__setitem__',
  'append',
  'extend',
  'insert',
  'pop',
  'remove',
  'reverse',
  'sort',
  '__imul__',
];

const items: Items = {
  read(at) {
    const shared = arena();
    const records = recordsOf(at);
    const all: Uint8Array[] = [];
    for (let i = 0; i < vectorLength(shared, records); i++) {
      readSlot(shared, records, i);
      all.push(recordCopy(shared));
    }
    return () => new PyList(all.map(decode));
  },
  records: (value: PyList) => value.items.map(kept),
  replace: (at, records) => {
    replaceSlots(arena(), recordsOf(at), records);
  },
  changing: new Set(CHANGING),
};

/** The place of an index from either end. Errors: IndexError. */
function placeOf(index: number, length: number, text: string): number {
  const place = index < 0 ? index + length : index;
  if (place < 0 || place >= length) throw IndexError(text);
  return place;
}

function getItem(at: number, index: number): Py {
  const shared = arena();
  withVector(shared, at, () => {
    readSlot(shared, at, placeOf(index, vectorLength(shared, at), 'list index out of range'));
  });
  return decodeRecord(shared);
}

function setItem(at: number, index: number, value: Py): null {
  const shared = arena();
  const record = encoded(value);
  withVector(shared, at, () => {
    writeSlot(shared, at, placeOf(index, vectorLength(shared, at), 'list assignment index out of range'), record);
  });
  return null;
}

function append(at: number, value: Py): null {
  const shared = arena();
  const record = encoded(value);
  withVector(shared, at, () => {
    appendSlots(shared, at, [record]);
  });
  return null;
}

function pop(at: number, index: number): Py {
  const shared = arena();
  withVector(shared, at, () => {
    const length = vectorLength(shared, at);
    if (length === 0) throw IndexError('pop from empty list');
    const place = placeOf(index, length, 'pop index out of range');
    readSlot(shared, at, place);
    removeSlots(shared, at, place);
  });
  return decodeRecord(shared);
}

function deleteItem(at: number, index: number): null {
  const shared = arena();
  withVector(shared, at, () => {
    removeSlots(shared, at, placeOf(index, vectorLength(shared, at), 'list assignment index out of range'));
  });
  return null;
}

function insert(at: number, index: number, value: Py): null {
  const shared = arena();
  const record = encoded(value);
  withVector(shared, at, () => {
    const length = vectorLength(shared, at);
    insertSlots(shared, at, Math.min(length, Math.max(0, index < 0 ? index + length : index)), [record]);
  });
  return null;
}

function extend(at: number, values: readonly Py[]): null {
  const shared = arena();
  const records = values.map(kept);
  withVector(shared, at, () => {
    appendSlots(shared, at, records);
  });
  return null;
}

const lengthOf = (at: number): number => withVector(arena(), at, () => vectorLength(arena(), at));

type Fast = (at: number, ...args: Py[]) => Py;
const isIndex = (value: Py): boolean => typeof value === 'number';
const isPlain = (value: Py): boolean => value instanceof PyList || value instanceof PyTuple;

/** Methods that need not look at all the items, by the number of their arguments: what the first one has to be, and what to do. */
const FAST: Readonly<Record<string, readonly [count: number, accepts: (first: Py) => boolean, run: Fast]>> = {
  append: [1, () => true, append],
  __getitem__: [1, isIndex, getItem],
  __setitem__: [2, isIndex, setItem],
  __delitem__: [1, isIndex, deleteItem],
  __len__: [0, () => true, lengthOf],
  insert: [2, isIndex, insert],
  extend: [1, isPlain, (at, values) => extend(at, values.items)],
};

function call(at: number, method: string, args: readonly Py[], kwds: Py): Py {
  const records = recordsOf(at);
  if (kwds === null) {
    const fast = FAST[method];
    if (fast !== undefined && fast[0] === args.length && fast[1](args[0])) return fast[2](records, ...args);
    if (method === 'pop' && args.length < 2 && (args.length === 0 || isIndex(args[0])))
      return pop(records, args[0] ?? -1);
    if (method === '#GETVALUE') return value(at);
  }
  return callOnCopy(items, at, method, args, kwds);
}

function value(at: number): Py {
  return withVector(arena(), recordsOf(at), () => items.read(at))();
}

export const listKind: Kind = {
  methods: new Set([...READING, ...CHANGING]),
  call,
  value,
  end: (at) => {
    withVector(arena(), recordsOf(at), () => {
      items.replace(at, []);
    });
  },
};

/** A list with these items. */
export function newSharedList(kind: number, content: PyList): number {
  const records = content.items.map(kept);
  const at = newShared(kind, Vector.cells);
  const shared = arena();
  initVector(shared, recordsOf(at));
  withVector(shared, recordsOf(at), () => {
    replaceSlots(shared, recordsOf(at), records);
  });
  return at;
}
