/** Expressions: their rules, and what is often wrong with them. */
import { T } from '../tokens/token.js';
import { argumentsRule } from './arguments.js';
import { braces, brackets, genexp, parentheses } from './displays.js';
import { lambdaDefinition, lambdaParameters } from './lambdas.js';
import { checkNumber } from './literals.js';
import type { Machine } from './machine.js';
import { describe, type Node } from './nodes.js';
import { bitwiseOr, disjunction } from './operators.js';
import { strings } from './strings.js';

type Item = (m: Machine) => Node | null;

/** Several expressions with commas: a tuple, unless there is just one without a comma. */
function tupleOf(m: Machine, item: Item): Node | null {
  const { start } = m.peek();
  const first = item(m);
  if (!first) return null;
  const rest = m.many(() => m.op(',') && item(m));
  const comma = m.op(',');
  if (rest.length === 0 && !comma) return first;
  return { type: 'Tuple', elts: [first, ...rest], start, end: m.last.end };
}

export function expressions(m: Machine): Node | null {
  return tupleOf(m, expression);
}

export function starExpressions(m: Machine): Node | null {
  return tupleOf(m, starExpression);
}

export function starExpression(m: Machine): Node | null {
  return m.memo(starExpressionRule);
}

function starExpressionRule(m: Machine): Node | null {
  return m.alt(() => starred(m, bitwiseOr)) ?? expression(m);
}

/** `*` and an operand. */
export function starred(m: Machine, operand: Item): Node | null {
  const star = m.op('*');
  const value = star && operand(m);
  return value && { type: 'Starred', value, start: star.start, end: m.last.end };
}

export function starNamedExpression(m: Machine): Node | null {
  return m.alt(() => starred(m, bitwiseOr)) ?? namedExpression(m);
}

/** One or more with commas, and maybe one at the end. */
export function starNamedExpressions(m: Machine): Node[] | null {
  const items = m.gather(',', () => starNamedExpression(m));
  if (items) m.op(',');
  return items;
}

export function assignmentExpression(m: Machine): Node | null {
  const { start } = m.peek();
  const found = m.alt(() => m.name() && m.op(':='));
  if (!found) return null;
  const value = expression(m);
  return value && { type: 'NamedExpr', start, end: m.last.end };
}

export function namedExpression(m: Machine): Node | null {
  const assigned = m.alt(() => assignmentExpression(m));
  if (assigned) return assigned;
  if (m.invalidRules) m.memo(invalidNamedExpression);
  return plainExpression(m);
}

/** An assignment expression, or an expression that no `:=` follows. */
export function assignmentOrExpression(m: Machine): Node | null {
  return m.alt(() => assignmentExpression(m)) ?? plainExpression(m);
}

function plainExpression(m: Machine): Node | null {
  return m.alt(() => {
    const value = expression(m);
    return value && !m.ahead(() => m.op(':=')) && value;
  });
}

function invalidNamedExpression(m: Machine): null {
  m.alt(() => {
    const target = expression(m);
    if (target && m.op(':=') && expression(m)) {
      m.raise(`cannot use assignment expressions with ${describe(target)}`, target);
    }
  });
  m.alt(() => {
    const name = m.name();
    if (!name || !m.op('=')) return;
    const value = bitwiseOr(m);
    if (value && !m.ahead(() => m.anyOp('=', ':='))) {
      m.raise("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", name, value);
    }
  });
  m.alt(() => {
    if (m.ahead(() => isDisplayOrConstant(m))) return;
    const target = bitwiseOr(m);
    if (target && m.op('=') && bitwiseOr(m) && !m.ahead(() => m.anyOp('=', ':='))) {
      m.raise(`cannot assign to ${describe(target)} here. Maybe you meant '==' instead of '='?`, target);
    }
  });
  return null;
}

function isDisplayOrConstant(m: Machine): unknown {
  return (
    m.alt(() => brackets(m, 'list')) ??
    m.alt(() => parentheses(m, 'tuple')) ??
    m.alt(() => genexp(m)) ??
    m.anyOp('True', 'None', 'False')
  );
}

export function expression(m: Machine): Node | null {
  return m.memo(expressionRule);
}

function expressionRule(m: Machine): Node | null {
  if (m.invalidRules) {
    invalidExpression(m);
    invalidLegacyExpression(m);
  }
  return conditional(m);
}

/** An expression whose parts are not looked at for mistakes. */
function expressionWithoutInvalid(m: Machine): Node | null {
  return m.withoutInvalid(() => conditional(m));
}

function conditional(m: Machine): Node | null {
  const { start } = m.peek();
  return (
    m.alt(() => {
      const found = disjunction(m) && m.op('if') && disjunction(m) && m.op('else') && expression(m);
      return found && { type: 'IfExp', start, end: m.last.end };
    }) ??
    m.alt(() => disjunction(m)) ??
    m.alt(() => lambdaDefinition(m))
  );
}

const SOFT_KEYWORDS = ['_', 'case', 'match', 'type'];

function invalidExpression(m: Machine): void {
  m.alt(() => {
    const { kind, text } = m.peek();
    const excluded = m.ahead(() => m.name() && m.kind(T.String)) || (kind === T.Name && startsSoftKeyword(text));
    if (excluded) return;
    const first = disjunction(m);
    const second = first && expressionWithoutInvalid(m);
    if (first && second && !isLegacyName(first) && m.level > 0) {
      m.raise('invalid syntax. Perhaps you forgot a comma?', first, second);
    }
  });
  m.alt(() => {
    const body = disjunction(m);
    if (!body || !m.op('if')) return;
    const test = disjunction(m);
    if (test && !m.ahead(() => m.anyOp('else', ':'))) m.raise("expected 'else' after 'if' expression", body, test);
  });
  m.alt(() => {
    const lambda = m.op('lambda');
    if (!lambda) return;
    m.maybe(() => lambdaParameters(m));
    const colon = m.op(':');
    if (colon && m.ahead(() => m.kind(T.FStringMiddle))) {
      m.raise('f-string: lambda expressions are not allowed without parentheses', lambda, colon);
    }
  });
}

/** CPython compares only as many letters as the name has, so `t` counts as `type`. */
function startsSoftKeyword(name: string): boolean {
  return SOFT_KEYWORDS.some((keyword) => keyword.startsWith(name));
}

function isLegacyName(node: Node): boolean {
  return node.type === 'Name' && (node.id === 'print' || node.id === 'exec');
}

function invalidLegacyExpression(m: Machine): void {
  m.alt(() => {
    const name = m.name();
    if (!name || m.ahead(() => m.op('('))) return;
    const rest = starExpressions(m);
    if (rest && isLegacyName(name)) {
      m.raise(`Missing parentheses in call to '${name.id}'. Did you mean ${name.id}(...)?`, name, rest);
    }
  });
}

export function yieldExpression(m: Machine): Node | null {
  const word = m.op('yield');
  if (!word) return null;
  const from = m.alt(() => m.op('from') && expression(m));
  if (from) return { type: 'YieldFrom', start: word.start, end: m.last.end };
  m.maybe(() => starExpressions(m));
  return { type: 'Yield', start: word.start, end: m.last.end };
}

/** The right side of an assignment: `yield` or expressions. */
export function assignedValue(m: Machine): Node | null {
  return m.alt(() => yieldExpression(m)) ?? m.alt(() => starExpressions(m));
}

export function primary(m: Machine): Node | null {
  return m.memo(primaryRule);
}

function primaryRule(m: Machine): Node | null {
  const { start } = m.peek();
  let node = atom(m);
  for (let type: string | null = 'start'; node && type; ) {
    type = trailer(m);
    if (type) node = { type, start, end: m.last.end };
  }
  return node;
}

/** Reads `.name`, a call or a subscript; returns the kind of node that it makes. */
export function trailer(m: Machine): string | null {
  return (
    m.alt(() => m.op('.') && m.name() && 'Attribute') ??
    m.alt(() => genexp(m) && 'Call') ??
    m.alt(() => m.op('(') && m.maybe(() => argumentsRule(m)) && m.op(')') && 'Call') ??
    m.alt(() => m.op('[') && slices(m) && m.op(']') && 'Subscript')
  );
}

export function slices(m: Machine): true | null {
  const single = m.alt(() => slice(m) && !m.ahead(() => m.op(',')));
  if (single) return true;
  return m.alt(() => {
    const items = m.gather(',', () => m.alt(() => slice(m)) ?? m.alt(() => starredExpression(m)));
    return items && m.maybe(() => m.op(',')) && true;
  });
}

function slice(m: Machine): unknown {
  return (
    m.alt(() => {
      const colon = m.maybe(() => expression(m)) && m.op(':') && m.maybe(() => expression(m));
      return colon && m.maybe(() => m.op(':') && m.maybe(() => expression(m)));
    }) ?? m.alt(() => namedExpression(m))
  );
}

/** `*value` among arguments and indices. */
export function starredExpression(m: Machine): Node | null {
  if (m.invalidRules) {
    m.alt(() => {
      const star = m.op('*');
      if (!star || !expression(m) || !m.op('=')) return;
      const value = expression(m);
      if (value) m.raise('cannot assign to iterable argument unpacking', star, value);
    });
  }
  const found = m.alt(() => starred(m, expression));
  if (found) return found;
  if (m.op('*')) m.raiseLast('Invalid star expression');
  return null;
}

export function atom(m: Machine): Node | null {
  const { kind, text, start, end } = m.peek();
  switch (kind) {
    case T.Name:
      return m.name();
    case T.Number:
      m.pos++;
      checkNumber(m, m.last);
      return { type: 'Constant', start, end };
    case T.String:
    case T.FStringStart:
      return strings(m);
    default:
  }
  switch (text) {
    case 'True':
    case 'False':
    case 'None':
      m.pos++;
      return { type: text, start, end };
    case '...':
      m.pos++;
      return { type: 'Ellipsis', start, end };
    case '(':
      return parentheses(m, 'tuple') ?? parentheses(m, 'group') ?? genexp(m);
    case '[':
      return brackets(m, 'list') ?? brackets(m, 'comprehension');
    case '{':
      return braces(m);
    default:
      return null;
  }
}
