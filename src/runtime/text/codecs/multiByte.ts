/**
 * The East Asian codecs: GBK, GB 2312, GB 18030, Big5, Shift JIS, EUC-JP, EUC-KR and their Windows kin.
 *
 * Node decodes these sets already; multiByteTables.ts says which sequences CPython knows and which it maps otherwise.
 * The encoder is the reverse. A table is made at the first use of its codec.
 * Spec: https://docs.python.org/3/library/codecs.html#standard-encodings
 */
import type { ByteWriter } from './bytes.js';
import type { Decoded, TextCodec } from './codec.js';
import type { CodecContext } from './context.js';
import { encodeLoop } from './encodeLoop.js';
import { FourBytes } from './gb18030.js';
import { putSyllable, readSyllable, SYLLABLE_SIZE } from './hangul.js';
import { MULTI_BYTE_TABLES } from './multiByteTables.js';

/** Differences between a codec of CPython and a label of TextDecoder; numbers in base 36, bytes in hex. */
export interface MultiByteTable {
  readonly label: string;
  /** Runs of two-byte sequences that are valid: 'gap.length', in the order of {@link pairOf}. */
  readonly valid: string;
  /** 'gap:code' of those that TextDecoder reads otherwise. */
  readonly patches: string;
  /** The same for the three-byte sequences of EUC-JP. */
  readonly valid3: string;
  readonly patches3: string;
  /** 'byte:code' for single bytes above 0x7f. */
  readonly singles: string;
  /** 'code:bytes' where the encoder does not write the first sequence that decodes to the character. */
  readonly encode: string;
}

const FIRST_LEAD = 0x81;
const FIRST_TRAIL = 0x40;
const TRAILS = 0xff - FIRST_TRAIL;
const PAIRS = (0xff - FIRST_LEAD) * TRAILS;
const TRIPLE_FIRST = 0xa1;
const TRIPLE_SIDE = 0xff - TRIPLE_FIRST;
const TRIPLE_LEAD = 0x8f;

function pairOf(index: number): number[] {
  return [FIRST_LEAD + Math.floor(index / TRAILS), FIRST_TRAIL + (index % TRAILS)];
}

function tripleOf(index: number): number[] {
  return [TRIPLE_LEAD, TRIPLE_FIRST + Math.floor(index / TRIPLE_SIDE), TRIPLE_FIRST + (index % TRIPLE_SIDE)];
}

/** Entries of the form 'gap<separator>value' with their absolute index. */
function* entries(text: string, separator: string): Generator<[index: number, value: number]> {
  let index = 0;
  for (const entry of text === '' ? [] : text.split(' ')) {
    const [gap, value] = entry.split(separator) as [string, string];
    index += gap === '' ? 0 : Number.parseInt(gap, 36);
    yield [index, value === '' ? 0 : Number.parseInt(value, 36)];
    if (separator === '.') index += Number.parseInt(value, 36);
  }
}

/** The characters by index, 0 where there is none. */
function decodeTable(
  label: string,
  valid: string,
  patches: string,
  size: number,
  bytesOf: (index: number) => number[],
): Uint16Array {
  const table = new Uint16Array(size);
  for (const [index, code] of entries(patches, ':')) table[index] = code;
  const plain: number[] = [];
  for (const [start, length] of entries(valid, '.')) {
    for (let index = start; index < start + length; index++) if (table[index] === 0) plain.push(index);
  }
  const text = new TextDecoder(label).decode(Uint8Array.from(plain.flatMap(bytesOf)));
  for (let i = 0; i < plain.length; i++) table[plain[i]!] = text.charCodeAt(i);
  return table;
}

interface Tables {
  readonly pairs: Uint16Array;
  readonly triples: Uint16Array;
  readonly singles: ReadonlyMap<number, number>;
  /** By code point: the bytes as one number, 0 where there are none. */
  readonly encode: Uint32Array;
}

function numberOf(bytes: readonly number[]): number {
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}

function buildTables(module: string, source: MultiByteTable): Tables {
  const pairs = decodeTable(source.label, source.valid, source.patches, PAIRS, pairOf);
  const triples = decodeTable(source.label, source.valid3, source.patches3, TRIPLE_SIDE * TRIPLE_SIDE, tripleOf);
  if (module === 'cp949') addSyllables(pairs);
  const singles = new Map<number, number>();
  const encode = new Uint32Array(0x10000);
  const add = (code: number, bytes: number[]) => {
    if (code !== 0 && encode[code] === 0) encode[code] = numberOf(bytes);
  };
  for (const entry of source.singles === '' ? [] : source.singles.split(' ')) {
    const [byte, code] = entry.split(':') as [string, string];
    singles.set(Number.parseInt(byte, 16), Number.parseInt(code, 36));
    add(Number.parseInt(code, 36), [Number.parseInt(byte, 16)]);
  }
  for (const [index, code] of pairs.entries()) add(code, pairOf(index));
  for (const [index, code] of triples.entries()) add(code, tripleOf(index));
  for (const entry of source.encode === '' ? [] : source.encode.split(' ')) {
    const [code, bytes] = entry.split(':') as [string, string];
    encode[Number.parseInt(code, 36)] = Number.parseInt(bytes, 16);
  }
  return { pairs, triples, singles, encode };
}

/** Unified Hangul Code: the syllables that KS X 1001 lacks, in order, on the places that it leaves free. */
function addSyllables(pairs: Uint16Array): void {
  const known = new Set(pairs);
  let syllable = 0xac00;
  for (let lead = 0x81; lead <= 0xc6; lead++) {
    for (let trail = 0x41; trail <= (lead <= 0xa0 ? 0xfe : 0xa0); trail++) {
      if ((trail > 0x5a && trail < 0x61) || (trail > 0x7a && trail < 0x81)) continue;
      while (known.has(syllable)) syllable++;
      if (syllable > 0xd7a3) return;
      pairs[(lead - FIRST_LEAD) * TRAILS + trail - FIRST_TRAIL] = syllable++;
    }
  }
}

class MultiByteCodec implements TextCodec {
  readonly name: string;
  readonly #module: string;
  readonly #source: MultiByteTable;
  #tables: Tables | undefined;
  #fourBytes: FourBytes | undefined;

  constructor(module: string, source: MultiByteTable) {
    this.#module = module;
    this.#source = source;
    this.name = module;
  }

  #prepare(): Tables {
    if (this.#tables === undefined) {
      this.#tables = buildTables(this.#module, this.#source);
      if (this.#module === 'gb18030') this.#fourBytes = new FourBytes(this.#tables.encode);
    }
    return this.#tables;
  }

  encode(text: string, context: CodecContext): Uint8Array {
    const { encode } = this.#prepare();
    const fourBytes = this.#fourBytes;
    const composes = this.#module === 'euc_kr';
    const put = (code: number, writer: ByteWriter) => {
      if (code < 0x80) {
        writer.byte(code);
        return true;
      }
      const bytes = encode[code] ?? 0;
      if (bytes === 0) return composes ? putSyllable(code, writer) : (fourBytes?.put(code, writer) ?? false);
      if (bytes > 0xffff) writer.byte(bytes >> 16);
      if (bytes > 0xff) writer.byte((bytes >> 8) & 0xff);
      writer.byte(bytes & 0xff);
      return true;
    };
    const rules = { encoding: this.#module, reason: 'illegal multibyte sequence', put, runs: 'none' } as const;
    return encodeLoop(text, rules, context);
  }

  decode(bytes: Uint8Array, context: CodecContext): Decoded {
    this.#prepare();
    let text = '';
    let at = 0;
    while (at < bytes.length) {
      const { code, size } = this.#read(bytes, at);
      if (code !== undefined) {
        text += String.fromCodePoint(code);
        at += size;
        continue;
      }
      const isCut = size === INCOMPLETE;
      if (isCut && !context.final) return { text, consumed: at };
      const reason = isCut ? 'incomplete multibyte sequence' : 'illegal multibyte sequence';
      const end = isCut ? bytes.length : at + size;
      const handled = context.handle(this.#module, bytes, at, end, reason);
      text += handled.replacement;
      at = handled.position;
    }
    return { text, consumed: at };
  }

  /** The code point at `at` and the bytes read; without one, the bytes to blame. */
  #read(bytes: Uint8Array, at: number): Read {
    const lead = bytes[at]!;
    const { pairs, singles } = this.#tables!;
    if (lead < 0x80) return { code: lead, size: 1 };
    const single = singles.get(lead);
    if (single !== undefined) return { code: single, size: 1 };
    const trail = bytes[at + 1];
    if (trail === undefined) return this.#module === 'shift_jis' && !isShiftJisLead(lead) ? BAD : CUT;
    if (this.#module === 'euc_jp' && lead === TRIPLE_LEAD) return this.#readTriple(bytes, at);
    if (this.#module === 'euc_kr' && lead === 0xa4 && trail === 0xd4) {
      if (at + SYLLABLE_SIZE > bytes.length) return CUT;
      const code = readSyllable(bytes, at);
      return code === undefined ? BAD : { code, size: SYLLABLE_SIZE };
    }
    if (this.#fourBytes !== undefined && trail >= 0x30 && trail <= 0x39) return this.#readFour(bytes, at);
    if (lead < FIRST_LEAD || lead > 0xfe || trail < FIRST_TRAIL || trail > 0xfe) return BAD;
    const code = pairs[(lead - FIRST_LEAD) * TRAILS + trail - FIRST_TRAIL]!;
    return code === 0 ? BAD : { code, size: 2 };
  }

  #readTriple(bytes: Uint8Array, at: number): Read {
    const [, second, third] = bytes.subarray(at, at + 3);
    if (second === undefined || third === undefined) return CUT;
    if (Math.min(second, third) < TRIPLE_FIRST || Math.max(second, third) > 0xfe) return BAD;
    const code = this.#tables!.triples[(second - TRIPLE_FIRST) * TRIPLE_SIDE + third - TRIPLE_FIRST]!;
    return code === 0 ? BAD : { code, size: 3 };
  }

  #readFour(bytes: Uint8Array, at: number): Read {
    const [a = 0, b = 0, c = 0, d] = bytes.subarray(at, at + 4);
    if (d === undefined) return CUT;
    if (a < 0x81 || a > 0xfe || c < 0x81 || c > 0xfe || d < 0x30 || d > 0x39) return BAD;
    const code = this.#fourBytes!.decode(a, b, c, d);
    return code === undefined ? BAD : { code, size: 4 };
  }
}

/** A code point and the bytes it took, or undefined and the bytes to blame. */
interface Read {
  readonly code: number | undefined;
  readonly size: number;
}

const INCOMPLETE = -1;
const BAD: Read = { code: undefined, size: 1 };
const CUT: Read = { code: undefined, size: INCOMPLETE };

function isShiftJisLead(byte: number): boolean {
  return (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xea);
}

/** The codec with that module name ("gbk", "shift_jis"), if it is one of these. */
export function multiByteCodec(module: string): TextCodec | undefined {
  const source = Object.hasOwn(MULTI_BYTE_TABLES, module) ? MULTI_BYTE_TABLES[module] : undefined;
  return source === undefined ? undefined : new MultiByteCodec(module, source);
}
