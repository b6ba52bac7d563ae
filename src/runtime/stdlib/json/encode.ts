/** Python's values to JSON texts. */
import { floatRepr as floatText } from '../../text/floatRepr.js';
import { unitAt } from '../../text/units.js';

import { call1, callMethod } from '../../object/call.js';
import { stringOrder } from '../../object/compare.js';
import { moduleState, rt } from '../../object/context.js';
import type { EntryArrays } from '../../object/entryArrays.js';
import { TypeError, ValueError } from '../../object/errors.js';
import { forEach, toArray } from '../../object/iterate.js';
import { intValue, strValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { typeOf } from '../../object/typeof.js';
import { PyFloat, PyList, PyTuple, PyUnicode } from '../../object/values.js';
import { QuotedKeys } from './quotedKeys.js';
import { quote, quoteAscii } from './strings.js';

export interface EncodeOptions {
  /** Quotes a string. */
  readonly quote: (text: string) => string;
  /** The text of a Python 2 `str`; null where strings are text already. */
  readonly decode: ((bytes: string) => string) | null;
  /** Containers under way are known here, so that a cycle is seen; null: not checked. */
  readonly markers: PyDict | null;
  readonly fallback: Py;
  /** One level of indentation; null: all on one line. */
  readonly indent: string | null;
  readonly keySeparator: string;
  readonly itemSeparator: string;
  readonly sortKeys: boolean;
  readonly skipKeys: boolean;
  readonly allowNan: boolean;
}

/** Characters after which a text is put aside as it is: while it grows, what it consists of is in the garbage collector's way. */
const PIECE = 1 << 14;

const isText = ([key]: [Py, Py]): boolean => typeof key === 'string';

export class JsonEncoder {
  /** The containers under way, outermost first. */
  private readonly open: Py[] = [];
  private readonly keys: QuotedKeys;
  /** What is written: pieces that are one text each, and the one that grows. */
  private pieces: string[] = [];
  private out = '';
  constructor(private readonly options: EncodeOptions) {
    // What a program gives to quote with may give something else each time.
    const isOwn = options.quote === quote || options.quote === quoteAscii;
    this.keys = isOwn ? moduleState('json keys', () => new QuotedKeys()) : new QuotedKeys();
  }

  /** The text of `o`, which stands at that level of indentation. */
  encode(o: Py, level: number): string {
    this.pieces = [];
    this.out = '';
    this.put(o, level);
    if (this.pieces.length === 0) return this.out;
    this.pieces.push(this.out);
    return this.pieces.join('');
  }

  private write(text: string): void {
    this.out += text;
    if (this.out.length < PIECE) return;
    // What V8 keeps is a tree of all that was added, until somebody asks for a character.
    unitAt(this.out, 0);
    this.pieces.push(this.out);
    this.out = '';
  }

  private put(o: Py, level: number): void {
    if (typeof o === 'string')
      this.write(this.options.quote(this.options.decode === null ? o : this.options.decode(o)));
    else if (typeof o === 'number') this.write(`${o}`);
    else if (typeof o === 'boolean') this.write(o ? 'true' : 'false');
    else if (typeof o === 'bigint') this.write(this.long(o));
    else if (o === null) this.write('null');
    else if (o instanceof PyFloat) this.write(this.float(o.v));
    else if (o instanceof PyList || o instanceof PyTuple || o instanceof PyDict) {
      this.enter(o);
      if (o instanceof PyDict) this.dict(o, level);
      else this.list(o, level);
      this.leave();
    } else this.other(o, level);
  }

  private enter(o: Py): void {
    if (this.options.markers === null) return;
    if (this.open.includes(o)) throw ValueError('Circular reference detected');
    this.open.push(o);
  }

  private leave(): void {
    if (this.options.markers !== null) this.open.pop();
  }

  /** Raises ValueError beyond the limit on digits, as `int.__repr__`. */
  private long(n: bigint): string {
    return callMethod(n, '__repr__').replace(/L$/, '');
  }

  private other(o: Py, level: number): void {
    const text = strValue(o) ?? (o instanceof PyUnicode ? o.value : undefined);
    const int = text === undefined ? intValue(o) : undefined;
    if (text !== undefined) this.write(this.options.quote(text));
    else if (int !== undefined) this.write(typeof int === 'bigint' ? this.long(int) : `${int}`);
    else {
      this.enter(o);
      this.put(call1(this.options.fallback, o), level);
      this.leave();
    }
  }

  private float(v: number): string {
    if (Number.isFinite(v)) return floatText(v);
    const text = Number.isNaN(v) ? 'NaN' : v > 0 ? 'Infinity' : '-Infinity';
    if (!this.options.allowNan) {
      const shown = Number.isNaN(v) ? 'nan' : v > 0 ? 'inf' : '-inf';
      throw ValueError(`Out of range float values are not JSON compliant${rt.dialect === 2 ? '' : `: ${shown}`}`);
    }
    return text;
  }

  private list(o: PyList | PyTuple, level: number): void {
    const { itemSeparator, indent } = this.options;
    const items = o.c$.isHeap ? toArray(o) : o.items;
    if (items.length === 0) {
      this.write('[]');
      return;
    }
    const inner = indent === null ? '' : `\n${indent.repeat(level + 1)}`;
    const between = itemSeparator + inner;
    this.write(`[${inner}`);
    for (let i = 0; i < items.length; i++) {
      if (i > 0) this.write(between);
      this.put(items[i], level + 1);
    }
    this.write(indent === null ? ']' : `\n${indent.repeat(level)}]`);
  }

  private dict(o: PyDict, level: number): void {
    const { indent, sortKeys } = this.options;
    const inner = indent === null ? '' : `\n${indent.repeat(level + 1)}`;
    const listed = sortKeys || o.c$.isHeap || o.shown !== null || o.index !== null ? null : o.listed;
    const count = listed === null ? this.pairs(o, inner, level) : this.listed(listed, inner, level);
    if (count === 0) this.write('{}');
    else this.write(indent === null ? '}' : `\n${indent.repeat(level)}}`);
  }

  /** Returns how many entries were written. */
  private pairs(o: PyDict, inner: string, level: number): number {
    let count = 0;
    for (const [key, value] of this.entries(o)) if (this.entry(key, value, inner, level, count)) count++;
    return count;
  }

  /** The same for the entries of a dict that has them in arrays; those that come meanwhile are not among them. */
  private listed({ keys, vals }: EntryArrays, inner: string, level: number): number {
    let count = 0;
    for (let at = 1, end = keys.length; at < end; at++) {
      const value = vals[at];
      if (value !== undefined && this.entry(keys[at], value, inner, level, count)) count++;
    }
    return count;
  }

  /** An entry after `count` others; false if it is left out. */
  private entry(key: Py, value: Py, inner: string, level: number, count: number): boolean {
    const { options } = this;
    const name = typeof key === 'string' && options.decode === null ? key : this.key(key);
    if (name === null) return false;
    const written = this.keys.written(name, options.quote, options.keySeparator);
    this.write((count === 0 ? '{' : options.itemSeparator) + inner + written);
    this.put(value, level + 1);
    return true;
  }

  private entries(o: PyDict): Iterable<[Py, Py]> {
    if (!this.options.sortKeys && !o.c$.isHeap)
      return o.listed === null && o.shown === null && o.index === null && rt.dialect === 3 ? o.map : o.entryList();
    const pairs = o.c$.isHeap ? null : o.entryList();
    // The keys of a dict differ, so that no value is ever compared.
    if (pairs?.every(isText)) return pairs.sort((a, b) => stringOrder(a[0], b[0]));
    const items = new PyList([]);
    forEach(pairs === null ? callMethod(o, 'items') : new PyList(pairs.map((pair) => new PyTuple(pair))), (pair) => {
      items.items.push(pair);
    });
    if (this.options.sortKeys) callMethod(items, 'sort');
    return items.items.map((pair) => {
      const [key, value] = toArray(pair);
      return [key, value];
    });
  }

  /** The name of a key that is no plain string; null when it is to be left out. */
  private key(key: Py): string | null {
    const text = strValue(key);
    if (text !== undefined) return this.options.decode?.(text) ?? text;
    if (key instanceof PyUnicode) return key.value;
    if (key instanceof PyFloat) return this.float(key.v);
    if (key === true) return 'true';
    if (key === false) return 'false';
    if (key === null) return 'null';
    const int = intValue(key);
    if (int !== undefined) return typeof int === 'bigint' ? this.long(int) : `${int}`;
    if (this.options.skipKeys) return null;
    throw TypeError(
      rt.dialect === 2
        ? 'keys must be a string'
        : `keys must be str, int, float, bool or None, not ${typeOf(key).name}`,
    );
  }
}
