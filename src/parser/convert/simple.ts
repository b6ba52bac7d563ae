/** Simple statements. */
import type { Expr, Stmt } from '../ast.js';
import { NotPython } from '../normalise/emitter.js';
import { T } from '../tokens/token.js';
import { refuse } from '../validate/refuse.js';
import { bitwiseOr, expression, expressionList, starExpressions, yieldExpression } from './expressions.js';
import { AUGMENTED } from './operators.js';
import { type ConvertContext, Reader } from './reader.js';
import { convertExec, convertPrint, convertRaise2 } from './statements2.js';
import { deleteTarget, storeTarget } from './targets.js';
import { convertTokenStatement } from './tokenStatements.js';
import type { Branch } from './tree.js';
import { convertTypeAlias } from './typeParameters.js';

/** Reads a simple statement. */
export function convertSimple(cx: ConvertContext, branch: Branch): Stmt {
  const reader = Reader.of(cx, branch);
  if (branch.name === 'PassStatement') return convertTokenStatement(cx, reader.tokenIndex);
  const index = reader.tokenIndex;
  const { kind, text, start } = cx.tokens[index]!;
  if (kind === T.Keyword) {
    if (cx.dialect === 2 && text === 'print') return convertPrint(cx, branch);
    if (cx.dialect === 2 && text === 'exec') return convertExec(cx, branch);
    const convert = KEYWORD_STATEMENTS[text];
    if (convert) {
      reader.at++;
      const statement = convert(reader, start);
      reader.end();
      return statement;
    }
  }
  const before = cx.tokens[index - 1];
  if (cx.normalised.notes.typeAliases.has(index) && before) return convertTypeAlias(cx, reader, before.start);
  return convertExpressionStatement(reader);
}

const KEYWORD_STATEMENTS: Readonly<Record<string, (reader: Reader, start: number) => Stmt>> = {
  return(reader, start) {
    const value = reader.done ? null : reader.cx.dialect === 3 ? starExpressions(reader) : expressionList(reader);
    return { type: 'Return', value, start, end: reader.endOfLast() };
  },
  del(reader, start) {
    const list = expressionListOf(reader, bitwiseOr);
    return {
      type: 'Delete',
      targets: list.map((target) => deleteTarget(target, reader.cx.dialect)),
      start,
      end: reader.endOfLast(),
    };
  },
  assert(reader, start) {
    const test = expression(reader);
    const msg = reader.accept(',') ? expression(reader) : null;
    return { type: 'Assert', test, msg, start, end: reader.endOfLast() };
  },
  raise(reader, start) {
    if (reader.cx.dialect === 2) return convertRaise2(reader, start);
    const exc = reader.done ? null : expression(reader);
    const cause = exc && reader.accept('from') ? expression(reader) : null;
    return { type: 'Raise', exc, cause, start, end: reader.endOfLast() };
  },
};

/** One or more expressions with an optional comma at the end. */
function expressionListOf(reader: Reader, item: (reader: Reader) => Expr): Expr[] {
  const list = [item(reader)];
  while (reader.accept(',')) {
    if (reader.done) break;
    list.push(item(reader));
  }
  return list;
}

function convertExpressionStatement(reader: Reader): Stmt {
  const start = reader.startOf();
  const list = reader.cx.dialect === 3 ? starExpressions : expressionList;
  const value = reader.is('yield') ? yieldExpression(reader) : list(reader);
  if (reader.done) return { type: 'Expr', value, start, end: reader.endOfLast() };
  if (reader.is('=')) return convertAssign(reader, value, start, list);
  if (reader.is(':') && reader.cx.dialect === 3) return convertAnnotation(reader, value, start);
  const op = reader.token.kind === T.Op ? AUGMENTED.get(reader.token.text) : undefined;
  if (!op) throw new NotPython();
  reader.at++;
  const target = augmentedTarget(reader, value);
  const right = reader.is('yield') ? yieldExpression(reader) : list(reader);
  reader.end();
  return { type: 'AugAssign', target, op, value: right, start, end: reader.endOfLast() };
}

function augmentedTarget(reader: Reader, value: Expr): Expr {
  const { dialect } = reader.cx;
  const target = storeTarget(value, dialect);
  if (target.type === 'Name' || target.type === 'Attribute' || target.type === 'Subscript') return target;
  if (dialect === 3) throw new NotPython();
  return refuse('illegal expression for augmented assignment', target);
}

function convertAssign(reader: Reader, first: Expr, start: number, list: (reader: Reader) => Expr): Stmt {
  const { dialect } = reader.cx;
  const targets = [storeTarget(first, dialect)];
  for (;;) {
    reader.expect('=');
    const isYield = reader.is('yield');
    const value = isYield ? yieldExpression(reader) : list(reader);
    if (reader.done) return { type: 'Assign', targets, value, start, end: reader.endOfLast() };
    if (isYield && dialect === 2) refuse('assignment to yield expression not possible', value);
    targets.push(storeTarget(value, dialect));
  }
}

function convertAnnotation(reader: Reader, target: Expr, start: number): Stmt {
  if (target.type !== 'Name' && target.type !== 'Attribute' && target.type !== 'Subscript') throw new NotPython();
  reader.expect(':');
  const annotation = expression(reader);
  let value: Expr | null = null;
  if (reader.accept('=')) value = reader.is('yield') ? yieldExpression(reader) : starExpressions(reader);
  reader.end();
  // A name in parentheses is not simple: its parentheses come before it.
  const simple = target.type === 'Name' && target.start === start;
  const stored = storeTarget(target, 3);
  return { type: 'AnnAssign', target: stored, annotation, value, simple, start, end: reader.endOfLast() };
}
