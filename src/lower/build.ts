/** Builders of ESTree nodes, imported as `b`. Positions are set where a stack trace must lead back to the user's text. */
import type * as js from 'estree';

export type Expression = js.Expression;
export type Statement = js.Statement;

export const id = (name: string): js.Identifier => ({ type: 'Identifier', name });

export function literal(value: string | number | boolean | null): js.Expression {
  if (typeof value === 'number' && (value < 0 || Object.is(value, -0))) {
    return { type: 'UnaryExpression', operator: '-', prefix: true, argument: literal(-value) };
  }
  if (typeof value === 'number' && !Number.isFinite(value)) return id(Number.isNaN(value) ? 'NaN' : 'Infinity');
  if (typeof value === 'string') return { type: 'Literal', value, raw: quote(value) };
  return { type: 'Literal', value };
}

/** JSON's escapes are JavaScript's; lone surrogates are escaped by well-formed JSON.stringify. */
const quote = (text: string) => JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

export const bigint = (value: bigint): js.Expression =>
  value < 0n
    ? { type: 'UnaryExpression', operator: '-', prefix: true, argument: bigint(-value) }
    : ({ type: 'Literal', value: null, bigint: String(value), raw: `${value}n` } as unknown as js.Literal);

export const undef = (): js.Expression => id('undefined');
export const nil = (): js.Expression => literal(null);

export const call = (callee: js.Expression, args: readonly js.Expression[]): js.CallExpression => ({
  type: 'CallExpression',
  callee,
  arguments: [...args],
  optional: false,
});

export const construct = (callee: js.Expression, args: readonly js.Expression[]): js.Expression => ({
  type: 'NewExpression',
  callee,
  arguments: [...args],
});

export const member = (object: js.Expression, name: string): js.MemberExpression => ({
  type: 'MemberExpression',
  object,
  property: id(name),
  computed: false,
  optional: false,
});

export const index = (object: js.Expression, property: js.Expression): js.MemberExpression => ({
  type: 'MemberExpression',
  object,
  property,
  computed: true,
  optional: false,
});

export const binary = (operator: js.BinaryOperator, left: js.Expression, right: js.Expression): js.Expression => ({
  type: 'BinaryExpression',
  operator,
  left,
  right,
});

export const logical = (operator: js.LogicalOperator, left: js.Expression, right: js.Expression): js.Expression => ({
  type: 'LogicalExpression',
  operator,
  left,
  right,
});

export const and = (...parts: js.Expression[]): js.Expression => parts.reduce((a, c) => logical('&&', a, c));
export const or = (...parts: js.Expression[]): js.Expression => parts.reduce((a, c) => logical('||', a, c));

export const unary = (operator: js.UnaryOperator, argument: js.Expression): js.Expression => ({
  type: 'UnaryExpression',
  operator,
  prefix: true,
  argument,
});
export const not = (argument: js.Expression): js.Expression => unary('!', argument);

export const conditional = (
  test: js.Expression,
  consequent: js.Expression,
  alternate: js.Expression,
): js.Expression => ({
  type: 'ConditionalExpression',
  test,
  consequent,
  alternate,
});

export const assign = (left: js.Expression, right: js.Expression): js.Expression => ({
  type: 'AssignmentExpression',
  operator: '=',
  left: left as js.Pattern,
  right,
});

export function sequence(...parts: js.Expression[]): js.Expression {
  const flat = parts.flatMap((part) => (part.type === 'SequenceExpression' ? part.expressions : [part]));
  return flat.length === 1 ? flat[0]! : { type: 'SequenceExpression', expressions: flat };
}

export const array = (elements: readonly js.Expression[]): js.Expression => ({
  type: 'ArrayExpression',
  elements: [...elements],
});
export const spread = (argument: js.Expression): js.Expression =>
  ({ type: 'SpreadElement', argument }) as unknown as js.Expression;

export const object = (entries: readonly [string, js.Expression][]): js.Expression => ({
  type: 'ObjectExpression',
  properties: entries.map(([key, value]) => ({
    type: 'Property',
    kind: 'init',
    key: /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) ? id(key) : (literal(key) as js.Literal),
    value,
    method: false,
    shorthand: false,
    computed: false,
  })),
});

/** `object?.name`. */
export const optionalMember = (object: js.Expression, name: string): js.Expression =>
  ({ type: 'ChainExpression', expression: { ...member(object, name), optional: true } }) as js.Expression;
/** `object?.name?.(args)`. */
export const optionalCall = (object: js.Expression, name: string, args: readonly js.Expression[]): js.Expression =>
  ({
    type: 'ChainExpression',
    expression: {
      ...call({ ...(member(object, name) as object), optional: true } as js.Expression, args),
      optional: true,
    },
  }) as js.Expression;
export const typeIs = (value: js.Expression, type: string): js.Expression =>
  binary('===', unary('typeof', value), literal(type));
export const isUndefined = (value: js.Expression): js.Expression => binary('===', value, undef());

// ---------------------------------------------------------------- statements

export const statement = (expression: js.Expression): js.Statement => ({ type: 'ExpressionStatement', expression });
export const block = (body: readonly js.Statement[]): js.BlockStatement => ({
  type: 'BlockStatement',
  body: [...body],
});
export const ret = (argument: js.Expression | null): js.Statement => ({ type: 'ReturnStatement', argument });
export const raise = (argument: js.Expression): js.Statement => ({ type: 'ThrowStatement', argument });

export function ifStatement(
  test: js.Expression,
  yes: readonly js.Statement[],
  no: readonly js.Statement[] | null = null,
): js.Statement {
  const alternate =
    no === null || no.length === 0 ? null : no.length === 1 && no[0]!.type === 'IfStatement' ? no[0]! : block(no);
  return { type: 'IfStatement', test, consequent: block(yes), alternate };
}

export const loop = (body: readonly js.Statement[]): js.Statement => ({
  type: 'ForStatement',
  init: null,
  test: null,
  update: null,
  body: block(body),
});

export const whileLoop = (test: js.Expression, body: readonly js.Statement[]): js.Statement => ({
  type: 'WhileStatement',
  test,
  body: block(body),
});

export const labeled = (label: string, body: js.Statement): js.Statement => ({
  type: 'LabeledStatement',
  label: id(label),
  body,
});
export const breakTo = (label: string | null): js.Statement => ({
  type: 'BreakStatement',
  label: label === null ? null : id(label),
});
export const continueTo = (label: string | null): js.Statement => ({
  type: 'ContinueStatement',
  label: label === null ? null : id(label),
});

export function tryStatement(
  body: readonly js.Statement[],
  handler: { param: string; body: readonly js.Statement[] } | null,
  finalizer: readonly js.Statement[] | null,
): js.Statement {
  return {
    type: 'TryStatement',
    block: block(body),
    handler: handler === null ? null : { type: 'CatchClause', param: id(handler.param), body: block(handler.body) },
    finalizer: finalizer === null ? null : block(finalizer),
  };
}

export function declare(kind: 'let' | 'const' | 'var', ...names: [string, js.Expression | null][]): js.Statement {
  return {
    type: 'VariableDeclaration',
    kind,
    declarations: names.map(([name, init]) => ({ type: 'VariableDeclarator', id: id(name), init })),
  };
}

export function func(
  name: string | null,
  params: readonly string[],
  body: readonly js.Statement[],
  options: { generator?: boolean } = {},
): js.Expression {
  return {
    type: 'FunctionExpression',
    id: name === null ? null : id(name),
    params: params.map(id),
    body: block(body),
    generator: options.generator ?? false,
    async: false,
  };
}

export const arrow = (params: readonly string[], body: js.Expression | js.Statement[]): js.Expression => ({
  type: 'ArrowFunctionExpression',
  params: params.map(id),
  body: Array.isArray(body) ? block(body) : body,
  expression: !Array.isArray(body),
  generator: false,
  async: false,
});

export const yieldOf = (argument: js.Expression, delegate = false): js.Expression =>
  ({ type: 'YieldExpression', argument, delegate }) as unknown as js.Expression;

/** True for expressions that read nothing that evaluation of others can change: constants and the temporaries. */
export function isStable(e: js.Expression): boolean {
  if (e.type === 'Literal') return true;
  if (e.type === 'UnaryExpression') return e.argument.type === 'Literal';
  return e.type === 'Identifier' && (e.name.startsWith('$') || e.name === 'undefined');
}

/** True for expressions that can be written twice at no cost: constants and variables. */
export function isSimple(e: js.Expression): boolean {
  return isStable(e) || e.type === 'Identifier' || e.type === 'ThisExpression';
}
