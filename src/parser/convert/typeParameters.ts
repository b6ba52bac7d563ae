/** Type parameters and the `type` statement. */
import type { Expr, Name, Stmt, TypeParam } from '../ast.js';
import type { TokenRange } from '../normalise/emitter.js';
import { convertHoisted } from './atoms.js';
import { bitwiseOr, expression, starred } from './expressions.js';
import type { ConvertContext, Reader } from './reader.js';

/** The type parameters whose bracket is token `open`; none if there is no such bracket. */
export function convertTypeParameters(cx: ConvertContext, open: number): TypeParam[] {
  const parameters = cx.normalised.notes.typeParameters.get(open) ?? [];
  return parameters.map(({ star, first, name, bound, default: fallback }): TypeParam => {
    const identifier = cx.tokens[name]!.text;
    const start = cx.tokens[first]!.start;
    const last = fallback ? fallback.to - 1 : bound ? bound.to - 1 : name;
    const span = { start, end: cx.tokens[last]!.end };
    if (star === '**') {
      return { type: 'ParamSpec', name: identifier, default_value: hoisted(cx, fallback, expression), ...span };
    }
    if (star === '*') {
      const default_value = hoisted(cx, fallback, (reader) => {
        return reader.is('*') ? starred(reader, bitwiseOr) : expression(reader);
      });
      return { type: 'TypeVarTuple', name: identifier, default_value, ...span };
    }
    const boundValue = hoisted(cx, bound, expression);
    const default_value = hoisted(cx, fallback, expression);
    return { type: 'TypeVar', name: identifier, bound: boundValue, default_value, ...span };
  });
}

function hoisted(cx: ConvertContext, range: TokenRange | null, item: (reader: Reader) => Expr): Expr | null {
  return range && convertHoisted(cx, range.from, item);
}

/** `type name[parameters] = value`; `start` is where the word `type` stands. */
export function convertTypeAlias(cx: ConvertContext, reader: Reader, start: number): Stmt {
  const index = reader.tokenIndex;
  const token = reader.name();
  const name: Name = { type: 'Name', id: token.text, ctx: 'Store', start: token.start, end: token.end };
  const type_params = convertTypeParameters(cx, index + 1);
  reader.expect('=');
  const value = expression(reader);
  reader.end();
  return { type: 'TypeAlias', name, type_params, value, start, end: reader.endOfLast() };
}
