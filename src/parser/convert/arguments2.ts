/** Argument lists of Python 2, with what it says about wrong ones. */
import type { Expr, Keyword } from '../ast.js';
import { NotPython } from '../normalise/emitter.js';
import { T } from '../tokens/token.js';
import { refuse } from '../validate/refuse.js';
import type { CallArguments } from './arguments.js';
import { convertComprehensions, startsComprehension } from './comprehensions.js';
import { expression, starred } from './expressions.js';
import { type ConvertContext, Reader, spanOf } from './reader.js';
import { checkName2 } from './targets.js';
import type { Branch } from './tree.js';

const MAX_ARGUMENTS = 255;

export function convertArguments2(cx: ConvertContext, list: Branch): CallArguments {
  const reader = Reader.inside(cx, list);
  const args: Expr[] = [];
  const keywords: Keyword[] = [];
  let hasStar = false;
  let hasDoubleStar = false;
  while (!reader.done) {
    const start = reader.startOf();
    if (hasDoubleStar) throw new NotPython();
    if (reader.accept('**')) {
      hasDoubleStar = true;
      const value = expression(reader);
      keywords.push({ type: 'keyword', arg: null, value, start, end: reader.endOfLast() });
    } else if (reader.is('*')) {
      if (hasStar) throw new NotPython();
      hasStar = true;
      args.push(starred(reader, expression));
    } else if (reader.token.kind === T.Name && reader.tokenAt(reader.at + 1).text === '=') {
      keywords.push(keyword(reader, keywords));
    } else {
      const value = positional(reader, list);
      if (keywords.length > 0) refuse('non-keyword arg after keyword arg', value);
      if (hasStar) refuse('only named arguments may follow *expression', value);
      args.push(value);
    }
    if (reader.done) break;
    reader.expect(',');
    if (reader.done && (hasStar || hasDoubleStar)) throw new NotPython();
  }
  checkCount(args, keywords);
  return { args, keywords };
}

function keyword(reader: Reader, before: readonly Keyword[]): Keyword {
  const token = reader.name();
  reader.expect('=');
  const value = expression(reader);
  checkName2(token.text, token);
  if (before.some(({ arg }) => arg === token.text)) refuse('keyword argument repeated', token);
  return { type: 'keyword', arg: token.text, value, start: token.start, end: reader.endOfLast() };
}

function positional(reader: Reader, list: Branch): Expr {
  const isFirst = reader.at === 0;
  const element = expression(reader);
  if (!startsComprehension(reader)) return element;
  const generators = convertComprehensions(reader);
  if (!isFirst || !reader.done) refuse('Generator expression must be parenthesized if not sole argument', element);
  return { type: 'GeneratorExp', elt: element, generators, ...spanOf(reader.cx, list) };
}

function checkCount(args: readonly Expr[], keywords: readonly Keyword[]): void {
  const count =
    args.filter(({ type }) => type !== 'Starred').length + keywords.filter(({ arg }) => arg !== null).length;
  if (count > MAX_ARGUMENTS) refuse('more than 255 arguments', args[0] ?? keywords[0]!);
}
