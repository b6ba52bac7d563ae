/** f-strings: literal text, replacement fields and format specifications. */
import type { Constant, ConstantValue, Expr, FormattedValue, JoinedStr, Span } from '../ast.js';
import { NotPython } from '../normalise/emitter.js';
import { fieldExpressionEnd } from '../normalise/fstrings.js';
import { T } from '../tokens/token.js';
import { convertHoisted, fieldExpression } from './atoms.js';
import { decodeMiddle, joinText, type Text } from './escapes.js';
import type { ConvertContext } from './reader.js';
import { normaliseLineEnds } from './strings.js';

/** A text (a plain literal, or a part of an f-string), or a replacement field. */
export interface TextPiece extends Span {
  readonly value: ConstantValue;
  readonly isU: boolean;
}
export type StringPiece = TextPiece | FormattedValue;

/** The pieces of the f-string whose first token is `start`; none if it is empty. */
export function convertFString(cx: ConvertContext, start: number): StringPiece[] {
  const end = cx.normalised.matching[start]!;
  const opening = cx.tokens[start]!;
  const raw = /r/i.test(cx.source.text.slice(opening.start, opening.end));
  return convertPieces(cx, start + 1, end, raw);
}

function convertPieces(cx: ConvertContext, from: number, to: number, raw: boolean): StringPiece[] {
  const pieces: StringPiece[] = [];
  let at = from;
  while (at < to) {
    const token = cx.tokens[at]!;
    if (token.kind === T.FStringMiddle) {
      pieces.push(middlePiece(cx, at, raw));
      at++;
    } else {
      pieces.push(...convertField(cx, at, raw));
      at = cx.normalised.matching[at]! + 1;
    }
  }
  return pieces;
}

function middlePiece(cx: ConvertContext, at: number, raw: boolean): StringPiece {
  const { start, end } = cx.tokens[at]!;
  let text = normaliseLineEnds(cx.source.text.slice(start, end));
  // A doubled brace ends the token, and stands for one.
  if (text.endsWith('{{') || text.endsWith('}}')) text = text.slice(0, -1);
  const decoded = raw ? { value: text } : decodeMiddle(text);
  return { value: { kind: 'str', ...decoded }, isU: false, start, end };
}

/** `{expression = !r : spec}`; with `=` the text of the expression comes first. */
function convertField(cx: ConvertContext, open: number, raw: boolean): StringPiece[] {
  const { tokens, normalised } = cx;
  const close = normalised.matching[open]!;
  const finder = { tokens, matching: normalised.matching, find: findIn(cx) };
  let at = fieldExpressionEnd(finder, open);
  const value = convertHoisted(cx, open + 1, fieldExpression);
  const pieces: StringPiece[] = [];
  const debug = isOp(at, '=');
  if (debug) {
    at++;
    pieces.push(debugPiece(cx, open, at, raw));
  }
  let conversion = -1;
  if (isOp(at, '!')) {
    conversion = conversionCode(cx, at + 1);
    at += 2;
  }
  const span = { start: tokens[open]!.start, end: tokens[close]!.end };
  let format_spec: JoinedStr | null = null;
  if (isOp(at, ':')) {
    const specSpan = { start: tokens[at]!.start, end: tokens[close]!.start };
    format_spec = formatSpec(convertPieces(cx, at + 1, close, raw), specSpan);
    at = close;
  }
  if (at !== close) throw new NotPython();
  if (debug && conversion < 0 && !format_spec) conversion = 'r'.charCodeAt(0);
  pieces.push({ type: 'FormattedValue', value, conversion, format_spec, ...span });
  return pieces;

  function isOp(index: number, text: string): boolean {
    return tokens[index]!.kind === T.Op && tokens[index]!.text === text;
  }
}

function findIn(cx: ConvertContext) {
  return (from: number, to: number, test: (token: (typeof cx.tokens)[number], at: number) => boolean): number => {
    let at = from;
    while (at < to && !test(cx.tokens[at]!, at)) {
      const close = cx.normalised.matching[at]!;
      at = (close < 0 ? at : close) + 1;
    }
    return Math.min(at, to);
  };
}

/** The text between the opening brace and what follows the `=`, white space included, comments not. */
function debugPiece(cx: ConvertContext, open: number, next: number, raw: boolean): StringPiece {
  const start = cx.tokens[open]!.end;
  const end = cx.tokens[next]!.start;
  const text = normaliseLineEnds(cx.source.text.slice(start, end)).replace(/#[^\n]*/g, '');
  const decoded = raw ? { value: text } : decodeMiddle(text);
  return { value: { kind: 'str', ...decoded }, isU: false, start, end };
}

function conversionCode(cx: ConvertContext, at: number): number {
  const { kind, text, start } = cx.tokens[at]!;
  const adjacent = cx.tokens[at - 1]!.end === start;
  if (kind !== T.Name || !/^[sra]$/.test(text) || !adjacent) throw new NotPython();
  return text.charCodeAt(0);
}

function formatSpec(pieces: readonly StringPiece[], span: Span): JoinedStr {
  return { type: 'JoinedStr', values: mergeConstants(pieces), ...span };
}

/** The tree of literals side by side, at least one of which is an f-string. */
export function joinPieces(pieces: readonly StringPiece[], span: Span): JoinedStr {
  if (pieces.some((piece) => !('type' in piece) && piece.value.kind === 'bytes')) throw new NotPython();
  return { type: 'JoinedStr', values: mergeConstants(pieces), ...span };
}

interface Pending extends Span {
  readonly text: Text;
  readonly isU: boolean;
}

/** Neighbouring texts become one constant; empty ones vanish. */
function mergeConstants(pieces: readonly StringPiece[]): Expr[] {
  const values: Expr[] = [];
  let pending: Pending | null = null;
  for (const piece of pieces) {
    if ('type' in piece) {
      if (pending) pushText(values, pending);
      pending = null;
      values.push(piece);
    } else {
      const before: Pending = pending ?? { text: { value: '' }, isU: piece.isU, start: piece.start, end: piece.end };
      pending = { ...before, text: joinText(before.text, piece.value as Text), end: piece.end };
    }
  }
  if (pending) pushText(values, pending);
  return values;
}

function pushText(values: Expr[], { text, isU, start, end }: Pending): void {
  if (text.value === '') return;
  const { value, splitPairs } = text;
  const constant: ConstantValue = splitPairs ? { kind: 'str', value, splitPairs } : { kind: 'str', value };
  const node: Constant = { type: 'Constant', value: constant, kind: isU ? 'u' : null, start, end };
  values.push(node);
}
