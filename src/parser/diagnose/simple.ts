/** Simple statements. */
import { T } from '../tokens/token.js';
import { brackets, parentheses, raiseInvalidTarget } from './displays.js';
import {
  assignedValue,
  expression,
  starExpressions,
  starNamedExpression,
  starNamedExpressions,
  yieldExpression,
} from './expressions.js';
import { importStatement } from './imports.js';
import type { Machine } from './machine.js';
import { describe, type Node } from './nodes.js';
import { deleteTargets, singleTarget, starTargets, subscriptOrAttribute } from './targets.js';
import { typeAlias } from './typeParameters.js';

/** A line of simple statements. */
export function simpleStatements(m: Machine): unknown {
  const single = m.alt(() => simpleStatement(m) && !m.ahead(() => m.op(';')) && m.kind(T.Newline));
  if (single) return true;
  return m.alt(() => {
    const found = m.gather(';', () => simpleStatement(m));
    return found && m.maybe(() => m.op(';')) && m.kind(T.Newline);
  });
}

function simpleStatement(m: Machine): unknown {
  return m.memo(simpleStatementRule);
}

function simpleStatementRule(m: Machine): unknown {
  const found = m.alt(() => assignment(m)) ?? m.alt(() => typeAlias(m)) ?? m.alt(() => starExpressions(m));
  if (found) return found;
  const { kind, text } = m.peek();
  if (kind !== T.Keyword) return null;
  switch (text) {
    case 'return':
      return m.op('return') && m.maybe(() => starExpressions(m));
    case 'import':
    case 'from':
      return importStatement(m);
    case 'raise':
      return (
        m.alt(() => m.op('raise') && expression(m) && m.maybe(() => m.op('from') && expression(m))) ?? m.op('raise')
      );
    case 'del':
      return deleteStatement(m);
    case 'yield':
      return yieldExpression(m);
    case 'assert':
      return m.op('assert') && expression(m) && m.maybe(() => m.op(',') && expression(m));
    case 'pass':
    case 'break':
    case 'continue':
      return m.op(text);
    case 'global':
    case 'nonlocal':
      return m.op(text) && m.gather(',', () => m.name());
    default:
      return null;
  }
}

function deleteStatement(m: Machine): unknown {
  const found = m.alt(() => {
    return m.op('del') && deleteTargets(m) && m.ahead(() => m.op(';') ?? m.kind(T.Newline));
  });
  if (!found && m.invalidRules) {
    m.alt(() => {
      const targets = m.op('del') && starExpressions(m);
      if (targets) raiseInvalidTarget(m, targets, 'del');
    });
  }
  return found;
}

const AUGMENTED = ['+=', '-=', '*=', '@=', '/=', '%=', '&=', '|=', '^=', '<<=', '>>=', '**=', '//='];

function assignment(m: Machine): unknown {
  const annotated =
    m.alt(() => m.name() && m.op(':') && annotation(m)) ??
    m.alt(() => annotatedTarget(m) && m.op(':') && annotation(m));
  if (annotated) return annotated;
  const plain = m.alt(() => {
    const targets = m.some(() => starTargets(m) && m.op('='));
    return targets && assignedValue(m) && !m.ahead(() => m.op('='));
  });
  if (plain) return plain;
  let committed = false;
  const augmented = m.alt(() => {
    committed = Boolean(singleTarget(m) && m.anyOp(...AUGMENTED));
    return committed && assignedValue(m);
  });
  if (augmented || committed) return augmented;
  if (m.invalidRules) invalidAssignment(m);
  return null;
}

function annotation(m: Machine): unknown {
  return expression(m) && m.maybe(() => m.op('=') && assignedValue(m));
}

function annotatedTarget(m: Machine): unknown {
  return m.alt(() => m.op('(') && singleTarget(m) && m.op(')')) ?? m.alt(() => subscriptOrAttribute(m));
}

function invalidAssignment(m: Machine): void {
  m.alt(() => {
    const target = invalidAnnotationTarget(m);
    if (target && m.op(':') && expression(m)) {
      m.raise(`only single target (not ${describe(target)}) can be annotated`, target);
    }
  });
  m.alt(() => {
    const first = starNamedExpression(m);
    if (!first || !m.op(',')) return;
    m.many(() => starNamedExpressions(m));
    if (m.op(':') && expression(m)) m.raise('only single target (not tuple) can be annotated', first);
  });
  m.alt(() => {
    const target = expression(m);
    if (target && m.op(':') && expression(m)) m.raise('illegal target for annotation', target);
  });
  const targets = () => m.many(() => starTargets(m) && m.op('='));
  m.alt(() => {
    const value = targets() && starExpressions(m);
    if (value && m.op('=')) raiseInvalidTarget(m, value, 'star');
  });
  m.alt(() => {
    const value = targets() && yieldExpression(m);
    if (value && m.op('=')) m.raise('assignment to yield expression not possible', value);
  });
  m.alt(() => {
    const value = starExpressions(m);
    if (value && m.anyOp(...AUGMENTED) && assignedValue(m)) {
      m.raise(`'${describe(value)}' is an illegal expression for augmented assignment`, value);
    }
  });
}

function invalidAnnotationTarget(m: Machine): Node | null {
  return (
    m.alt(() => brackets(m, 'list')) ??
    parentheses(m, 'tuple') ??
    m.alt(() => {
      const inner = m.op('(') && invalidAnnotationTarget(m);
      return inner && m.op(')') && inner;
    })
  );
}
