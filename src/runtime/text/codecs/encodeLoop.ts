/** The loop of all encoders: code points in, bytes out, errors to the handler. */
import { cpIndexToUnit, unitToCpIndex } from '../codePoints.js';
import { ByteWriter } from './bytes.js';
import type { CodecContext } from './context.js';

/** Writes the bytes of a code point; returns false, having written nothing, if there are none. */
export type PutCode = (code: number, writer: ByteWriter) => boolean;

export interface EncodeRules {
  /** The encoding as errors name it. */
  readonly encoding: string;
  readonly reason: string;
  readonly put: PutCode;
  /**
   * Whether one error covers a whole run of code points that cannot be encoded. 'escapes': what surrogateescape can
   * handle at the front of a run is a run of its own.
   */
  readonly runs: 'none' | 'whole' | 'escapes';
  /** Bytes from a handler must come in multiples of this. */
  readonly unitSize?: number;
}

/** Encodes `text`, of which some code points may have no bytes. */
export function encodeLoop(
  text: string,
  rules: EncodeRules,
  context: CodecContext,
  writer = new ByteWriter(text.length),
) {
  const { put } = rules;
  let unit = 0;
  while (unit < text.length) {
    const code = text.codePointAt(unit)!;
    const size = code > 0xffff ? 2 : 1;
    if (put(code, writer)) {
      unit += size;
      continue;
    }
    const end = rules.runs === 'none' ? unit + size : runEnd(text, unit, rules, context, writer);
    const [first, last] = [unitToCpIndex(text, unit), unitToCpIndex(text, end)];
    const { error, replacement, position } = context.handle(rules.encoding, text, first, last, rules.reason);
    if (typeof replacement !== 'string') {
      if (replacement.length % (rules.unitSize ?? 1) !== 0) throw error;
      writer.bytes(replacement);
    } else for (const c of replacement) if (!put(c.codePointAt(0)!, writer)) throw error;
    unit = position === last ? end : cpIndexToUnit(text, position);
  }
  return writer.finish();
}

function isEscape(code: number): boolean {
  return code >= 0xdc80 && code <= 0xdcff;
}

function runEnd(text: string, start: number, { put, runs }: EncodeRules, context: CodecContext, writer: ByteWriter) {
  let unit = start;
  if (runs === 'escapes' && context.errors === 'surrogateescape') {
    while (isEscape(text.charCodeAt(unit))) unit++;
    if (unit > start) return unit;
  }
  const mark = writer.length;
  while (unit < text.length) {
    const code = text.codePointAt(unit)!;
    if (put(code, writer)) {
      writer.length = mark;
      break;
    }
    unit += code > 0xffff ? 2 : 1;
  }
  return unit;
}
