/** The `for` clauses of a comprehension. */
import type { Comprehension, Expr } from '../ast.js';
import { bitwiseOr, disjunction, lambda, starred, tupleOf } from './expressions.js';
import type { Reader } from './reader.js';
import { storeTarget } from './targets.js';

export function startsComprehension(reader: Reader): boolean {
  return reader.is('for') || (reader.is('async') && reader.tokenAt(reader.at + 1).text === 'for');
}

/** Reads clauses as long as there are any. */
export function convertComprehensions(reader: Reader): Comprehension[] {
  const generators: Comprehension[] = [];
  while (startsComprehension(reader)) {
    const is_async = reader.accept('async');
    reader.expect('for');
    const target = storeTarget(targetList(reader), reader.cx.dialect);
    reader.expect('in');
    const iter = reader.cx.dialect === 2 ? oldTest(reader) : disjunction(reader);
    const ifs: Expr[] = [];
    while (reader.accept('if')) ifs.push(reader.cx.dialect === 2 ? oldTest(reader) : disjunction(reader));
    generators.push({ type: 'comprehension', target, iter, ifs, is_async });
  }
  return generators;
}

/** The targets of a `for`, up to its `in`. */
export function targetList(reader: Reader): Expr {
  return tupleOf(reader, (inner) =>
    inner.is('*') && inner.cx.dialect === 3 ? starred(inner, bitwiseOr) : bitwiseOr(inner),
  );
}

/** Python 2: a condition may be a lambda, but no conditional expression; a list may lack its parentheses. */
function oldTest(reader: Reader): Expr {
  const item = (inner: Reader): Expr => (inner.is('lambda') ? lambda(inner, item) : disjunction(inner));
  return item(reader);
}
