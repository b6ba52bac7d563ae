/** Parentheses, brackets and braces: groups, displays and comprehensions. */
import {
  assignmentOrExpression,
  expression,
  namedExpression,
  starExpressions,
  starNamedExpression,
  starNamedExpressions,
  starredExpression,
  yieldExpression,
} from './expressions.js';
import { Diagnosed, type Machine } from './machine.js';
import { type ClauseNode, describe, invalidTarget, type Node, type TargetKind } from './nodes.js';
import { bitwiseOr, disjunction } from './operators.js';
import { starTargets } from './targets.js';

/** `(a, b)` or `(a)`; the kinds are tried one after the other. */
export function parentheses(m: Machine, kind: 'tuple' | 'group'): Node | null {
  return m.alt(() => (kind === 'tuple' ? tuple(m) : group(m)));
}

function tuple(m: Machine): Node | null {
  const open = m.op('(');
  if (!open) return null;
  const elts: Node[] = [];
  m.alt(() => {
    const first = starNamedExpression(m);
    if (!first || !m.op(',')) return null;
    elts.push(first, ...(m.alt(() => starNamedExpressions(m)) ?? []));
    return true;
  });
  return m.op(')') && { type: 'Tuple', elts, start: open.start, end: m.last.end };
}

function group(m: Machine): Node | null {
  const found = m.alt(() => {
    const value = m.op('(') && (m.alt(() => yieldExpression(m)) ?? m.alt(() => namedExpression(m)));
    return value && m.op(')') && value;
  });
  if (found || !m.invalidRules) return found;
  m.alt(() => {
    const value = m.op('(') && starredExpression(m);
    if (value && m.op(')')) m.raise('cannot use starred expression here', value);
  });
  m.alt(() => {
    const stars = m.op('(') && m.op('**');
    if (stars && expression(m) && m.op(')')) m.raise('cannot use double starred expression here', stars);
  });
  return null;
}

export function genexp(m: Machine): Node | null {
  const { start } = m.peek();
  const found = m.alt(() => m.op('(') && assignmentOrExpression(m) && clauses(m) && m.op(')'));
  if (found) return { type: 'GeneratorExp', start, end: m.last.end };
  if (m.invalidRules) invalidComprehension(m);
  return null;
}

/** `[a, b]` or `[a for b in c]`; the kinds are tried one after the other. */
export function brackets(m: Machine, kind: 'list' | 'comprehension'): Node | null {
  const { start } = m.peek();
  if (kind === 'list') {
    let elts: Node[] = [];
    const found = m.alt(() => {
      if (!m.op('[')) return null;
      elts = m.alt(() => starNamedExpressions(m)) ?? [];
      return m.op(']');
    });
    return found && { type: 'List', elts, start, end: m.last.end };
  }
  const found = m.alt(() => m.op('[') && namedExpression(m) && clauses(m) && m.op(']'));
  if (found) return { type: 'ListComp', start, end: m.last.end };
  if (m.invalidRules) invalidComprehension(m);
  return null;
}

export function braces(m: Machine): Node | null {
  const { start } = m.peek();
  const type = dict(m) ?? set(m) ?? dictComprehension(m) ?? setComprehension(m);
  return type === null ? null : { type, start, end: m.last.end };
}

function dict(m: Machine): string | null {
  const found = m.alt(() => m.op('{') && m.maybe(() => pairs(m)) && m.op('}'));
  if (found) return 'Dict';
  // CPython tries these in the first run too.
  m.alt(() => m.op('{') && invalidPairs(m));
  return null;
}

function set(m: Machine): string | null {
  return m.alt(() => m.op('{') && starNamedExpressions(m) && m.op('}') && 'Set');
}

function dictComprehension(m: Machine): string | null {
  const found = m.alt(() => m.op('{') && keyValue(m) && clauses(m) && m.op('}'));
  if (found) return 'DictComp';
  if (m.invalidRules) {
    m.alt(() => {
      const stars = m.op('{') && m.op('**');
      if (stars && bitwiseOr(m) && clauses(m) && m.op('}')) {
        m.raise('dict unpacking cannot be used in dict comprehension', stars);
      }
    });
  }
  return null;
}

function setComprehension(m: Machine): string | null {
  const found = m.alt(() => m.op('{') && namedExpression(m) && clauses(m) && m.op('}'));
  if (found) return 'SetComp';
  if (m.invalidRules) invalidComprehension(m);
  return null;
}

function pairs(m: Machine): unknown {
  return m.gather(',', () => pair(m)) && m.maybe(() => m.op(','));
}

function pair(m: Machine): unknown {
  return m.alt(() => m.op('**') && bitwiseOr(m)) ?? m.alt(() => keyValue(m));
}

function keyValue(m: Machine): unknown {
  return expression(m) && m.op(':') && expression(m);
}

function invalidPairs(m: Machine): null {
  m.alt(() => {
    if (m.gather(',', () => pair(m)) && m.op(',')) invalidPair(m);
  });
  invalidPairValue(m);
  return null;
}

function invalidPair(m: Machine): void {
  m.alt(() => {
    const key = expression(m);
    if (!key || m.ahead(() => m.op(':'))) return;
    // Shown at the end of the key, up to the end of its line.
    const error = m.errorAt("':' expected after dictionary key", key.end - 1, key.end, 'SyntaxError');
    throw new Diagnosed({ ...error, line: m.lineOf(key), endColumn: 0 });
  });
  invalidPairValue(m);
}

function invalidPairValue(m: Machine): void {
  m.alt(() => {
    const star = expression(m) && m.op(':') && m.op('*');
    if (star && bitwiseOr(m)) m.raiseFrom('cannot use a starred expression in a dictionary value', star);
  });
  m.alt(() => {
    const colon = expression(m) && m.op(':');
    if (colon && m.ahead(() => m.anyOp('}', ','))) {
      m.raise("expression expected after dictionary key and ':'", colon);
    }
  });
}

function invalidComprehension(m: Machine): void {
  m.alt(() => {
    const value = m.anyOp('[', '(', '{') && starredExpression(m);
    if (value && clauses(m)) m.raise('iterable unpacking cannot be used in comprehension', value);
  });
  const message = 'did you forget parentheses around the comprehension target?';
  m.alt(() => {
    const first = m.anyOp('[', '{') && starNamedExpression(m);
    const rest = first && m.op(',') && starNamedExpressions(m);
    if (first && rest && clauses(m)) m.raise(message, first, rest.at(-1)!);
  });
  m.alt(() => {
    const first = m.anyOp('[', '{') && starNamedExpression(m);
    const comma = first && m.op(',');
    if (first && comma && clauses(m)) m.raise(message, first, comma);
  });
}

/** The `for` clauses of a comprehension, at least one. */
export function clauses(m: Machine): ClauseNode[] | null {
  return m.some(() => clause(m));
}

function clause(m: Machine): ClauseNode | null {
  for (const isAsync of [true, false]) {
    let committed = false;
    const found = m.alt(() => {
      if (isAsync && !m.op('async')) return null;
      const target = m.op('for') && starTargets(m);
      if (!target || !m.op('in')) return null;
      committed = true;
      const iterated = disjunction(m);
      if (!iterated) return null;
      const conditions = m.many(() => m.op('if') && disjunction(m));
      return { target, last: conditions.at(-1) ?? iterated };
    });
    if (found || committed) return found;
  }
  // CPython tries this in the first run too.
  invalidClause(m);
  if (m.invalidRules) invalidForTarget(m);
  return null;
}

function invalidClause(m: Machine): void {
  m.alt(() => {
    m.op('async');
    if (!m.op('for') || !m.gather(',', () => bitwiseOr(m))) return;
    m.op(',');
    if (!m.ahead(() => m.op('in'))) m.raiseLast("'in' expected after for-loop variables");
  });
}

/** `for f() in x`: says which part cannot be assigned to. */
export function invalidForTarget(m: Machine): void {
  m.alt(() => {
    m.op('async');
    const target = m.op('for') && starExpressions(m);
    if (target) raiseInvalidTarget(m, target, 'for');
  });
}

/** Throws if `node`, or a part of it, cannot be a target. */
export function raiseInvalidTarget(m: Machine, node: Node, kind: TargetKind): void {
  const invalid = invalidTarget(node, kind);
  if (!invalid) return;
  m.raise(`cannot ${kind === 'del' ? 'delete' : 'assign to'} ${describe(invalid)}`, invalid);
}
