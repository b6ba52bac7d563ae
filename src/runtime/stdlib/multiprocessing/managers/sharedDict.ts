/**
 * Dicts in the arena: two slots for each entry, key and value, in the order in which the keys came; without a value the entry is deleted.
 *
 * A process finds keys by an index of its own, which it brings up to date with the entries that have come since; after a change of the
 * whole (a new epoch) it begins anew. Keys are told apart by a text: a dict with keys that have none (instances of the program's classes)
 * is used as a copy of the whole.
 */
import { Decoder } from '../../../codec/decode.js';
import { decode } from '../../../codec/index.js';
import { recordCopy } from '../../../mp/index.js';
import {
  appendSlots,
  type Bytes,
  compactPairs,
  initVector,
  readSlot,
  replaceSlots,
  Vector,
  vectorLength,
  withVector,
  writeSlot,
} from '../../../mp/vector.js';
import { moduleState } from '../../../object/context.js';
import { iteratorMembers } from '../../../builtins/iterator.js';
import { KeyError, RuntimeError } from '../../../object/errors.js';
import { defineMembers } from '../../../object/install.js';
import { builtinType } from '../../../object/type.js';
import type { Py } from '../../../object/object.js';
import { PyDict } from '../../../object/table.js';
import { toArray } from '../../../object/iterate.js';
import { PyIterator } from '../../../object/pyIterator.js';
import { PyList } from '../../../object/values.js';
import { arena } from '../support.js';
import { decodeRecord, readRecord, writeMessage } from '../wire.js';
import { keyText } from './keyText.js';
import { type Kind, newShared } from './shared.js';
import { callOnCopy, type Items, kept, recordsOf } from './sharedItems.js';

/** Cells behind the head: the vector's, then these. */
const Own = { epoch: Vector.cells, deleted: Vector.cells + 1, cells: Vector.cells + 2 } as const;
/** Deleted entries that are not worth their removal. */
const FEW_DELETED = 16;

const READING = ['__contains__', '__getitem__', '__len__', 'copy', 'get', 'items', 'keys', 'values', '#GETVALUE'];
const CHANGING = ['__delitem__', '__setitem__', 'clear', 'pop', 'popitem', 'setdefault', 'update'];

/** What a process knows of a dict. */
interface Index {
  epoch: number;
  /** Entries looked at so far. */
  count: number;
  readonly places: Map<string, number>;
  /** There are keys that have no text. */
  isOpaque: boolean;
}
const indexes = () => moduleState('multiprocessing shared dicts', () => new Map<number, Index>());

/** Places of entries change. */
function beginEpoch(records: number): void {
  const { i32 } = arena();
  i32[records + Own.epoch] = (i32[records + Own.epoch]! + 1) | 0;
  i32[records + Own.deleted] = 0;
}

/** The record of a key: its text, if it has one, then the key. */
function keyRecord(key: Py, text: string | undefined): Bytes {
  const { bytes, length } = writeMessage((encoder) => {
    encoder.out.u8(text === undefined ? 0 : 1);
    if (text !== undefined) encoder.out.text(text);
    encoder.value(key);
  });
  return { bytes: bytes.slice(0, length), length };
}

const readText = (): string | undefined =>
  readRecord(arena(), ({ input }) => (input.u8() === 0 ? undefined : input.text()));

/** The index as the dict is now. Called while nobody changes it. */
function indexOf(records: number): Index {
  const shared = arena();
  const epoch = shared.i32[records + Own.epoch]!;
  let index = indexes().get(records);
  if (index === undefined || index.epoch !== epoch) {
    index = { epoch, count: 0, places: new Map(), isOpaque: false };
    indexes().set(records, index);
  }
  const entries = vectorLength(shared, records) >> 1;
  for (; index.count < entries; index.count++) {
    readSlot(shared, records, index.count * 2);
    const text = readText();
    if (text === undefined) index.isOpaque = true;
    else index.places.set(text, index.count);
  }
  return index;
}

const items: Items = {
  read(at) {
    const shared = arena();
    const records = recordsOf(at);
    const all: Uint8Array[] = [];
    for (let i = 0; i < vectorLength(shared, records); i += 2) {
      if (!readSlot(shared, records, i + 1)) continue;
      const value = recordCopy(shared);
      readSlot(shared, records, i);
      all.push(recordCopy(shared), value);
    }
    return () => dictOf(all);
  },
  records: (value: PyDict) => value.keyList().flatMap((key) => [keyRecord(key, keyText(key)), kept(value.get(key))]),
  replace(at, fresh) {
    const records = recordsOf(at);
    beginEpoch(records);
    replaceSlots(arena(), records, fresh);
  },
  changing: new Set(CHANGING),
};

function dictOf(records: readonly Uint8Array[]): PyDict {
  const dict = new PyDict();
  for (let i = 0; i < records.length; i += 2) dict.set(keyOf(records[i]!), decode(records[i + 1]!));
  return dict;
}

/** The key in a record. */
function keyOf(record: Uint8Array): Py {
  const decoder = new Decoder();
  decoder.input.open(record);
  if (decoder.input.u8() === 1) decoder.input.text();
  return decoder.value();
}

const UNKNOWN = Symbol('only the keys themselves can tell');

/** Reads the value of a key to where records are read from. */
function find(records: number, text: string): boolean | typeof UNKNOWN {
  const shared = arena();
  return withVector(shared, records, () => {
    const index = indexOf(records);
    if (index.isOpaque) return UNKNOWN;
    const place = index.places.get(text);
    return place !== undefined && readSlot(shared, records, place * 2 + 1);
  });
}

/** The place of an entry that has a value; undefined if there is none. */
function placeOf(index: Index, records: number, text: string): number | undefined {
  const place = index.places.get(text);
  return place !== undefined && readSlot(arena(), records, place * 2 + 1) ? place : undefined;
}

function setItem(records: number, key: Py, text: string, value: Py): null | typeof UNKNOWN {
  const shared = arena();
  const [keyBytes, record] = [keyRecord(key, text), kept(value)];
  return withVector(shared, records, () => {
    const index = indexOf(records);
    if (index.isOpaque) return UNKNOWN;
    const place = placeOf(index, records, text);
    if (place !== undefined) writeSlot(shared, records, place * 2 + 1, record);
    else appendSlots(shared, records, [keyBytes, record]);
    return null;
  });
}

/** Takes an entry out. Its value is then where records are read from. */
function take(records: number, text: string): boolean | typeof UNKNOWN {
  const shared = arena();
  return withVector(shared, records, () => {
    const index = indexOf(records);
    if (index.isOpaque) return UNKNOWN;
    const place = placeOf(index, records, text);
    if (place === undefined) return false;
    writeSlot(shared, records, place * 2 + 1, null);
    const deleted = ++shared.i32[records + Own.deleted]!;
    if (deleted > FEW_DELETED && deleted > vectorLength(shared, records) >> 2) {
      compactPairs(shared, records);
      beginEpoch(records);
    }
    return true;
  });
}

const FOUND_BY_KEY: Readonly<Record<string, readonly [find: typeof find, most: number]>> = {
  __getitem__: [find, 1],
  __contains__: [find, 1],
  get: [find, 2],
  __delitem__: [take, 1],
  pop: [take, 2],
};

/** A method that is about one key, which has a text. */
function callWithKey(records: number, method: string, args: readonly Py[], text: string): Py {
  const [key, other] = args;
  if (method === '__setitem__' && args.length === 2) return setItem(records, key, text, other);
  const entry = FOUND_BY_KEY[method];
  if (entry === undefined || args.length > entry[1]) return UNKNOWN;
  const found = entry[0](records, text);
  if (found === UNKNOWN || method === '__contains__') return found;
  if (found) return method === '__delitem__' ? null : decodeRecord(arena());
  if (method === 'get') return other ?? null;
  if (other === undefined) throw KeyError(key);
  return other;
}

function call(at: number, method: string, args: readonly Py[], kwds: Py): Py {
  const records = recordsOf(at);
  if (kwds === null) {
    if (args.length === 0) {
      if (method === '__len__') return lengthOf(records);
      if (method === '#GETVALUE') return value(at);
    } else {
      const text = keyText(args[0]);
      const result = text === undefined ? UNKNOWN : callWithKey(records, method, args, text);
      if (result !== UNKNOWN) return result;
    }
  }
  const result = callOnCopy(items, at, method, args, kwds);
  return VIEWS.has(method) ? new PyList(toArray(result)) : result;
}

/** Views of a dict travel as lists. */
const VIEWS: ReadonlySet<string> = new Set(['items', 'keys', 'values']);

const lengthOf = (records: number): number =>
  withVector(arena(), records, () => (vectorLength(arena(), records) >> 1) - arena().i32[records + Own.deleted]!);

function value(at: number): Py {
  return withVector(arena(), recordsOf(at), () => items.read(at))();
}

/** Goes over the keys as they were, as long as their number stays the same. */
class PySharedKeys extends PyIterator {
  private next = 0;
  private readonly keys: readonly Py[];
  constructor(private readonly at: number) {
    super();
    this.keys = (value(at) as PyDict).keyList();
  }
  nx(): Py {
    if (lengthOf(recordsOf(this.at)) === this.keys.length) return this.keys[this.next++];
    throw RuntimeError('dictionary changed size during iteration');
  }
}
const keysType = builtinType({ name: 'dict_keyiterator', js: PySharedKeys, subclassable: false });
defineMembers(keysType, iteratorMembers);

export const dictKind: Kind = {
  methods: new Set([...READING, ...CHANGING]),
  call,
  value,
  iterator: (at) => new PySharedKeys(at),
  end: (at) => {
    withVector(arena(), recordsOf(at), () => {
      items.replace(at, []);
    });
  },
};

/** A dict with these entries. */
export function newSharedDict(kind: number, content: PyDict): number {
  const records = items.records(content);
  const at = newShared(kind, Own.cells);
  initVector(arena(), recordsOf(at));
  withVector(arena(), recordsOf(at), () => {
    items.replace(at, records);
  });
  return at;
}
