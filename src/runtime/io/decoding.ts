/** Decoding and encoding of text that comes in parts, as text files need it. */
import { isAscii } from 'node:buffer';
import { codecError, codecState, encodeText, isBinaryCodec, pythonHandler } from '../builtins/codecs.js';
import { findAttr } from '../object/attributes.js';
import { toLatin1 } from '../object/buffer.js';
import { call, callMethod } from '../object/call.js';
import { rt } from '../object/context.js';
import { LookupError, TypeError } from '../object/errors.js';
import { strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { truthy } from '../object/truth.js';
import { typeOf } from '../object/typeof.js';
import { PyTuple, PyUnicode } from '../object/values.js';
import { decodePart, findCodec, normalizeEncoding } from '../text/codecs/registry.js';
import { bytesResult, joinBytes, returnedBytes, textResult } from './values.js';

/** A decoder that remembers an incomplete sequence from one part to the next. */
export interface PartDecoder {
  decode(bytes: Uint8Array, isFinal: boolean): string;
  reset(): void;
  /** The bytes that wait for more, and a number for everything else that is remembered. */
  state(): readonly [Uint8Array, number];
  setState(rest: Uint8Array, flags: number): void;
}

/** The encoder of a text file; `isStart` is false for text that does not begin the file. */
export type PartEncoder = (text: string, isStart: boolean) => Uint8Array;

const NONE = new Uint8Array();

/** Encodings in which bytes below 128 always are the ASCII characters. */
const ASCII_BASED = /^(utf_8|ascii|latin_1|iso8859_\d+|cp\d+|koi8_\w)$/;

/** Codecs that begin with a byte order mark, and the bytes that tell. */
const MARKED: Readonly<Record<string, number>> = { utf_8_sig: 3, utf_16: 2, utf_32: 4 };

// What `getstate` says of the mark: 0 once it is known (and little-endian), else
const BIG_ENDIAN = 1;
const UNDECIDED = 2;
const UNDECIDED_SIGNATURE = 1;

class CodecDecoder implements PartDecoder {
  private rest: Uint8Array = NONE;
  /** The encoding without its byte order mark, once the beginning was read. */
  private settled: string | undefined = undefined;
  private readonly isAsciiBased: boolean;
  /** Bytes that a byte order mark takes, 0 for encodings without one. */
  private readonly markLength: number;

  constructor(
    readonly encoding: string,
    readonly errors: string,
  ) {
    const kind = normalizeEncoding(encoding);
    this.isAsciiBased = ASCII_BASED.test(kind);
    this.markLength = MARKED[kind] ?? 0;
  }

  decode(part: Uint8Array, isFinal: boolean): string {
    if (this.rest.length === 0 && this.isAsciiBased && isAscii(part)) return toLatin1(part);
    let bytes = this.rest.length === 0 ? part : joinBytes([this.rest, part]);
    this.rest = NONE;
    if (this.settled === undefined && bytes.length > 0) {
      if (bytes.length < this.markLength && !isFinal) {
        this.rest = bytes.slice();
        return '';
      }
      bytes = bytes.subarray(this.settle(bytes));
    }
    const { text, consumed } = this.run(bytes, isFinal);
    if (consumed < bytes.length) this.rest = bytes.slice(consumed);
    return text;
  }

  private run(bytes: Uint8Array, isFinal: boolean): { text: string; consumed: number } {
    try {
      return decodePart(bytes, this.settled ?? this.encoding, {
        errors: this.errors,
        dialect: rt.dialect,
        final: isFinal,
        customHandler: (name) => pythonHandler(name, bytesResult(bytes)),
      });
    } catch (error) {
      throw codecError(error, bytesResult(bytes));
    }
  }

  /** Decides by the first bytes what follows. Returns how many bytes the mark takes. */
  private settle(bytes: Uint8Array): number {
    const [a, b, c, d] = bytes;
    this.settled = this.encoding;
    if (this.markLength === 0) return 0;
    if (this.markLength === 3) {
      this.settled = 'utf-8';
      return a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0;
    }
    const bits = this.markLength * 8;
    const isLittle = a === 0xff && b === 0xfe && (bits === 16 || (c === 0 && d === 0));
    const isBig = bits === 16 ? a === 0xfe && b === 0xff : a === 0 && b === 0 && c === 0xfe && d === 0xff;
    this.settled = `utf-${bits}-${isBig ? 'be' : 'le'}`;
    return isLittle || isBig ? this.markLength : 0;
  }

  reset(): void {
    this.rest = NONE;
    this.settled = undefined;
  }

  state(): readonly [Uint8Array, number] {
    return [this.rest, this.flags()];
  }

  private flags(): number {
    if (this.markLength === 0) return 0;
    if (this.settled === undefined) return this.markLength === 3 ? UNDECIDED_SIGNATURE : UNDECIDED;
    return this.settled.endsWith('be') ? BIG_ENDIAN : 0;
  }

  setState(rest: Uint8Array, flags: number): void {
    this.rest = rest;
    if (this.markLength === 0) return;
    const isUndecided = flags === (this.markLength === 3 ? UNDECIDED_SIGNATURE : UNDECIDED);
    const bits = this.markLength * 8;
    if (isUndecided) this.settled = undefined;
    else this.settled = this.markLength === 3 ? 'utf-8' : `utf-${bits}-${flags === BIG_ENDIAN ? 'be' : 'le'}`;
  }
}

/** A decoder that the program gave (`codecs.register`, or `IncrementalNewlineDecoder`'s argument). */
export class ForeignDecoder implements PartDecoder {
  constructor(readonly decoder: Py) {}

  decode(bytes: Uint8Array, isFinal: boolean): string {
    return decodedText(callMethod(this.decoder, 'decode', bytesResult(bytes), isFinal));
  }

  reset(): void {
    callMethod(this.decoder, 'reset');
  }

  state(): readonly [Uint8Array, number] {
    const state = callMethod(this.decoder, 'getstate');
    if (!(state instanceof PyTuple)) throw TypeError('illegal decoder state');
    const rest = returnedBytes(state.items[0]);
    if (rest === undefined) {
      throw TypeError(
        `illegal decoder state: the first item should be a bytes object, not '${typeOf(state.items[0]).name}'`,
      );
    }
    return [rest, Number(state.items[1])];
  }

  setState(rest: Uint8Array, flags: number): void {
    callMethod(this.decoder, 'setstate', new PyTuple([bytesResult(rest), flags]));
  }
}

/** What a decoder written in Python returned. */
export function decodedText(result: Py): string {
  const text = strValue(result) ?? (result instanceof PyUnicode ? result.value : undefined);
  if (text === undefined) throw TypeError(`decoder should return a string result, not '${typeOf(result).name}'`);
  return text;
}

/** A codec that the program registered, as its CodecInfo; LookupError when nobody knows the name. */
function registered(encoding: string): Py {
  const info = codecState().search?.(encoding);
  if (info === undefined || info === null) throw LookupError(`unknown encoding: ${encoding}`);
  return info;
}

/** Raises LookupError unless the encoding is one for text. */
export function checkEncoding(encoding: string): void {
  if (isBinaryCodec(encoding)) {
    throw LookupError(`'${encoding}' is not a text encoding; use codecs.open() to handle arbitrary codecs`);
  }
  if (findCodec(encoding) !== undefined) return;
  const info = registered(encoding);
  const isText = findAttr(info, '_is_text_encoding');
  if (isText !== undefined && !truthy(isText)) {
    throw LookupError(`'${encoding}' is not a text encoding; use codecs.open() to handle arbitrary codecs`);
  }
}

export function makeDecoder(encoding: string, errors: string): PartDecoder {
  if (findCodec(encoding) !== undefined) return new CodecDecoder(encoding, errors);
  return new ForeignDecoder(call(findAttr(registered(encoding), 'incrementaldecoder'), [errors]));
}

export function makeEncoder(encoding: string, errors: string): PartEncoder {
  if (findCodec(encoding) === undefined) {
    const encoder = call(findAttr(registered(encoding), 'incrementalencoder'), [errors]);
    return (text) => {
      const bytes = returnedBytes(callMethod(encoder, 'encode', textResult(text)));
      if (bytes === undefined) throw TypeError('encoder should return a bytes object');
      return bytes;
    };
  }
  const kind = normalizeEncoding(encoding);
  const later = { utf_8_sig: 'utf-8', utf_16: 'utf-16-le', utf_32: 'utf-32-le' }[kind] ?? encoding;
  return (text, isStart) => encodeText(text, isStart ? encoding : later, errors, textResult(text));
}
