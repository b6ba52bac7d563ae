/** The items of a `with`; every `as` stands in Lezer's tree as a comma. */
import type { Expr, WithItem } from '../ast.js';
import { NotPython } from '../normalise/emitter.js';
import { bitwiseOr, expression, starred } from './expressions.js';
import { Reader } from './reader.js';
import { storeTarget } from './targets.js';

export function convertWithItems(reader: Reader): WithItem[] {
  return parenthesisedItems(reader) ?? plainItems(reader);
}

function plainItems(reader: Reader): WithItem[] {
  const items = [withItem(reader)];
  while (reader.accept(',')) items.push(withItem(reader));
  return items;
}

function withItem(reader: Reader): WithItem {
  const context_expr = expression(reader);
  const optional_vars = reader.accept('as') ? storeTarget(withTarget(reader), reader.cx.dialect) : null;
  return { type: 'withitem', context_expr, optional_vars };
}

function withTarget(reader: Reader): Expr {
  return reader.is('*') ? starred(reader, bitwiseOr) : bitwiseOr(reader);
}

/** `with (a as b, c):`: the parentheses are not those of a tuple, if what they hold are items. */
function parenthesisedItems(reader: Reader): WithItem[] | null {
  const { item, cx } = reader;
  if (cx.dialect === 2 || typeof item !== 'object') return null;
  if (item.name !== 'TupleExpression' && item.name !== 'ParenthesizedExpression') return null;
  const start = reader.at;
  const group = reader.branch();
  const followed = !reader.isBranch('Body');
  reader.at = start;
  if (followed) return null;
  const inner = Reader.inside(cx, group);
  if (inner.done) return null;
  const items: WithItem[] = [];
  try {
    do {
      if (inner.done) break;
      items.push(withItem(inner));
    } while (inner.accept(','));
    inner.end();
  } catch (error) {
    // `with (a := b):` and `with (yield):` are groups after all.
    if (error instanceof NotPython) return null;
    throw error;
  }
  reader.at++;
  return items;
}
