/** JSON texts to Python's values. */
import { unitAt } from '../../text/units.js';
import { call } from '../../object/call.js';
import { moduleState, rt } from '../../object/context.js';
import { StopIteration } from '../../object/errors.js';
import type { Py } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { TextShapes } from '../../object/textShapes.js';
import { PyList, PyTuple, PyUnicode } from '../../object/values.js';
import { HASH_START, hashed, KnownKeys } from './knownKeys.js';
import { COLON_MISSING, COMMA_MISSING, NO_PROPERTY, ScalarScanner, type ScanHooks } from './scalars.js';

/** Up to so many are taken off one by one. */
const MOST_DROPPED = 1000;

/** What the scanners of a process share. */
class Shared {
  readonly keys = new KnownKeys();
  readonly shapes = new TextShapes();
  /** The keys of the last large object, from index 1 on: the next one may well have the same. */
  guess: readonly Py[] = [];

  expect(keys: readonly Py[]): void {
    if (keys === this.guess) return;
    this.guess = keys.some((key) => typeof key === 'string' && NOT_PLAIN.test(key)) ? [] : keys;
  }
}

/** What does not stand for itself in a string. */
const NOT_PLAIN = /["\\\x00-\x1f]/;

export class JsonScanner extends ScalarScanner {
  private readonly shared = moduleState('json scanning', () => new Shared());
  /** The keys and values of the objects under way, in turn. */
  private readonly stack: Py[] = [];
  private readonly unicode = new Map<string, Py>();

  constructor(text: string, hooks: ScanHooks, shown: Py = text) {
    super(text, hooks, shown);
  }

  /** The value at offset `at`, and the offset after it. StopIteration(offset) when there is none. */
  scan(at: number): { value: Py; end: number } {
    this.at = at;
    const value = this.value();
    return { value, end: this.at };
  }

  private value(): Py {
    const { text, at } = this;
    switch (unitAt(text, at)) {
      case 34:
        return this.string(at + 1);
      case 123:
        this.at++;
        return this.object();
      case 91:
        this.at++;
        return this.array();
      case 110:
        if (text.startsWith('null', at)) return this.word(4, null);
        break;
      case 116:
        if (text.startsWith('true', at)) return this.word(4, true);
        break;
      case 102:
        if (text.startsWith('false', at)) return this.word(5, false);
        break;
      case 78:
        if (text.startsWith('NaN', at)) return this.constant('NaN');
        break;
      case 73:
        if (text.startsWith('Infinity', at)) return this.constant('Infinity');
        break;
      case 45:
        if (text.startsWith('-Infinity', at)) return this.constant('-Infinity');
    }
    return this.number();
  }

  private array(): Py {
    const items: Py[] = [];
    if (this.skipSpace() === 93) {
      this.at++;
      return new PyList(items);
    }
    for (;;) {
      if (rt.dialect === 2 && this.at >= this.text.length) this.fail(COMMA_MISSING, this.at);
      items.push(this.expectValue());
      const next = this.skipSpace();
      if (next === 93) {
        this.at++;
        return new PyList(items);
      }
      if (next !== 44) this.fail(COMMA_MISSING, this.at);
      const comma = this.at++;
      if (this.skipSpace() === 93 && rt.dialect === 3) this.fail('Illegal trailing comma before end of array', comma);
    }
  }

  private expectValue(): Py {
    const at = this.at;
    try {
      return this.value();
    } catch (error) {
      // Python 2's decoder says that there is no value, wherever that is.
      if (rt.dialect === 3 && (error as Py)?.c$ === StopIteration.type)
        this.fail('Expecting value', at === this.at ? at : this.at);
      throw error;
    }
  }

  private object(): Py {
    const { objectHook, pairsHook } = this.hooks;
    const { stack } = this;
    const base = stack.length;
    const { guess } = this.shared;
    if (this.skipSpace() === 125) this.at++;
    else {
      for (;;) {
        if (unitAt(this.text, this.at) !== 34) this.fail(NO_PROPERTY, this.at);
        const key = this.key(this.at + 1, guess[(stack.length - base) / 2 + 1]);
        if (this.skipSpace() !== 58) this.fail(COLON_MISSING, this.at);
        this.at++;
        this.skipSpace();
        const value = this.expectValue();
        stack.push(key, value);
        const next = this.skipSpace();
        if (next === 125) {
          this.at++;
          break;
        }
        if (next !== 44) this.fail(COMMA_MISSING, this.at);
        const comma = this.at++;
        if (this.skipSpace() === 125 && rt.dialect === 3)
          this.fail('Illegal trailing comma before end of object', comma);
      }
    }
    if (pairsHook !== null) return call(pairsHook, [this.pairsFrom(base)]);
    const dict = this.dictFrom(base);
    return objectHook === null ? dict : call(objectHook, [dict]);
  }

  /** The keys and values from `base` on, taken off, as a dict. */
  private dictFrom(base: number): PyDict {
    const { stack } = this;
    const { shared } = this;
    const dict = new PyDict();
    if (shared.shapes.fill(dict, stack, base)) shared.expect(dict.texts!.keys);
    else for (let i = base; i < stack.length; i += 2) dict.set(stack[i], stack[i + 1]);
    this.drop(base);
    return dict;
  }

  private pairsFrom(base: number): PyList {
    const { stack } = this;
    const pairs: Py[] = [];
    for (let i = base; i < stack.length; i += 2) pairs.push(new PyTuple([stack[i], stack[i + 1]]));
    this.drop(base);
    return new PyList(pairs);
  }

  /** One by one keeps the memory. */
  private drop(base: number): void {
    const { stack } = this;
    if (stack.length - base > MOST_DROPPED) stack.length = base;
    else while (stack.length > base) stack.pop();
  }

  /** Keys that come again are the same object. */
  private key(start: number, guess: Py): Py {
    if (rt.dialect === 3) return this.isKey(guess, start) ? guess : this.plainKey(start);
    const content = this.content2(start);
    let key = this.unicode.get(content);
    if (key === undefined) this.unicode.set(content, (key = new PyUnicode(content)));
    return key;
  }

  /** Whether `guess` is the next key; it is read then. */
  private isKey(guess: Py, start: number): boolean {
    const { text } = this;
    if (typeof guess !== 'string') return false;
    const end = start + guess.length;
    if (unitAt(text, end) !== 34 || !text.startsWith(guess, start)) return false;
    this.at = end + 1;
    return true;
  }

  private plainKey(start: number): string {
    const { text } = this;
    let hash = HASH_START;
    for (let i = start, size = text.length; i < size; i++) {
      const code = unitAt(text, i);
      if (code === 34) {
        this.at = i + 1;
        return this.shared.keys.key(text, start, i, hash);
      }
      if (code === 92 || code < 32) break;
      hash = hashed(hash, code);
    }
    return this.unusualContent(start);
  }

  /** `scanstring`: the text from `start`, behind the quote, to the closing quote; and the offset after it. */
  scanString(start: number): PyTuple {
    const value = this.string(start);
    return new PyTuple([value, this.position(this.at)]);
  }
}
