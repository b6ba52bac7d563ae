/** Type parameters and the `type` statement. */
import { expression, starExpression } from './expressions.js';
import type { Machine } from './machine.js';

export function typeAlias(m: Machine): unknown {
  return m.alt(() => {
    return m.soft('type') && m.name() && m.maybe(() => typeParameters(m)) && m.op('=') && expression(m);
  });
}

export function typeParameters(m: Machine): unknown {
  if (m.invalidRules) {
    m.alt(() => {
      const close = m.op('[') && m.op(']');
      if (close) m.raiseFrom('Type parameter list cannot be empty', close);
    });
  }
  return m.alt(() => {
    return m.op('[') && m.gather(',', () => typeParameter(m)) && m.maybe(() => m.op(',')) && m.op(']');
  });
}

function typeParameter(m: Machine): unknown {
  return m.memo(typeParameterRule);
}

function typeParameterRule(m: Machine): unknown {
  const plain = m.alt(() => {
    return m.name() && m.maybe(() => m.op(':') && expression(m)) && m.maybe(() => m.op('=') && expression(m));
  });
  if (plain) return plain;
  // CPython tries this in the first run too.
  invalidTypeParameter(m);
  return (
    m.alt(() => m.op('*') && m.name() && m.maybe(() => m.op('=') && starExpression(m))) ??
    m.alt(() => m.op('**') && m.name() && m.maybe(() => m.op('=') && expression(m)))
  );
}

function invalidTypeParameter(m: Machine): void {
  for (const [star, kind] of [['*', 'TypeVarTuple'] as const, ['**', 'ParamSpec'] as const]) {
    m.alt(() => {
      const colon = m.op(star) && m.name() && m.op(':');
      const bound = colon && expression(m);
      if (!colon || !bound) return;
      m.raiseFrom(`cannot use ${bound.type === 'Tuple' ? 'constraints' : 'bound'} with ${kind}`, colon);
    });
  }
}
