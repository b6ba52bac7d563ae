/** Argument lists of calls and classes. */
import type { Expr, Keyword } from '../ast.js';
import { NotPython } from '../normalise/emitter.js';
import { T } from '../tokens/token.js';
import { convertArguments2 } from './arguments2.js';
import { convertComprehensions, startsComprehension } from './comprehensions.js';
import { expression, namedExpression, starred } from './expressions.js';
import { type ConvertContext, Reader, spanOf } from './reader.js';
import type { Branch } from './tree.js';

export interface CallArguments {
  readonly args: readonly Expr[];
  readonly keywords: readonly Keyword[];
}

/** Reads the arguments of the bracketed `list`; the bases of a class are no generator expression. */
export function convertArguments(cx: ConvertContext, list: Branch, generators = true): CallArguments {
  if (cx.dialect === 2) return convertArguments2(cx, list);
  const reader = Reader.inside(cx, list);
  const args: Expr[] = [];
  const keywords: Keyword[] = [];
  while (!reader.done) {
    const start = reader.startOf();
    if (reader.accept('**')) {
      const value = expression(reader);
      keywords.push({ type: 'keyword', arg: null, value, start, end: reader.endOfLast() });
    } else if (reader.is('*')) {
      if (keywords.some(({ arg }) => arg === null)) throw new NotPython();
      args.push(starred(reader, expression));
    } else if (reader.token.kind === T.Name && isEquals(reader, 1)) keywords.push(convertKeyword(reader));
    else {
      if (keywords.length > 0) throw new NotPython();
      args.push(positional(reader, list, generators ? args.length : 1));
    }
    if (reader.done) break;
    reader.expect(',');
  }
  return { args, keywords };
}

function isEquals(reader: Reader, ahead: number): boolean {
  const token = reader.tokenAt(reader.at + ahead);
  return token.kind === T.Op && token.text === '=';
}

function convertKeyword(reader: Reader): Keyword {
  const start = reader.startOf();
  const arg = reader.name().text;
  reader.expect('=');
  const value = expression(reader);
  if (startsComprehension(reader)) throw new NotPython();
  return { type: 'keyword', arg, value, start, end: reader.endOfLast() };
}

function positional(reader: Reader, list: Branch, index: number): Expr {
  const element = namedExpression(reader);
  if (!startsComprehension(reader)) return element;
  const generators = convertComprehensions(reader);
  // A generator expression needs its own parentheses, unless it is the only argument; then it takes those of the call.
  if (index > 0 || !reader.done) throw new NotPython();
  return { type: 'GeneratorExp', elt: element, generators, ...spanOf(reader.cx, list) };
}
