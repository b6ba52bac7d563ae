/** String literals, and several of them side by side. */
import type { Constant, ConstantValue, Expr } from '../ast.js';
import { NotPython } from '../normalise/emitter.js';
import { T, type Token } from '../tokens/token.js';
import { decodeEscapes, joinText, type Text } from './escapes.js';
import { convertFString, joinPieces, type StringPiece, type TextPiece } from './fstrings.js';
import type { ConvertContext, Reader } from './reader.js';
import { joined2, literal2 } from './strings2.js';

/** A plain literal, taken apart. */
interface Literal {
  readonly prefix: string;
  /** What stands between the quotes, with `\n` for every line end. */
  readonly body: string;
}

export function splitLiteral(text: string): Literal {
  const quoteAt = text.search(/['"]/);
  const size = text.startsWith(text[quoteAt]!.repeat(3), quoteAt) && text.length >= quoteAt + 6 ? 3 : 1;
  const body = text.slice(quoteAt + size, text.length - size);
  return { prefix: text.slice(0, quoteAt).toLowerCase(), body: normaliseLineEnds(body) };
}

/** Python reads every line end as `\n`. */
export function normaliseLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Reads all string literals that stand side by side, and joins them. */
export function convertStrings(reader: Reader): Expr {
  const { cx } = reader;
  const start = reader.startOf();
  const first = reader.token;
  const pieces: StringPiece[] = [];
  let hasFString = false;
  for (let { token } = reader; token.kind === T.String || token.kind === T.FStringStart; token = reader.token) {
    if (token.kind === T.FStringStart) {
      hasFString = true;
      pieces.push(...convertFString(cx, reader.tokenIndex));
    } else pieces.push(plainPiece(cx, token));
    reader.at++;
  }
  const span = { start, end: reader.endOfLast() };
  if (hasFString) return joinPieces(pieces, span);
  const value = cx.dialect === 3 ? joined3(pieces) : joined2(pieces, span);
  const isU = /^u/i.test(cx.source.text.slice(first.start, first.start + 1)) && cx.dialect === 3;
  return { type: 'Constant', value, kind: isU ? 'u' : null, ...span } satisfies Constant;
}

function plainPiece(cx: ConvertContext, token: Token): StringPiece {
  const { prefix, body } = splitLiteral(cx.source.text.slice(token.start, token.end));
  const isU = prefix.includes('u');
  const value = cx.dialect === 3 ? literal3(prefix, body) : literal2(cx, prefix, body, token);
  return { value, isU, start: token.start, end: token.end };
}

function literal3(prefix: string, body: string): ConstantValue {
  const raw = prefix.includes('r');
  if (!prefix.includes('b')) return { kind: 'str', ...(raw ? { value: body } : decodeEscapes(body, false)) };
  if (!/^[\x00-\x7f]*$/.test(body)) throw new NotPython();
  return { kind: 'bytes', ...(raw ? { value: body } : decodeEscapes(body, true)) };
}

function joined3(pieces: readonly StringPiece[]): ConstantValue {
  const kind = (pieces[0] as TextPiece).value.kind as 'str' | 'bytes';
  let text: Text = { value: '' };
  for (const piece of pieces) {
    if ('type' in piece || piece.value.kind !== kind) throw new NotPython();
    text = joinText(text, piece.value);
  }
  return { kind, ...text };
}
