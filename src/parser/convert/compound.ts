/** Compound statements. */
import type { ExceptHandler, Expr, Stmt, WithItem } from '../ast.js';
import { NotPython } from '../normalise/emitter.js';
import { T } from '../tokens/token.js';
import { convertArguments } from './arguments.js';
import { targetList } from './comprehensions.js';
import { expression, expressionList, namedExpression, starExpressions } from './expressions.js';
import { convertMatch } from './matchStatement.js';
import { convertParameters } from './parameters.js';
import { type ConvertContext, Reader } from './reader.js';
import { convertBlock } from './statements.js';
import { checkName2, storeTarget } from './targets.js';
import type { Branch } from './tree.js';
import { convertTypeParameters } from './typeParameters.js';
import { convertWithItems } from './withItems.js';

const CONVERTERS: Readonly<Record<string, (reader: Reader, decorators: readonly Expr[]) => Stmt>> = {
  IfStatement: convertIf,
  WhileStatement: convertWhile,
  ForStatement: convertFor,
  TryStatement: convertTry,
  WithStatement: convertWith,
  FunctionDefinition: convertFunction,
  ClassDefinition: convertClass,
};

export function isCompound(branch: Branch): boolean {
  return branch.name in CONVERTERS;
}

/** Reads a compound statement; only definitions take decorators. */
export function convertCompound(cx: ConvertContext, branch: Branch, decorators: readonly Expr[]): Stmt {
  if (decorators.length > 0 && branch.name !== 'FunctionDefinition' && branch.name !== 'ClassDefinition') {
    throw new NotPython();
  }
  const reader = Reader.of(cx, branch);
  const statement = CONVERTERS[branch.name]!(reader, decorators);
  reader.end();
  return statement;
}

function block(reader: Reader): Stmt[] {
  return convertBlock(reader.cx, reader.branch('Body'));
}

function elseBlock(reader: Reader): Stmt[] {
  return reader.accept('else') ? block(reader) : [];
}

function convertIf(reader: Reader): Stmt {
  const start = reader.startOf();
  if (!reader.accept('elif')) reader.expect('if');
  const test = namedExpression(reader);
  const body = block(reader);
  const orelse = reader.is('elif') ? [convertIf(reader)] : elseBlock(reader);
  return { type: 'If', test, body, orelse, start, end: reader.endOfLast() };
}

function convertWhile(reader: Reader): Stmt {
  const start = reader.startOf();
  reader.expect('while');
  const test = namedExpression(reader);
  const body = block(reader);
  const orelse = elseBlock(reader);
  return { type: 'While', test, body, orelse, start, end: reader.endOfLast() };
}

function convertFor(reader: Reader): Stmt {
  const start = reader.startOf();
  const type = reader.accept('async') ? 'AsyncFor' : 'For';
  reader.expect('for');
  const target = storeTarget(targetList(reader), reader.cx.dialect);
  reader.expect('in');
  const iter = reader.cx.dialect === 3 ? starExpressions(reader) : expressionList(reader);
  const body = block(reader);
  const orelse = elseBlock(reader);
  return { type, target, iter, body, orelse, start, end: reader.endOfLast() };
}

function convertTry(reader: Reader): Stmt {
  const start = reader.startOf();
  reader.expect('try');
  const body = block(reader);
  const handlers: ExceptHandler[] = [];
  let star: boolean | null = null;
  while (reader.is('except')) {
    const { handler, hasStar } = convertHandler(reader);
    if (star !== null && star !== hasStar) throw new NotPython();
    star = hasStar;
    handlers.push(handler);
  }
  const orelse = handlers.length > 0 ? elseBlock(reader) : [];
  const finalbody = reader.accept('finally') ? block(reader) : [];
  if (handlers.length === 0 && finalbody.length === 0) throw new NotPython();
  const type = star ? 'TryStar' : 'Try';
  return { type, body, handlers, orelse, finalbody, start, end: reader.endOfLast() };
}

function convertHandler(reader: Reader): { handler: ExceptHandler; hasStar: boolean } {
  const start = reader.startOf();
  reader.expect('except');
  const hasStar = reader.accept('*');
  const { class: caught, name, target } = caughtClass(reader);
  if (hasStar && caught === null) throw new NotPython();
  const body = block(reader);
  const handler = { type: 'ExceptHandler', class: caught, name, body, start, end: reader.endOfLast() } as const;
  return { handler: target ? { ...handler, target } : handler, hasStar };
}

/** The class and the name that it is bound to, which stand together in parentheses that are not the user's. */
function caughtClass(reader: Reader): { class: Expr | null; name: string | null; target: Expr | null } {
  if (reader.isBranch('Body')) return { class: null, name: null, target: null };
  const { item, cx } = reader;
  const isPair = typeof item === 'object' && item.name === 'TupleExpression' && cx.normalised.origins[item.from]! < 0;
  if (!isPair) return { class: expression(reader), name: null, target: null };
  const inner = Reader.inside(cx, reader.branch());
  const caught = expression(inner);
  if (!inner.accept('as') && !(cx.dialect === 2 && inner.accept(','))) throw new NotPython();
  const isName = inner.token.kind === T.Name && inner.at === inner.length - 1;
  const target = storeTarget(expression(inner), cx.dialect);
  inner.end();
  if (isName && target.type === 'Name') return { class: caught, name: target.id, target: null };
  if (cx.dialect === 3) throw new NotPython();
  return { class: caught, name: null, target };
}

function convertWith(reader: Reader): Stmt {
  const { text } = reader.token;
  if (text === 'match') return convertMatch(reader);
  const start = reader.startOf();
  const type = reader.accept('async') ? 'AsyncWith' : 'With';
  reader.expect('with');
  const items: WithItem[] = convertWithItems(reader);
  const body = block(reader);
  return { type, items, body, start, end: reader.endOfLast() };
}

function convertFunction(reader: Reader, decorators: readonly Expr[]): Stmt {
  const start = reader.startOf();
  const type = reader.accept('async') ? 'AsyncFunctionDef' : 'FunctionDef';
  reader.expect('def');
  const index = reader.tokenIndex;
  const name = definedName(reader);
  const type_params = convertTypeParameters(reader.cx, index + 1);
  if (!reader.isBranch('ParamList')) throw new NotPython();
  const args = convertParameters(reader, true);
  const returns = reader.cx.dialect === 3 && reader.accept('->') ? expression(reader) : null;
  const body = block(reader);
  return { type, name, args, body, decorator_list: decorators, returns, type_params, start, end: reader.endOfLast() };
}

function definedName(reader: Reader): string {
  const token = reader.name();
  if (reader.cx.dialect === 2) checkName2(token.text, token);
  return token.text;
}

function convertClass(reader: Reader, decorators: readonly Expr[]): Stmt {
  const start = reader.startOf();
  reader.expect('class');
  const index = reader.tokenIndex;
  const name = definedName(reader);
  const { cx } = reader;
  const type_params = convertTypeParameters(cx, index + 1);
  const list = reader.isBranch('ArgList') ? reader.branch() : null;
  const { args: bases, keywords } = list ? convertArguments(cx, list, false) : { args: [], keywords: [] };
  const plain = keywords.length === 0 && bases.every(({ type }) => type !== 'Starred');
  if (cx.dialect === 2 && !plain) throw new NotPython();
  const body = block(reader);
  return {
    type: 'ClassDef',
    name,
    bases,
    keywords,
    body,
    decorator_list: decorators,
    type_params,
    start,
    end: reader.endOfLast(),
  };
}
