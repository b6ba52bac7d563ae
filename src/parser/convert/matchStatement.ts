/** `match` and its cases; both stand in Lezer's tree as `with` statements. */
import type { Expr, MatchCase, Stmt } from '../ast.js';
import { NotPython } from '../normalise/emitter.js';
import { T } from '../tokens/token.js';
import { namedExpression, starNamedExpression } from './expressions.js';
import { convertCasePattern } from './patterns.js';
import { Reader } from './reader.js';
import { convertBlock } from './statements.js';
import type { Branch } from './tree.js';

/** Reads the whole statement; `reader` stands at the word `match`. */
export function convertMatch(reader: Reader): Stmt {
  const { cx } = reader;
  const start = reader.startOf();
  reader.name();
  const subject = convertSubject(Reader.inside(cx, reader.branch('ArrayExpression')));
  const cases = reader
    .branch('Body')
    .parts.slice(1)
    .map((part) => {
      if (typeof part === 'number') throw new NotPython();
      return convertCase(Reader.of(cx, part), part);
    });
  if (cases.length === 0) throw new NotPython();
  return { type: 'Match', subject, cases, start, end: reader.endOfLast() };
}

/** An expression, or a tuple without parentheses whose items may be starred. */
function convertSubject(reader: Reader): Expr {
  const start = reader.startOf();
  const first = starNamedExpression(reader);
  if (reader.done && first.type !== 'Starred') return first;
  const elts = [first];
  while (reader.accept(',')) {
    if (reader.done) break;
    elts.push(starNamedExpression(reader));
  }
  if (reader.length === 1) throw new NotPython();
  reader.end();
  return { type: 'Tuple', elts, ctx: 'Load', start, end: reader.endOfLast() };
}

function convertCase(reader: Reader, branch: Branch): MatchCase {
  const { cx, token } = reader;
  if (branch.name !== 'WithStatement' || token.kind !== T.Name || token.text !== 'case') throw new NotPython();
  reader.at++;
  const inner = Reader.inside(cx, reader.branch('ArrayExpression'));
  const pattern = convertCasePattern(inner);
  inner.end();
  let guard: Expr | null = null;
  if (reader.accept('if')) {
    const condition = Reader.inside(cx, reader.branch('ParenthesizedExpression'));
    guard = namedExpression(condition);
    condition.end();
  }
  const body = convertBlock(cx, reader.branch('Body'));
  reader.end();
  return { type: 'match_case', pattern, guard, body };
}
