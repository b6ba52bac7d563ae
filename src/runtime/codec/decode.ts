/** Values that come from another process: the reverse of encode.ts. */

import { asLibrary, type LibraryPlace } from '../builtins/warn.js';
import { builtin } from '../builtins/registry.js';
import { rt } from '../object/context.js';
import { findAttr, getAttr, special, storeOwn } from '../object/attributes.js';
import { call, callMethod } from '../object/call.js';
import { moduleState } from '../object/context.js';
import { normalInt } from '../object/number.js';
import type { Py } from '../object/object.js';
import { PyDict, PyFrozenSet, PySet } from '../object/table.js';
import type { PyType } from '../object/type.js';
import { NoneType } from '../object/typeof.js';
import {
  Ellipsis,
  NotImplemented,
  PyByteArray,
  PyBytes,
  PyComplex,
  PyFloat,
  PyList,
  PyLong,
  PySlice,
  PyTuple,
  PyUnicode,
} from '../object/values.js';
import { newWithKeywords, newWithoutInit } from '../pickle/copyreg.js';
import { applyState } from '../pickle/state.js';
import { GlobalFinder } from './names.js';
import { readPlain } from './plain.js';
import { Reader } from './reader.js';
import { sharedCodecOf } from './shared.js';
import { Reduced, Tag } from './tags.js';

/** Where CPython's library unpickles what has come. */
const UNPICKLING: LibraryPlace = { module: 'multiprocessing.connection', line: 251 };

interface Decoders {
  readonly idle: Decoder[];
}
const decoders = (): Decoders => moduleState('codec decoders', () => ({ idle: [] }));

/** The value that `encode` wrote at the beginning of `bytes`, which may be reused afterwards. */
export function decode(bytes: Uint8Array): Py {
  const { idle } = decoders();
  const decoder = idle.pop() ?? new Decoder();
  try {
    decoder.input.open(bytes);
    return decoder.value();
  } finally {
    decoder.end();
    idle.push(decoder);
  }
}

/** Up to this many objects the decoder's list is emptied in place. */
const KEPT = 64;

export class Decoder {
  readonly input = new Reader();
  private objects: Py[] = [];
  private count = 0;
  private readonly globals = new GlobalFinder();

  end(): void {
    if (this.count > KEPT) this.objects = [];
    else for (let i = 0; i < this.count; i++) this.objects[i] = undefined;
    this.count = 0;
  }

  value(): Py {
    const { input } = this;
    const tag = input.u8();
    if (tag < Tag.smallInts) return tag + Tag.smallest;
    switch (tag) {
      case Tag.None:
        return null;
      case Tag.True:
        return true;
      case Tag.False:
        return false;
      case Tag.Int32:
        return input.i32();
      case Tag.Int53:
        return input.f64();
      case Tag.BigInt:
        return normalInt(input.bigint());
      case Tag.Float:
        return new PyFloat(input.f64());
      case Tag.Text:
        return input.text();
      case Tag.Pair:
        return this.tuple(2);
      case Tag.Triple:
        return this.tuple(3);
      case Tag.Tuple:
        return this.tuple(input.count());
      case Tag.List:
        return this.list();
      case Tag.Dict:
        return this.dict();
      case Tag.Ref:
        return this.objects[input.count()];
      case Tag.Instance:
        return this.instance();
      default:
        return this.rare(tag);
    }
  }

  private rare(tag: number): Py {
    const { input } = this;
    switch (tag) {
      case Tag.Int32List:
        return this.note(new PyList(input.ints(4)));
      case Tag.ByteBlock:
        return this.note(new PyList(input.ints(1)));
      case Tag.FloatList:
        return this.note(PyList.ofRaw(input.doubles()));
      case Tag.Bytes:
        return this.note(new PyBytes(input.raw(input.count())));
      case Tag.ByteArray:
        return this.note(new PyByteArray(input.raw(input.count())));
      case Tag.Set:
        return this.keys(new PySet());
      case Tag.FrozenSet:
        return this.keys(new PyFrozenSet());
      case Tag.Unicode:
        return new PyUnicode(input.text());
      case Tag.Long:
        return new PyLong(input.bigint());
      case Tag.Complex: {
        const real = input.f64();
        return new PyComplex(real, input.f64());
      }
      case Tag.Ellipsis:
        return Ellipsis;
      case Tag.NotImplemented:
        return NotImplemented;
      case Tag.SingletonType:
        return [NoneType, Ellipsis.c$, NotImplemented.c$][input.u8()];
      default:
        return this.object(tag);
    }
  }

  private object(tag: number): Py {
    const { input } = this;
    switch (tag) {
      case Tag.Global:
        return this.note(this.globals.find(input.text()));
      case Tag.Reduce:
        return this.reduce();
      case Tag.Method: {
        const self = this.value();
        return this.note(getAttr(self, input.text()));
      }
      case Tag.Shared:
        return this.shared();
      case Tag.Range:
      case Tag.Slice: {
        const start = this.value();
        const stop = this.value();
        const step = this.value();
        return this.note(
          tag === Tag.Slice
            ? new PySlice(start, stop, step)
            : call(builtin(rt.dialect === 2 ? 'xrange' : 'range'), [start, stop, step]),
        );
      }
      default:
        throw new Error(`pymp: unknown tag ${tag} in a message at ${input.at - 1}`);
    }
  }

  /** Objects are numbered in the order in which the encoder numbered them. */
  private note(v: Py): Py {
    this.objects[this.count++] = v;
    return v;
  }

  private tuple(length: number): PyTuple {
    const items: Py[] = [];
    const tuple = this.note(new PyTuple(items)) as PyTuple;
    for (let i = 0; i < length; i++) items.push(this.value());
    return tuple;
  }

  private list(): PyList {
    const length = this.input.count();
    const items: Py[] = [];
    const list = this.note(new PyList(items)) as PyList;
    for (let i = 0; i < length; i++) items.push(this.value());
    return list;
  }

  private dict(): PyDict {
    const length = this.input.count();
    const dict = this.note(new PyDict()) as PyDict;
    for (let i = 0; i < length; i++) {
      const key = this.value();
      dict.set(key, this.value());
    }
    return dict;
  }

  private keys(set: PySet | PyFrozenSet): Py {
    const length = this.input.count();
    this.note(set);
    for (let i = 0; i < length; i++) set.set(this.value(), true);
    return set;
  }

  private instance(): Py {
    const { input } = this;
    const cls: PyType = this.value();
    const self = this.note(new cls.ctor());
    const length = input.count();
    const setState = length > 0 && '$__setstate__' in self ? special(self, '__setstate__') : undefined;
    if (setState !== undefined) {
      const state = new PyDict();
      for (let i = 0; i < length; i++) {
        const key = input.text();
        const value = this.value();
        state.set(key.slice(key.indexOf('$') + 1), value);
      }
      setState(self, state);
      return self;
    }
    for (let i = 0; i < length; i++) {
      const key = input.text();
      const value = this.value();
      if (key.charCodeAt(0) !== DOLLAR) self[key] = (value as PyFloat).v;
      else if (key in self) storeOwn(self, key.slice(1), value);
      else self[key] = value;
    }
    return self;
  }

  private shared(): Py {
    const { input } = this;
    const codec = sharedCodecOf(input.text());
    const cls = this.value();
    const data = readPlain(input);
    const parts: Py[] = [];
    for (let n = input.count(); n > 0; n--) parts.push(this.value());
    return this.note(codec.decode(data, parts, cls));
  }

  private reduce(): Py {
    const { input } = this;
    const flags = input.u8();
    const isNew = (flags & (Reduced.newObject | Reduced.newObjectEx)) !== 0;
    const callable = isNew ? null : this.value();
    const args: PyTuple = this.value();
    const made = isNew ? makeNew(args.items, (flags & Reduced.newObjectEx) !== 0) : call(callable, args.items);
    this.note(made);
    if ((flags & Reduced.listItems) !== 0) this.listItems(made);
    if ((flags & Reduced.dictItems) !== 0) this.dictItems(made);
    if ((flags & Reduced.state) !== 0) {
      const setter = (flags & Reduced.setter) !== 0 ? this.value() : undefined;
      const state = this.value();
      if (setter === undefined) asLibrary(UNPICKLING, () => applyState(made, state));
      else call(setter, [made, state]);
    }
    return made;
  }

  private listItems(list: Py): void {
    const { input } = this;
    if (list instanceof PyList && !list.c$.isHeap) {
      while (input.u8() === 1) list.items.push(this.value());
      return;
    }
    const items: Py[] = [];
    while (input.u8() === 1) items.push(this.value());
    if (items.length === 0) return;
    if (findAttr(list, 'extend') !== undefined) callMethod(list, 'extend', new PyList(items));
    else for (const item of items) callMethod(list, 'append', item);
  }

  private dictItems(dict: Py): void {
    const { input } = this;
    const plain = dict instanceof PyDict && !dict.c$.isHeap;
    const set = plain ? undefined : special(dict, '__setitem__')!;
    while (input.u8() === 1) {
      const key = this.value();
      const value = this.value();
      if (plain) dict.set(key, value);
      else set!(dict, key, value);
    }
  }
}

const DOLLAR = 36;

function makeNew(items: readonly Py[], withKeywords: boolean): Py {
  const [cls] = items;
  return withKeywords ? newWithKeywords(cls, items[1], items[2]) : newWithoutInit(cls, items.slice(1));
}
