/** String literals of Python 2: bytes in the encoding of the file, and unicode. */
import type { ConstantValue, Span } from '../ast.js';
import { encodeText } from '../encodings.js';
import { NotPython } from '../normalise/emitter.js';
import { refuse } from '../validate/refuse.js';
import { decodeEscapes, decodeRawUnicode, EscapeError, joinText, type Text, unicodeProblem } from './escapes.js';
import type { StringPiece } from './fstrings.js';
import type { ConvertContext } from './reader.js';

/** The value of one literal, taken apart into prefix and body. */
export function literal2(cx: ConvertContext, prefix: string, body: string, at: Span): ConstantValue {
  const raw = prefix.includes('r');
  if (prefix.includes('u') || (cx.unicodeLiterals && !prefix.includes('b'))) {
    // Without the `u` a raw literal has no escapes at all.
    return { kind: 'unicode', ...(raw && !prefix.includes('u') ? { value: body } : unicode(body, raw, at)) };
  }
  const bytes = encodeText(body, cx.encoding);
  if (raw) return { kind: 'str', value: bytes };
  try {
    return { kind: 'str', ...decodeEscapes(bytes, true) };
  } catch (problem) {
    // CPython 2 raises a ValueError here.
    if (problem instanceof EscapeError) refuse('invalid \\x escape', at);
    throw problem;
  }
}

function unicode(body: string, raw: boolean, at: Span): Text {
  try {
    return raw ? { value: decodeRawUnicode(body) } : decodeEscapes(body, false);
  } catch (problem) {
    if (!(problem instanceof EscapeError)) throw problem;
    const codec = raw ? 'rawunicodeescape' : 'unicodeescape';
    return refuse(`(unicode error) ${unicodeProblem(body, problem, codec)}`, at);
  }
}

/** Literals side by side: one that is unicode makes all of them unicode, and the bytes of the others must be ASCII. */
export function joined2(pieces: readonly StringPiece[], at: Span): ConstantValue {
  let text: Text = { value: '' };
  let isUnicode = false;
  for (const piece of pieces) {
    if ('type' in piece || (piece.value.kind !== 'str' && piece.value.kind !== 'unicode')) throw new NotPython();
    const { value } = piece;
    if (value.kind === 'unicode' && !isUnicode) checkAscii(text.value, at);
    if (value.kind === 'str' && isUnicode) checkAscii(value.value, at);
    isUnicode ||= value.kind === 'unicode';
    text = joinText(text, value);
  }
  return { kind: isUnicode ? 'unicode' : 'str', ...text };
}

function checkAscii(bytes: string, at: Span): void {
  const position = bytes.search(/[^\x00-\x7f]/);
  if (position < 0) return;
  const byte = bytes.charCodeAt(position).toString(16);
  const problem = `'ascii' codec can't decode byte 0x${byte} in position ${position}: ordinal not in range(128)`;
  refuse(`(unicode error) ${problem}`, at);
}
