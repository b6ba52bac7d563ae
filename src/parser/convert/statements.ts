/** Statements, blocks and modules. */
import type { Expr, Stmt } from '../ast.js';
import { NotPython } from '../normalise/emitter.js';
import { T } from '../tokens/token.js';
import { convertCompound, isCompound } from './compound.js';
import { type ConvertContext, firstOrigin } from './reader.js';
import { convertSimple } from './simple.js';
import type { Branch, Part } from './tree.js';

/** The statements among `parts`, with the semicolons between them. */
export function convertStatements(cx: ConvertContext, parts: readonly Part[]): Stmt[] {
  const body: Stmt[] = [];
  let decorators: Expr[] = [];
  for (const part of parts) {
    if (typeof part === 'number') throw new NotPython();
    if (part.name === 'StatementGroup') convertGroup(cx, part, body);
    else if (isDecorator(cx, part)) {
      decorators.push(decoratorExpression(cx, part));
      continue;
    } else if (isCompound(part)) {
      body.push(convertCompound(cx, part, decorators));
      decorators = [];
    } else body.push(convertSimple(cx, part));
    if (decorators.length > 0) throw new NotPython();
  }
  if (decorators.length > 0) throw new NotPython();
  return body;
}

/** `a; b;` */
function convertGroup(cx: ConvertContext, group: Branch, body: Stmt[]): void {
  group.parts.forEach((part, index) => {
    const isSeparator = index % 2 === 1;
    if (isSeparator !== (typeof part === 'number')) throw new NotPython();
    if (typeof part !== 'number') body.push(convertSimple(cx, part));
  });
}

/** The block of a compound statement: a colon, then its statements. */
export function convertBlock(cx: ConvertContext, block: Branch): Stmt[] {
  return convertStatements(cx, block.parts.slice(1));
}

/** Whether the statement stands behind an `@` at the start of a line. */
function isDecorator(cx: ConvertContext, branch: Branch): boolean {
  if (branch.name !== 'ExpressionStatement') return false;
  const at = firstOrigin(cx.normalised, branch.from) - 1;
  if (cx.tokens[at]?.text !== '@' || cx.tokens[at]!.kind !== T.Op) return false;
  const before = cx.tokens[at - 1]?.kind;
  return before === undefined || before === T.Newline || before === T.Indent || before === T.Dedent;
}

function decoratorExpression(cx: ConvertContext, branch: Branch): Expr {
  const statement = convertSimple(cx, branch, true);
  if (statement.type !== 'Expr') throw new NotPython();
  return statement.value;
}
