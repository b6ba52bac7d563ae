/** How each built-in type is pickled. */
import { getAttr } from '../object/attributes.js';
import { call } from '../object/call.js';
import { RuntimeError } from '../object/errors.js';
import { asIterator, iter } from '../object/iterate.js';
import { AttributeMap } from '../object/namespace.js';
import type { Py } from '../object/object.js';
import { PyDict, type PyFrozenSet, type PySet } from '../object/table.js';
import { truthy } from '../object/truth.js';
import { PyByteArray, PyBytes, PyList, type PyMethod, PyTuple } from '../object/values.js';
import { builtin } from '../builtins/registry.js';
import type { PyPickleBuffer } from './buffer.js';
import { TypeError } from '../object/errors.js';
import { PicklingError } from './errors.js';
import { findGlobal } from './globals.js';
import { BATCH, Op } from './opcodes.js';
import type { Pickling } from './pickler.js';
import { checkReduction } from './reduction.js';
import { SHORT_TEXT } from './textNumbers.js';

const reduceTo = (p: Pickling, o: Py, callable: Py, args: Py[]): void =>
  p.saveReduced(o, checkReduction(new PyTuple([callable, new PyTuple(args)]), o));

// ---------------------------------------------------------------- texts and bytes

/** Equal texts count as one object: CPython's are one wherever they are names or constants. */
export function saveText(p: Pickling, text: string, key: unknown = text): void {
  if (key === text && text.length <= SHORT_TEXT) {
    const at = p.memo.findText(text);
    if (at >= 0) p.refer(at);
    else {
      writeText(p, text);
      p.memoizeText(text);
    }
    return;
  }
  if (p.saveMemoized(key)) return;
  writeText(p, text);
  p.memoize(key, text);
}

export function writeText(p: Pickling, text: string): void {
  const { out } = p;
  if (!p.isBinary) {
    out.ascii('V');
    out.ascii(rawUnicodeEscape(text));
    out.ascii('\n');
    return;
  }
  const short = p.protocol >= 4 ? Op.SHORT_BINUNICODE : Op.BINUNICODE;
  if (text.length <= SHORT && out.asciiData(short, p.protocol >= 4 ? 1 : 4, text)) return;
  const data = utf8Bytes(text);
  if (data.length <= 0xff && p.protocol >= 4) out.data(Op.SHORT_BINUNICODE, 1, data);
  else if (data.length <= 0xffffffff) out.data(Op.BINUNICODE, 4, data);
  else out.data(Op.BINUNICODE8, 8, data);
}

/** Up to this length a text is looked at character by character. */
const SHORT = 64;

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

function utf8Bytes(text: string): Uint8Array {
  if (!LONE_SURROGATE.test(text)) return Buffer.from(text, 'utf8');
  const parts: Uint8Array[] = [];
  for (const char of text) {
    const point = char.codePointAt(0)!;
    if (point >= 0xd800 && point < 0xe000)
      parts.push(Uint8Array.of(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f)));
    else parts.push(Buffer.from(char, 'utf8'));
  }
  return Buffer.concat(parts);
}

/** One character a byte, with escapes for what a line of text cannot hold. */
export function rawUnicodeEscape(text: string): string {
  let result = '';
  for (const char of text) {
    const point = char.codePointAt(0)!;
    if (point >= 0x10000) result += `\\U${point.toString(16).padStart(8, '0')}`;
    else if (point >= 256 || '\\\0\n\r\x1a'.includes(char)) result += `\\u${point.toString(16).padStart(4, '0')}`;
    else result += char;
  }
  return result;
}

export function saveBytes(p: Pickling, o: PyBytes): void {
  const { data } = o;
  const key = data.length > 1 ? o : `\0bytes ${data[0] ?? ''}`;
  if (key !== o && p.saveMemoized(key)) return;
  if (p.protocol < 3) {
    if (data.length === 0) reduceTo(p, o, builtin('bytes'), []);
    else saveAsText(p, o);
    return;
  }
  writeBytes(p, data);
  p.memoize(key, o);
}

/** `_codecs.encode(text, 'latin1')`, where the text is a new one each time. */
function saveAsText(p: Pickling, o: PyBytes): void {
  const { out } = p;
  const text = Buffer.from(o.data).toString('latin1');
  p.enter(3);
  p.save(findGlobal('_codecs', 'encode'));
  if (p.protocol < 2) out.op(Op.MARK);
  saveText(p, text, text.length > 1 ? Symbol('text') : text);
  p.save('latin1');
  out.op(p.protocol < 2 ? Op.TUPLE : Op.TUPLE2);
  p.memoize(Symbol('arguments'), new PyTuple([text, 'latin1']));
  out.op(Op.REDUCE);
  p.memoize(o);
  p.leave(3);
}

function writeBytes(p: Pickling, data: Uint8Array): void {
  if (data.length <= 0xff) p.out.data(Op.SHORT_BINBYTES, 1, data);
  else if (data.length <= 0xffffffff || p.protocol < 4) p.out.data(Op.BINBYTES, 4, data);
  else p.out.data(Op.BINBYTES8, 8, data);
}

export function saveByteArray(p: Pickling, o: PyByteArray): void {
  const { data } = o;
  if (p.protocol < 5) {
    reduceTo(p, o, builtin('bytearray'), data.length === 0 ? [] : [new PyBytes(data.slice())]);
    return;
  }
  p.out.data(Op.BYTEARRAY8, 8, data);
  p.memoize(o);
}

export function saveBuffer(p: Pickling, o: PyPickleBuffer): void {
  if (p.protocol < 5) throw PicklingError('PickleBuffer can only be pickled with protocol >= 5');
  const { info } = o;
  if (!o.isContiguous) throw PicklingError('PickleBuffer can not be pickled when pointing to a non-contiguous buffer');
  const callback = p.hooks.bufferCallback;
  const inBand = callback === undefined || callback === null || truthy(call(callback, [o]));
  if (!inBand) {
    p.out.op(Op.NEXT_BUFFER);
    if (info.readonly) p.out.op(Op.READONLY_BUFFER);
    return;
  }
  if (info.readonly) writeBytes(p, o.bytes);
  else p.out.data(Op.BYTEARRAY8, 8, o.bytes);
  p.memoize(o);
}

/** `getattr(self, name)`, where the name is a new text each time. */
export function saveBuiltinMethod(p: Pickling, o: PyMethod): void {
  const { name } = o.func.builtin as { name: string };
  p.enter(3);
  p.save(builtin('getattr'));
  if (p.protocol < 2) p.out.op(Op.MARK);
  p.save(o.self);
  saveText(p, name, Symbol(name));
  p.out.op(p.protocol < 2 ? Op.TUPLE : Op.TUPLE2);
  p.memoize(Symbol('arguments'), new PyTuple([o.self, name]));
  p.out.op(Op.REDUCE);
  p.memoize(o);
  p.leave(3);
}

// ---------------------------------------------------------------- containers

export function saveTuple(p: Pickling, o: PyTuple, isShared = true): void {
  const { out } = p;
  const { items } = o;
  const { length } = items;
  if (length === 0) {
    if (p.isBinary) out.op(Op.EMPTY_TUPLE);
    else out.ascii('(t');
    return;
  }
  const short = length <= 3 && p.protocol >= 2;
  if (!short) out.op(Op.MARK);
  p.enter(1);
  p.saveItems(items, 0, length);
  p.leave(1);
  if (p.memo.has(o)) {
    // It was part of itself: the items just written are dropped for the one that is there already.
    if (!short && p.isBinary) out.op(Op.POP_MARK);
    else for (let i = 0; i < length + (short ? 0 : 1); i++) out.op(Op.POP);
    p.saveMemoized(o);
    return;
  }
  out.op(short ? Op.TUPLE1 + length - 1 : Op.TUPLE);
  if (isShared) p.memoizeNew(o);
}

export function saveList(p: Pickling, o: PyList): void {
  const { out } = p;
  if (p.isBinary) out.op(Op.EMPTY_LIST);
  else out.ascii('(l');
  p.memoizeNew(o);
  if (o.items.length === 0) return;
  p.enter(2);
  if (p.isBinary) appendExact(p, o);
  else appendAll(p, iter(o));
  p.leave(2);
}

function appendExact(p: Pickling, o: PyList): void {
  const { out } = p;
  const { items } = o;
  if (items.length === 1) {
    p.save(items[0]);
    out.op(Op.APPEND);
    return;
  }
  let at = 0;
  do {
    out.op(Op.MARK);
    at = p.saveItems(items, at, at + BATCH);
    out.op(Op.APPENDS);
  } while (at < items.length);
}

/** Items of an iterator, in batches; a last one alone is appended by itself. */
export function appendAll(p: Pickling, iterator: Py): void {
  batches(p, iterator, Op.APPEND, Op.APPENDS, (item) => p.save(item));
}

function batches(p: Pickling, iterator: Py, one: number, many: number, save: (item: Py) => void): void {
  const { out } = p;
  const it = asIterator(iterator);
  if (!p.isBinary) {
    for (let item = it.nx(); item !== undefined; item = it.nx()) {
      save(item);
      out.op(one);
    }
    return;
  }
  for (let n = BATCH; n === BATCH; ) {
    const first = it.nx();
    if (first === undefined) return;
    let next = it.nx();
    if (next === undefined) {
      save(first);
      out.op(one);
      return;
    }
    out.op(Op.MARK);
    save(first);
    for (n = 1; next !== undefined; next = it.nx()) {
      save(next);
      if (++n === BATCH) break;
    }
    out.op(many);
  }
}

/** Pairs of an iterator. */
export function setAll(p: Pickling, iterator: Py): void {
  batches(p, iterator, Op.SETITEM, Op.SETITEMS, (pair) => {
    if (!(pair instanceof PyTuple) || pair.items.length !== 2)
      throw TypeError('dict items iterator must return 2-tuples');
    p.save(pair.items[0]);
    p.save(pair.items[1]);
  });
}

export function saveDict(p: Pickling, o: PyDict): void {
  const { out } = p;
  if (p.plain !== null && o.map instanceof AttributeMap) {
    const at = p.plain.numberOf(o.map.self, p.memoized);
    if (at !== undefined) {
      p.refer(at);
      return;
    }
  }
  if (p.isBinary) out.op(Op.EMPTY_DICT);
  else out.ascii('(d');
  p.memoizeNew(o);
  if (o.size === 0) return;
  p.enter(2);
  if (p.isBinary) setExact(p, o);
  else setAll(p, iter(call(getAttr(o, o.hashOrdered() ? 'iteritems' : 'items'), [])));
  p.leave(2);
}

function setExact(p: Pickling, o: PyDict): void {
  const { out } = p;
  const keys = o.keyList();
  const values = o.valueList();
  if (keys.length === 1) {
    p.save(keys[0]);
    p.save(values[0]);
    out.op(Op.SETITEM);
    return;
  }
  let at = 0;
  for (let full = true; full; ) {
    out.op(Op.MARK);
    const end = at + BATCH;
    for (; at < keys.length && at < end; at++) {
      p.save(keys[at]);
      p.save(values[at]);
    }
    out.op(Op.SETITEMS);
    full = at === end;
    if (o.size !== keys.length) throw RuntimeError('dictionary changed size during iteration');
  }
}

export function saveSet(p: Pickling, o: PySet): void {
  const { out } = p;
  const keys = o.keyList();
  if (p.protocol < 4) {
    reduceTo(p, o, builtin('set'), [new PyList(keys)]);
    return;
  }
  out.op(Op.EMPTY_SET);
  p.memoize(o);
  if (keys.length === 0) return;
  p.enter(2);
  let at = 0;
  for (let full = true; full; ) {
    out.op(Op.MARK);
    const end = at + BATCH;
    for (; at < keys.length && at < end; at++) p.save(keys[at]);
    out.op(Op.ADDITEMS);
    full = at === end;
    if (o.size !== keys.length) throw RuntimeError('set changed size during iteration');
  }
  p.leave(2);
}

export function saveFrozenSet(p: Pickling, o: PyFrozenSet): void {
  const { out } = p;
  const keys = o.keyList();
  if (p.protocol < 4) {
    reduceTo(p, o, builtin('frozenset'), [new PyList(keys)]);
    return;
  }
  out.op(Op.MARK);
  p.enter(2);
  for (const key of keys) p.save(key);
  p.leave(2);
  if (p.memo.has(o)) {
    out.op(Op.POP_MARK);
    p.saveMemoized(o);
    return;
  }
  out.op(Op.FROZENSET);
  p.memoize(o);
}
