/** Patterns of `case`, read from the same flat sequences as expressions. */
import type { ConstantValue, Expr, Identifier, Pattern } from '../ast.js';
import { NotPython } from '../normalise/emitter.js';
import { T } from '../tokens/token.js';
import { convertAtom } from './atoms.js';
import { type ConvertContext, Reader } from './reader.js';
import type { Branch } from './tree.js';

/** The pattern of a `case`: an open sequence needs no brackets. */
export function convertCasePattern(reader: Reader): Pattern {
  const start = reader.startOf();
  const first = maybeStar(reader);
  if (!reader.is(',')) {
    if (first.type === 'MatchStar') throw new NotPython();
    return first;
  }
  const patterns = sequenceItems(reader, first);
  return { type: 'MatchSequence', patterns, start, end: reader.endOfLast() };
}

function sequenceItems(reader: Reader, first: Pattern): Pattern[] {
  const patterns = [first];
  while (reader.accept(',')) {
    if (reader.done) break;
    patterns.push(maybeStar(reader));
  }
  return patterns;
}

function maybeStar(reader: Reader): Pattern {
  const start = reader.startOf();
  if (!reader.accept('*')) return asPattern(reader);
  const { text } = reader.name();
  return { type: 'MatchStar', name: text === '_' ? null : text, start, end: reader.endOfLast() };
}

function asPattern(reader: Reader): Pattern {
  const start = reader.startOf();
  const pattern = orPattern(reader);
  if (!reader.accept('as')) return pattern;
  const name = reader.name().text;
  if (name === '_') throw new NotPython();
  return { type: 'MatchAs', pattern, name, start, end: reader.endOfLast() };
}

function orPattern(reader: Reader): Pattern {
  const start = reader.startOf();
  const first = closedPattern(reader);
  if (!reader.is('|')) return first;
  const patterns = [first];
  while (reader.accept('|')) patterns.push(closedPattern(reader));
  return { type: 'MatchOr', patterns, start, end: reader.endOfLast() };
}

function closedPattern(reader: Reader): Pattern {
  const { item, token } = reader;
  if (typeof item === 'object') return groupPattern(reader.cx, reader.branch());
  const start = reader.startOf();
  if (token.kind === T.Name) {
    reader.at++;
    const name = token.text === '_' ? null : token.text;
    return { type: 'MatchAs', pattern: null, name, start, end: reader.endOfLast() };
  }
  if (token.kind === T.Keyword) {
    const value = singleton(token.text);
    reader.at++;
    return { type: 'MatchSingleton', value, start, end: reader.endOfLast() };
  }
  const value = literalValue(reader);
  return { type: 'MatchValue', value, start, end: reader.endOfLast() };
}

function singleton(text: string): ConstantValue {
  if (text === 'None') return { kind: 'None' };
  if (text === 'True') return { kind: 'bool', value: true };
  if (text === 'False') return { kind: 'bool', value: false };
  throw new NotPython();
}

/** A number with its sign, a complex number, or a string. */
function literalValue(reader: Reader): Expr {
  const start = reader.startOf();
  if (reader.token.kind === T.String || reader.token.kind === T.FStringStart) return convertAtom(reader);
  const left = signedNumber(reader);
  if (!reader.is('+') && !reader.is('-')) return left;
  const op = reader.token.text === '+' ? 'Add' : 'Sub';
  reader.at++;
  const right = number(reader);
  if (isImaginary(left) || !isImaginary(right)) throw new NotPython();
  return { type: 'BinOp', left, op, right, start, end: reader.endOfLast() };
}

function signedNumber(reader: Reader): Expr {
  const start = reader.startOf();
  if (!reader.accept('-')) return number(reader);
  const operand = number(reader);
  return { type: 'UnaryOp', op: 'USub', operand, start, end: reader.endOfLast() };
}

function number(reader: Reader): Expr {
  if (reader.token.kind !== T.Number) throw new NotPython();
  return convertAtom(reader);
}

function isImaginary(node: Expr): boolean {
  if (node.type === 'UnaryOp') return isImaginary(node.operand);
  return node.type === 'Constant' && node.value.kind === 'complex';
}

function groupPattern(cx: ConvertContext, branch: Branch): Pattern {
  switch (branch.name) {
    case 'MemberExpression': {
      const outer = Reader.of(cx, branch);
      const start = outer.startOf();
      const value = dottedName(cx, branch);
      outer.at = outer.length;
      return { type: 'MatchValue', value, start, end: outer.endOfLast() };
    }
    case 'CallExpression':
      return classPattern(cx, branch);
    case 'ParenthesizedExpression':
    case 'TupleExpression':
      return parenthesised(cx, branch);
    case 'ArrayExpression':
      return bracketed(cx, branch);
    case 'DictionaryExpression':
      return mappingPattern(cx, branch);
    default:
      throw new NotPython();
  }
}

/** `a.b.c`, as an expression. */
function dottedName(cx: ConvertContext, branch: Branch): Expr {
  const value = convertAtom(new Reader(cx, [branch], branch.from, branch.to));
  let inner = value;
  while (inner.type === 'Attribute') inner = inner.value;
  if (inner.type !== 'Name' || inner.start !== value.start) throw new NotPython();
  return value;
}

function outerSpan(cx: ConvertContext, branch: Branch): { start: number; end: number } {
  const outer = Reader.of(cx, branch);
  const start = outer.startOf();
  outer.at = outer.length;
  return { start, end: outer.endOfLast() };
}

function parenthesised(cx: ConvertContext, branch: Branch): Pattern {
  const span = outerSpan(cx, branch);
  const reader = Reader.inside(cx, branch);
  if (reader.done) return { type: 'MatchSequence', patterns: [], ...span };
  const first = maybeStar(reader);
  if (reader.done) {
    if (first.type === 'MatchStar') throw new NotPython();
    return first;
  }
  const patterns = sequenceItems(reader, first);
  reader.end();
  return { type: 'MatchSequence', patterns, ...span };
}

function bracketed(cx: ConvertContext, branch: Branch): Pattern {
  const span = outerSpan(cx, branch);
  const reader = Reader.inside(cx, branch);
  if (reader.done) return { type: 'MatchSequence', patterns: [], ...span };
  const patterns = sequenceItems(reader, maybeStar(reader));
  reader.end();
  return { type: 'MatchSequence', patterns, ...span };
}

function mappingPattern(cx: ConvertContext, branch: Branch): Pattern {
  const reader = Reader.inside(cx, branch);
  const keys: Expr[] = [];
  const patterns: Pattern[] = [];
  let rest: Identifier | null = null;
  while (!reader.done) {
    if (rest !== null) throw new NotPython();
    if (reader.accept('**')) {
      rest = reader.name().text;
      if (rest === '_') throw new NotPython();
    } else {
      keys.push(mappingKey(reader));
      reader.expect(':');
      patterns.push(asPattern(reader));
    }
    if (reader.done) break;
    reader.expect(',');
  }
  return { type: 'MatchMapping', keys, patterns, rest, ...outerSpan(cx, branch) };
}

function mappingKey(reader: Reader): Expr {
  const { item, token } = reader;
  if (typeof item === 'object') return dottedName(reader.cx, reader.branch('MemberExpression'));
  if (token.kind !== T.Keyword) return literalValue(reader);
  singleton(token.text);
  return convertAtom(reader);
}

function classPattern(cx: ConvertContext, branch: Branch): Pattern {
  const outer = Reader.of(cx, branch);
  const start = outer.startOf();
  const cls = typeof outer.item === 'object' ? dottedName(cx, outer.branch('MemberExpression')) : nameOf(outer);
  const reader = Reader.inside(cx, outer.branch('ArgList'));
  outer.end();
  const patterns: Pattern[] = [];
  const kwd_attrs: Identifier[] = [];
  const kwd_patterns: Pattern[] = [];
  while (!reader.done) {
    if (reader.token.kind === T.Name && reader.tokenAt(reader.at + 1).text === '=') {
      kwd_attrs.push(reader.name().text);
      reader.expect('=');
      kwd_patterns.push(asPattern(reader));
    } else {
      if (kwd_attrs.length > 0) throw new NotPython();
      patterns.push(asPattern(reader));
    }
    if (reader.done) break;
    reader.expect(',');
  }
  return { type: 'MatchClass', cls, patterns, kwd_attrs, kwd_patterns, start, end: outer.endOfLast() };
}

function nameOf(reader: Reader): Expr {
  const { text, start, end } = reader.name();
  return { type: 'Name', id: text, ctx: 'Load', start, end };
}
