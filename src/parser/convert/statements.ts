/** Statements, blocks and modules. */
import type { Expr, Stmt } from '../ast.js';
import { INSERTED, NotPython } from '../normalise/emitter.js';
import { convertCompound, isCompound } from './compound.js';
import { namedExpression } from './expressions.js';
import { type ConvertContext, firstOrigin, Reader } from './reader.js';
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

/** Whether the statement stands for what follows an `@` at the start of a line; its parentheses are not the user's. */
function isDecorator(cx: ConvertContext, branch: Branch): boolean {
  const { origins } = cx.normalised;
  if (branch.name !== 'ExpressionStatement' || origins[branch.from] !== INSERTED) return false;
  const at = firstOrigin(cx.normalised, branch.from) - 1;
  return cx.tokens[at]?.text === '@';
}

function decoratorExpression(cx: ConvertContext, branch: Branch): Expr {
  const [group] = branch.parts;
  if (typeof group !== 'object' || branch.parts.length > 1) throw new NotPython();
  const reader = Reader.inside(cx, group);
  const value = namedExpression(reader);
  reader.end();
  if (cx.dialect === 2 && !isDottedCall(value)) throw new NotPython();
  return value;
}

/** Python 2: only dotted names, with at most one call at the end, decorate. */
function isDottedCall(value: Expr): boolean {
  let node = value.type === 'Call' ? value.func : value;
  while (node.type === 'Attribute') node = node.value;
  return node.type === 'Name';
}
