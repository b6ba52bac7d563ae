/** Atoms and their trailers: names, literals, displays, comprehensions, attributes, subscripts, calls. */
import type { Comprehension, Expr, ListComp } from '../ast.js';
import { INSERTED, NotPython } from '../normalise/emitter.js';
import { T } from '../tokens/token.js';
import { convertArguments } from './arguments.js';
import { convertComprehensions, startsComprehension } from './comprehensions.js';
import {
  bitwiseOr,
  expression,
  expressionList,
  starExpressions,
  starNamedExpression,
  yieldExpression,
} from './expressions.js';
import { convertNumber } from './numbers.js';
import { type ConvertContext, Reader, spanOf } from './reader.js';
import { convertStrings } from './strings.js';
import { convertSubscript } from './subscripts.js';
import type { Branch } from './tree.js';

/** The operand that comes next, with all its trailers. */
export function convertAtom(reader: Reader): Expr {
  if (typeof reader.item === 'number') return convertToken(reader);
  return convertBranch(reader.cx, reader.branch());
}

function convertToken(reader: Reader): Expr {
  const { token, cx } = reader;
  const { start, end } = token;
  switch (token.kind) {
    case T.Name:
      reader.at++;
      return { type: 'Name', id: token.text, ctx: 'Load', start, end };
    case T.Number:
      reader.at++;
      return { type: 'Constant', value: convertNumber(cx, token), kind: null, start, end };
    case T.String:
    case T.FStringStart:
      return convertStrings(reader);
    default:
      return convertWord(reader);
  }
}

function convertWord(reader: Reader): Expr {
  const { text, start } = reader.token;
  const value = CONSTANTS.get(text);
  if (!value) throw new NotPython();
  reader.at++;
  return { type: 'Constant', value, kind: null, start, end: reader.endOfLast() };
}

const CONSTANTS = new Map([
  ['None', { kind: 'None' } as const],
  ['True', { kind: 'bool', value: true } as const],
  ['False', { kind: 'bool', value: false } as const],
  ['...', { kind: 'Ellipsis' } as const],
]);

function convertBranch(cx: ConvertContext, branch: Branch): Expr {
  switch (branch.name) {
    case 'CallExpression':
    case 'MemberExpression':
      return convertTrailers(cx, branch);
    case 'ParenthesizedExpression':
    case 'TupleExpression':
    case 'ComprehensionExpression':
      return convertParentheses(cx, branch);
    case 'ArrayExpression':
    case 'ArrayComprehensionExpression':
      return convertBrackets(cx, branch);
    case 'DictionaryExpression':
    case 'DictionaryComprehensionExpression':
    case 'SetExpression':
    case 'SetComprehensionExpression':
      return convertBraces(cx, branch);
    default:
      throw new NotPython(`no expression: ${branch.name}`);
  }
}

/** An operand with `.attr`, `[slice]` and `(arguments)` behind it; not by recursion, since there may be thousands. */
function convertTrailers(cx: ConvertContext, outermost: Branch): Expr {
  const readers: Reader[] = [];
  for (let branch: Branch | null = outermost; branch; ) {
    const reader = Reader.of(cx, branch);
    readers.push(reader);
    const first = reader.item;
    branch = typeof first === 'object' && TRAILED.has(first.name) ? first : null;
  }
  const innermost = readers.pop()!;
  const start = innermost.startOf();
  let value = convertTrailer(innermost, convertAtom(innermost), start);
  for (const reader of readers.reverse()) {
    reader.at++;
    value = convertTrailer(reader, value, start);
  }
  return value;
}

const TRAILED: ReadonlySet<string> = new Set(['CallExpression', 'MemberExpression']);

/** Reads the one trailer that comes next. */
function convertTrailer(reader: Reader, value: Expr, start: number): Expr {
  if (reader.isBranch('ArgList')) {
    const { args, keywords } = convertArguments(reader.cx, reader.branch());
    reader.end();
    return { type: 'Call', func: value, args, keywords, start, end: reader.endOfLast() };
  }
  if (reader.accept('.')) {
    const attr = reader.name().text;
    reader.end();
    return { type: 'Attribute', value, attr, ctx: 'Load', start, end: reader.endOfLast() };
  }
  reader.expect('[');
  const slice = convertSubscript(reader);
  reader.expect(']');
  reader.end();
  return { type: 'Subscript', value, slice, ctx: 'Load', start, end: reader.endOfLast() };
}

/** `(...)`: a group, a tuple, a generator expression, or in Python 2 what stands between backticks. */
function convertParentheses(cx: ConvertContext, branch: Branch): Expr {
  const reader = Reader.inside(cx, branch);
  const origin = cx.normalised.origins[branch.from]!;
  if (origin === INSERTED) return bareList(reader);
  const { start, end } = spanOf(cx, branch);
  if (cx.tokens[origin]!.text === '`') return { type: 'Repr', value: bareList(reader), start, end };
  if (reader.done) return { type: 'Tuple', elts: [], ctx: 'Load', start, end };
  if (reader.is('yield')) {
    const value = yieldExpression(reader);
    reader.end();
    return value;
  }
  const first = starNamedExpression(reader);
  if (startsComprehension(reader)) {
    const generators = comprehensionsOf(reader, first);
    return { type: 'GeneratorExp', elt: first, generators, start, end };
  }
  if (reader.done) {
    if (first.type === 'Starred') throw new NotPython();
    return first;
  }
  return { type: 'Tuple', elts: restOfDisplay(reader, first, starNamedExpression), ctx: 'Load', start, end };
}

/** Expressions in parentheses that are not the user's. */
function bareList(reader: Reader): Expr {
  const value = expressionList(reader);
  reader.end();
  return value;
}

/** The elements of a display after its first one, to the end. */
function restOfDisplay(reader: Reader, first: Expr, item: (reader: Reader) => Expr): Expr[] {
  const elts = [first];
  while (reader.accept(',')) {
    if (reader.done) break;
    elts.push(item(reader));
  }
  reader.end();
  return elts;
}

function comprehensionsOf(reader: Reader, element: Expr | null): Comprehension[] {
  if (element?.type === 'Starred') throw new NotPython();
  const generators = convertComprehensions(reader);
  reader.end();
  return generators;
}

function convertBrackets(cx: ConvertContext, branch: Branch): Expr {
  const reader = Reader.inside(cx, branch);
  const { start, end } = spanOf(cx, branch);
  if (reader.done) return { type: 'List', elts: [], ctx: 'Load', start, end };
  const first = starNamedExpression(reader);
  if (startsComprehension(reader)) {
    const generators = comprehensionsOf(reader, first);
    return { type: 'ListComp', elt: first, generators, start, end } satisfies ListComp;
  }
  return { type: 'List', elts: restOfDisplay(reader, first, starNamedExpression), ctx: 'Load', start, end };
}

function convertBraces(cx: ConvertContext, branch: Branch): Expr {
  const reader = Reader.inside(cx, branch);
  const span = spanOf(cx, branch);
  if (reader.done) return { type: 'Dict', keys: [], values: [], ...span };
  if (reader.is('**')) return convertDict(reader, span);
  const first = starNamedExpression(reader);
  if (reader.is(':')) {
    reader.at = 0;
    return convertDict(reader, span);
  }
  if (startsComprehension(reader)) {
    return { type: 'SetComp', elt: first, generators: comprehensionsOf(reader, first), ...span };
  }
  return { type: 'Set', elts: restOfDisplay(reader, first, starNamedExpression), ...span };
}

function convertDict(reader: Reader, span: { start: number; end: number }): Expr {
  const keys: (Expr | null)[] = [];
  const values: Expr[] = [];
  do {
    if (reader.done) break;
    if (reader.cx.dialect === 3 && reader.accept('**')) {
      keys.push(null);
      values.push(bitwiseOr(reader));
    } else {
      keys.push(expression(reader));
      reader.expect(':');
      values.push(expression(reader));
      if (keys.length === 1 && startsComprehension(reader)) {
        const generators = comprehensionsOf(reader, null);
        return { type: 'DictComp', key: keys[0]!, value: values[0]!, generators, ...span };
      }
    }
  } while (reader.accept(','));
  reader.end();
  return { type: 'Dict', keys, values, ...span };
}

/** An expression that stands on a line of its own behind the program; its parentheses are not the user's. */
export function convertHoisted(cx: ConvertContext, token: number, item: (reader: Reader) => Expr): Expr {
  const branch = cx.hoistedAt.get(token);
  if (!branch) throw new NotPython();
  const reader = Reader.inside(cx, branch);
  const value = item(reader);
  reader.end();
  return value;
}

/** What may stand in a replacement field of an f-string. */
export function fieldExpression(reader: Reader): Expr {
  return reader.is('yield') ? yieldExpression(reader) : starExpressions(reader);
}
