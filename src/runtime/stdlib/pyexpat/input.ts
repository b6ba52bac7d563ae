/** A document's bytes as text: which encoding they are in, and where in them a character is. */
import { decodeBytes, findCodec } from '../../text/codecs/registry.js';
import { HALF, MALFORMED, PARTIAL } from './names.js';

/** How bytes are read. */
interface Encoding {
  /** Bytes of a unit: documents do not change between 1 and 2. */
  readonly unit: 1 | 2;
  /** Text of as many bytes as make whole characters, and how many those are. */
  decode(bytes: Uint8Array, final: boolean): { text: string; used: number };
  byteLength(text: string): number;
  encode(text: string): Uint8Array;
}

/** Bytes of the UTF-8 sequence that begins here, 0 if it is none, -1 if it is cut off. */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const first = bytes[i]!;
  const length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (length < 2) return length;
  if (i + length > bytes.length) return -1;
  const second = bytes[i + 1]!;
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let k = 2; k < length; k++) if ((bytes[i + k]! & 0xc0) !== 0x80) return 0;
  return length;
}

function decodeUtf8(bytes: Uint8Array, final: boolean): { text: string; used: number } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // Only the last character can be cut off.
  let cut = bytes.length;
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const i = bytes.length - back;
    if ((bytes[i]! & 0xc0) === 0x80) continue;
    if (sequenceLength(bytes, i) === -1) cut = i;
    break;
  }
  const text = buffer.toString('utf8', 0, cut);
  if (text.includes('\ufffd')) {
    const wrong = firstMalformed(bytes, cut);
    if (wrong >= 0) return { text: buffer.toString('utf8', 0, wrong) + MALFORMED, used: bytes.length };
  }
  return final && cut < bytes.length ? { text: text + PARTIAL, used: bytes.length } : { text, used: cut };
}

function firstMalformed(bytes: Uint8Array, end: number): number {
  for (let i = 0; i < end; ) {
    const length = sequenceLength(bytes, i);
    if (length < 1) return i;
    i += length;
  }
  return -1;
}

const utf8: Encoding = {
  unit: 1,
  decode: decodeUtf8,
  byteLength: (text) => Buffer.byteLength(text),
  encode: (text) => Buffer.from(text),
};

const latin1: Encoding = {
  unit: 1,
  decode: (bytes) => ({
    text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'),
    used: bytes.length,
  }),
  byteLength: (text) => text.length,
  encode: (text) => Buffer.from(text, 'latin1'),
};

const ascii: Encoding = {
  ...latin1,
  decode: (bytes) => ({ text: latin1.decode(bytes, true).text.replace(/[\x80-\xff]/, MALFORMED), used: bytes.length }),
};

function utf16(isBig: boolean): Encoding {
  const swapped = (bytes: Uint8Array): Buffer => (isBig ? Buffer.from(bytes).swap16() : Buffer.from(bytes));
  return {
    unit: 2,
    decode(bytes, final) {
      let used = bytes.length & ~1;
      let text = swapped(bytes.subarray(0, used)).toString('utf16le');
      const last = text.charCodeAt(text.length - 1);
      if (last >= 0xd800 && last < 0xdc00) {
        text = text.slice(0, -1);
        used -= 2;
      }
      if (/[\ud800-\udfff]/u.test(text)) text = withoutHalves(text);
      if (!final || used === bytes.length) return { text, used };
      return { text: text + (bytes.length - used === 1 ? HALF : PARTIAL), used: bytes.length };
    },
    byteLength: (text) => 2 * text.length,
    encode: (text) => swapped(Buffer.from(text, 'utf16le')),
  };
}

const withoutHalves = (text: string): string =>
  text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, MALFORMED);

/** An encoding that Expat asks Python for: each byte is a character. */
function byTable(name: string): Encoding | 'unknown' | 'multi-byte' {
  if (findCodec(name) === undefined) return 'unknown';
  const all = Uint8Array.from({ length: 256 }, (_, i) => i);
  const table = [...decodeBytes(all, name, { errors: 'replace' })].map((char) =>
    char === '\ufffd' ? MALFORMED : char,
  );
  if (table.length !== 256) return 'multi-byte';
  return {
    unit: 1,
    decode: (bytes) => ({ text: Array.from(bytes, (byte) => table[byte]!).join(''), used: bytes.length }),
    byteLength: (text) => text.length,
    encode: (text) => Uint8Array.from(text, (char) => table.indexOf(char)),
  };
}

/** An encoding by its name. 'utf-16' is that of the bytes' own order, so it has none here. */
function encodingNamed(name: string): Encoding | 'utf-16' | 'unknown' | 'multi-byte' {
  switch (name.toUpperCase()) {
    case 'UTF-8':
      return utf8;
    case 'ISO-8859-1':
      return latin1;
    case 'US-ASCII':
      return ascii;
    case 'UTF-16BE':
      return utf16(true);
    case 'UTF-16LE':
      return utf16(false);
    case 'UTF-16':
      return 'utf-16';
    default:
      return byTable(name);
  }
}

/** What became of an encoding that the document or its user names. */
export type Outcome = 'known' | 'unknown' | 'multi-byte' | 'incorrect';

const NOTHING = new Uint8Array(0);
/** Bytes that another one may make the mark of an encoding. */
const MARKS: ReadonlySet<number> = new Set([0x00, 0x3c, 0xef, 0xfe, 0xff]);
const DECLARATION = Buffer.from('<?xml');

export class XmlInput {
  private pending: Uint8Array = NOTHING;
  private encoding: Encoding | undefined;
  /** Whether the user named the encoding: then the document's own word does not count. */
  private isFixed = false;
  /** Whether the declaration, if there is one, has been read. */
  private isSettled = false;
  private isAtStart = true;

  /** Sets the encoding from outside of the document. */
  fix(name: string): Outcome {
    const found = encodingNamed(name);
    if (found === 'unknown' || found === 'multi-byte') return found;
    this.isFixed = true;
    this.isSettled = true;
    if (found !== 'utf-16') this.encoding = found;
    return 'known';
  }

  /** The encoding that the declaration names. */
  declare(name: string): Outcome {
    if (this.isFixed) return 'known';
    const found = encodingNamed(name);
    if (found === 'unknown' || found === 'multi-byte') return found;
    const now = this.encoding ?? utf8;
    if (found === 'utf-16') return now.unit === 2 ? 'known' : 'incorrect';
    if (found.unit !== now.unit) return 'incorrect';
    if (found.unit === 1) this.encoding = found;
    return 'known';
  }

  add(bytes: Uint8Array): void {
    this.pending = this.pending.length === 0 ? bytes.slice() : Buffer.concat([this.pending, bytes]);
  }

  /** The text that can be read now. Up to the end of a declaration first, since what follows may be in another encoding. */
  take(final: boolean): string {
    if (this.isAtStart && !this.detect(final)) return '';
    let bytes = this.pending;
    if (!this.isSettled) {
      this.isSettled = true;
      const end = this.endOfDeclaration();
      if (end === undefined && !final) {
        this.isSettled = false;
        return '';
      }
      if (end !== undefined && end > 0) bytes = bytes.subarray(0, end);
    }
    const { text, used } = this.encoding!.decode(bytes, final && bytes.length === this.pending.length);
    this.pending = this.pending.subarray(used);
    return text;
  }

  /** Bytes that are no text yet. */
  get waiting(): number {
    return this.pending.length;
  }

  /** Looks at the first bytes; false if there are too few. */
  private detect(final: boolean): boolean {
    const [a, b, c] = this.pending;
    if (a === undefined) return false;
    if (b === undefined && !final && MARKS.has(a)) return false;
    if (a === 0xef && (b === 0xbb || b === undefined) && c === undefined && !final) return false;
    this.isAtStart = false;
    if (this.encoding === undefined) {
      const mark = (a ?? 0) * 256 + (b ?? 0);
      const isBig = mark === 0xfeff || a === 0;
      const isLittle = mark === 0xfffe || b === 0;
      this.encoding = b !== undefined && (isBig || isLittle) ? utf16(isBig) : utf8;
    }
    // Of two bytes each, text goes on in the order that it began with.
    if (this.encoding.unit === 2) this.isSettled = true;
    return true;
  }

  /** Bytes up to the declaration's end, 0 if there is none, undefined if that cannot be said yet. */
  private endOfDeclaration(): number | undefined {
    const bytes = Buffer.from(this.pending.buffer, this.pending.byteOffset, this.pending.length);
    const from = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    const start = bytes.subarray(from, from + DECLARATION.length);
    if (!start.equals(DECLARATION.subarray(0, start.length))) return 0;
    const end = bytes.indexOf('?>', from, 'latin1');
    return end < 0 ? undefined : end + 2;
  }

  /** Whether Expat reads the bytes as they are, and so tells long text at once. */
  get isUtf8(): boolean {
    return this.encoding === utf8 || this.encoding === ascii;
  }

  byteLength(text: string): number {
    return (this.encoding ?? utf8).byteLength(text);
  }

  /** The bytes of this text, and of what comes after it. */
  bytesFrom(text: string): Uint8Array {
    return Buffer.concat([(this.encoding ?? utf8).encode(text), this.pending]);
  }
}
