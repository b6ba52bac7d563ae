/**
 * `marshal`: values as CPython's internal format writes them, version 2 to 4 without back references. Code objects are
 * written in a way of our own (marshalCode.ts).
 * Spec: https://docs.python.org/3/library/marshal.html
 */
import { bytesResult } from '../io/values.js';
import { bufferOf, bufferOrUndefined, fromLatin1, toLatin1 } from '../object/buffer.js';
import { callMethod } from '../object/call.js';
import { rt } from '../object/context.js';
import { EOFError, TypeError, ValueError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { Code } from '../object/function.js';
import { normalInt } from '../object/number.js';
import type { Py } from '../object/object.js';
import { PyDict, PyFrozenSet, PySet } from '../object/table.js';
import {
  Ellipsis,
  PyByteArray,
  PyBytes,
  PyComplex,
  PyFloat,
  PyList,
  PyLong,
  PyTuple,
  PyUnicode,
} from '../object/values.js';
import { truthy } from '../object/truth.js';
import { writtenNaN } from '../text/nan.js';
import { StopIteration } from '../object/errors.js';
import { encodeText, decodeText } from '../builtins/codecs.js';
import { asLong, fitsWord } from '../builtins/long2.js';
import { readCode, writtenCode } from './marshalCode.js';

const VERSION = 4;
const DIGIT_BITS = 15n;

class MarshalWriter {
  private readonly parts: Uint8Array[] = [];
  constructor(private readonly allowsCode: boolean) {}
  put(o: Py): void {
    if (o === null) this.code('N');
    else if (o === true) this.code('T');
    else if (o === false) this.code('F');
    else if (o === StopIteration.type) this.code('S');
    else if (o === Ellipsis) this.code('.');
    else if (typeof o === 'number' || typeof o === 'bigint') this.int(BigInt(o));
    else if (typeof o === 'string')
      rt.dialect === 2 ? this.sized('s', fromLatin1(o)) : this.sized('u', encodeText(o, 'utf-8', 'surrogatepass'));
    else if (o instanceof PyLong) this.digits(o.value);
    else if (o instanceof PyUnicode) this.sized('u', encodeText(o.value, 'utf-8', 'surrogatepass'));
    else if (o instanceof PyFloat) this.double('g', o.v);
    else if (o instanceof PyComplex) {
      this.double('y', o.real);
      this.double('', o.imag);
    } else if (o instanceof PyBytes || o instanceof PyByteArray) this.sized('s', new Uint8Array(o.data));
    else if (o instanceof PyTuple) this.items('(', o.items);
    else if (o instanceof PyList) this.items('[', o.items);
    else if (o instanceof PySet) this.items('<', o.keyList());
    else if (o instanceof PyFrozenSet) this.items('>', o.keyList());
    else if (o instanceof PyDict) {
      this.code('{');
      for (const [key, value] of o.entryList()) {
        this.put(key);
        this.put(value);
      }
      this.code('0');
    } else if (o instanceof Code) {
      if (!this.allowsCode) throw ValueError('marshalling code objects is disallowed');
      this.code('c');
      this.parts.push(writtenCode(o));
    } else {
      const bytes = bufferOrUndefined(o);
      if (bytes === undefined) throw ValueError('unmarshallable object');
      this.sized('s', new Uint8Array(bytes));
    }
  }
  private code(letter: string): void {
    this.parts.push(fromLatin1(letter));
  }
  private word(n: number): void {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setInt32(0, n, true);
    this.parts.push(bytes);
  }
  private sized(letter: string, bytes: Uint8Array): void {
    this.code(letter);
    this.word(bytes.length);
    this.parts.push(bytes);
  }
  private items(letter: string, items: readonly Py[]): void {
    this.code(letter);
    this.word(items.length);
    for (const item of items) this.put(item);
  }
  private double(letter: string, v: number): void {
    this.code(letter);
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setFloat64(0, writtenNaN(v), true);
    this.parts.push(bytes);
  }
  private int(n: bigint): void {
    if (n === BigInt.asIntN(32, n)) {
      this.code('i');
      this.word(Number(n));
    } else if (rt.dialect === 2 && fitsWord(n)) {
      this.code('I');
      this.parts.push(new Uint8Array(BigInt64Array.of(n).buffer));
    } else this.digits(n);
  }
  private digits(n: bigint): void {
    const digits: number[] = [];
    for (let rest = n < 0n ? -n : n; rest > 0n; rest >>= DIGIT_BITS) digits.push(Number(rest & 0x7fffn));
    this.code('l');
    this.word(n < 0n ? -digits.length : digits.length);
    this.parts.push(new Uint8Array(Uint16Array.from(digits).buffer));
  }
  bytes(): Uint8Array {
    return new Uint8Array(Buffer.concat(this.parts));
  }
}

const FLAG_REF = 0x80;

class MarshalReader {
  at = 0;
  private readonly refs: Py[] = [];
  constructor(
    private readonly bytes: Uint8Array,
    private readonly allowsCode: boolean,
  ) {}
  private take(n: number): Uint8Array {
    if (this.at + n > this.bytes.length) throw EOFError('marshal data too short');
    this.at += n;
    return this.bytes.slice(this.at - n, this.at);
  }
  private word(): number {
    return new DataView(this.take(4).buffer).getInt32(0, true);
  }
  private double(): number {
    return new DataView(this.take(8).buffer).getFloat64(0, true);
  }
  /** The next value; undefined for the mark that ends a dict. */
  get(): Py {
    if (this.at >= this.bytes.length) throw EOFError('EOF read where object expected');
    const code = this.take(1)[0]!;
    const isRef = (code & FLAG_REF) !== 0;
    const slot = isRef ? this.refs.push(null) - 1 : -1;
    const value = this.value(String.fromCharCode(code & ~FLAG_REF));
    if (isRef) this.refs[slot] = value;
    return value;
  }
  private value(letter: string): Py {
    switch (letter) {
      case '0':
        return undefined;
      case 'N':
        return null;
      case 'T':
        return true;
      case 'F':
        return false;
      case 'S':
        return StopIteration.type;
      case '.':
        return Ellipsis;
      case 'i':
        return this.word();
      case 'I':
        return normalInt(new DataView(this.take(8).buffer).getBigInt64(0, true));
      case 'l':
        return this.long();
      case 'g':
        return new PyFloat(this.double());
      case 'f':
        return new PyFloat(Number(toLatin1(this.take(this.take(1)[0]!))));
      case 'y':
        return new PyComplex(this.double(), this.double());
      case 's':
        return bytesResult(this.take(this.word()));
      case 'u':
      case 't': {
        const bytes = this.take(this.word());
        const text = decodeText(bytes, 'utf-8', 'surrogatepass', bytesResult(bytes));
        return rt.dialect === 2 && letter === 'u' ? new PyUnicode(text) : text;
      }
      case 'a':
      case 'A':
        return toLatin1(this.take(this.word()));
      case 'z':
      case 'Z':
        return toLatin1(this.take(this.take(1)[0]!));
      case 'r':
        return this.refs[this.word()];
      case '(':
        return new PyTuple(this.items(this.word()));
      case ')':
        return new PyTuple(this.items(this.take(1)[0]!));
      case '[':
        return new PyList(this.items(this.word()));
      case '<':
        return PySet.from(this.items(this.word()));
      case '>':
        return this.items(this.word()).reduce(
          (set: PyFrozenSet, item) => (set.set(item, true), set),
          new PyFrozenSet(),
        );
      case '{':
        return this.dict();
      case 'c':
        if (!this.allowsCode) throw ValueError('unmarshalling code objects is disallowed');
        return readCode((length) => this.take(length));
    }
    throw ValueError('bad marshal data (unknown type code)');
  }
  private items(n: number): Py[] {
    if (n < 0) throw ValueError('bad marshal data (size out of range)');
    return Array.from({ length: n }, () => this.get());
  }
  private dict(): PyDict {
    const dict = new PyDict();
    for (;;) {
      const key = this.get();
      if (key === undefined) return dict;
      dict.set(key, this.get());
    }
  }
  private long(): Py {
    const size = this.word();
    let n = 0n;
    for (let i = 0; i < Math.abs(size); i++)
      n |= BigInt(new DataView(this.take(2).buffer).getUint16(0, true)) << (BigInt(i) * DIGIT_BITS);
    return rt.dialect === 2 ? asLong(normalInt(size < 0 ? -n : n)) : normalInt(size < 0 ? -n : n);
  }
}

function dumps(value: Py, allowsCode: boolean): Py {
  const writer = new MarshalWriter(allowsCode);
  writer.put(value);
  return bytesResult(writer.bytes());
}

function load(bytes: Uint8Array, allowsCode: boolean): { value: Py; used: number } {
  const reader = new MarshalReader(bytes, allowsCode);
  const value = reader.get();
  if (value === undefined) throw TypeError('NULL object in marshal data for object');
  return { value, used: reader.at };
}

const allowed = (given: Py): boolean => given === undefined || truthy(given);

export default (): Record<string, Py> => ({
  version: rt.dialect === 2 ? 2 : VERSION,
  dumps: fn('(value, version=4, /, *, allow_code=True)', (value: Py, _version: Py, code: Py) =>
    dumps(value, allowed(code)),
  ),
  loads: fn('(bytes, /, *, allow_code=True)', (data: Py, code: Py) => load(bufferOf(data), allowed(code)).value),
  dump: fn('(value, file, version=4, /, *, allow_code=True)', (value: Py, file: Py, _version: Py, code: Py) =>
    callMethod(file, 'write', dumps(value, allowed(code))),
  ),
  load: fn('(file, /, *, allow_code=True)', (file: Py, code: Py) => {
    const start = callMethod(file, 'tell');
    const { value, used } = load(bufferOf(callMethod(file, 'read')), allowed(code));
    callMethod(file, 'seek', Number(start) + used);
    return value;
  }),
});
