/**
 * Texts of literals, read without a tree: what programs keep in files and hand to `ast.literal_eval` is mostly lists, tuples
 * and dicts of numbers and of texts without escapes.
 */
import type { Py } from '../../object/object.js';
import { PyDict, PySet } from '../../object/table.js';
import { PyFloat, PyList, PyTuple } from '../../object/values.js';

const BLANKS = /[ \t\n]*/y;
const INT = /[-+]?(?:0|[1-9][0-9]{0,14})(?![\w.])/y;
const FLOAT =
  /[-+]?(?:[0-9]+\.[0-9]*(?:[eE][-+]?[0-9]+)?|\.[0-9]+(?:[eE][-+]?[0-9]+)?|[0-9]+[eE][-+]?[0-9]+)(?![\w.])/y;
// Neither the beginning of one in three quotes nor anything with an escape in it.
const TEXT = /'(?!')[^'\\\n\r\0]+'|"(?!")[^"\\\n\r\0]+"|''(?!')|""(?!")/y;
const NAME = /(?:True|False|None)(?!\w)/y;

const NAMES: Readonly<Record<string, boolean | null>> = { True: true, False: false, None: null };

/** Deeper ones may be too deep for Python's parser. */
const DEEPEST = 50;

/** The value of the text; undefined where it has anything unusual in it, or an error. Raises what unhashable keys raise. */
export function readLiteral(text: string): Py {
  const reader = new Reader(text);
  const value = reader.value(0);
  return value === undefined || !reader.isAtEnd() ? undefined : value;
}

class Reader {
  private at: number;
  constructor(private readonly text: string) {
    this.at = /^[ \t]*/.exec(text)![0].length;
  }

  /** What stands here, and this is behind it then. */
  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private takes(character: string): boolean {
    this.take(BLANKS);
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  isAtEnd(): boolean {
    this.take(BLANKS);
    return this.at === this.text.length;
  }

  value(depth: number): Py {
    if (depth > DEEPEST) return undefined;
    switch (this.text[this.at]) {
      case '[':
        return this.list(depth);
      case '(':
        return this.tuple(depth);
      case '{':
        return this.braces(depth);
      case "'":
      case '"':
        return this.take(TEXT)?.slice(1, -1);
      case 'T':
      case 'F':
      case 'N':
        return NAMES[this.take(NAME) ?? ''];
      default:
        return this.number();
    }
  }

  private number(): Py {
    const int = this.take(INT);
    // There is no -0 among the ints.
    if (int !== undefined) return Number(int) + 0;
    const float = this.take(FLOAT);
    return float === undefined ? undefined : new PyFloat(Number(float));
  }

  private nested(depth: number): Py {
    this.take(BLANKS);
    return this.value(depth + 1);
  }

  /** Items up to the bracket that closes them. `comma`: whether one stood behind the last. */
  private items(close: string, depth: number): { items: Py[]; comma: boolean } | undefined {
    const items: Py[] = [];
    let comma = false;
    while (!this.takes(close)) {
      if (items.length > 0 && !comma) return undefined;
      const item = this.nested(depth);
      if (item === undefined) return undefined;
      items.push(item);
      comma = this.takes(',');
    }
    return { items, comma };
  }

  private list(depth: number): Py {
    this.at++;
    const read = this.items(']', depth);
    return read === undefined ? undefined : new PyList(read.items);
  }

  private tuple(depth: number): Py {
    this.at++;
    const read = this.items(')', depth);
    if (read === undefined) return undefined;
    return read.items.length === 1 && !read.comma ? read.items[0] : new PyTuple(read.items);
  }

  private braces(depth: number): Py {
    this.at++;
    if (this.takes('}')) return new PyDict();
    const first = this.nested(depth);
    if (first === undefined) return undefined;
    return this.takes(':') ? this.dict(first, depth) : this.set(first, depth);
  }

  private dict(first: Py, depth: number): Py {
    const dict = new PyDict();
    for (let key = first; ; ) {
      const value = this.nested(depth);
      if (value === undefined) return undefined;
      dict.set(key, value);
      if (!this.takes(',')) return this.takes('}') ? dict : undefined;
      if (this.takes('}')) return dict;
      key = this.nested(depth);
      if (key === undefined || !this.takes(':')) return undefined;
    }
  }

  private set(first: Py, depth: number): Py {
    const set = new PySet();
    set.set(first, true);
    if (this.takes('}')) return set;
    if (!this.takes(',')) return undefined;
    const rest = this.items('}', depth);
    if (rest === undefined) return undefined;
    for (const item of rest.items) set.set(item, true);
    return set;
  }
}
