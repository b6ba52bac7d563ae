/** `match`, `case` and patterns. */
import { T } from '../tokens/token.js';
import { block, expectIndentedBlock } from './blocks.js';
import { expression, namedExpression, starNamedExpression, starNamedExpressions } from './expressions.js';
import type { Machine } from './machine.js';
import { strings } from './strings.js';

export function matchStatement(m: Machine): unknown {
  const found = m.alt(() => {
    const opened = m.soft('match') && subject(m) && m.op(':') && m.kind(T.Newline) && m.kind(T.Indent);
    return opened && m.some(() => caseBlock(m)) && m.kind(T.Dedent);
  });
  if (!found && m.invalidRules) {
    m.alt(() => m.soft('match') && subject(m) && m.kind(T.Newline) && m.raiseLast("expected ':'"));
    m.alt(() => {
      const word = m.soft('match');
      if (word && subject(m) && m.op(':')) expectIndentedBlock(m, "'match' statement", word);
    });
  }
  return found;
}

function subject(m: Machine): unknown {
  return (
    m.alt(() => starNamedExpression(m) && m.op(',') && m.maybe(() => starNamedExpressions(m))) ??
    m.alt(() => namedExpression(m))
  );
}

function caseBlock(m: Machine): unknown {
  if (m.invalidRules) {
    m.alt(() => caseHeader(m) && m.kind(T.Newline) && m.raiseLast("expected ':'"));
    m.alt(() => {
      const word = caseHeader(m);
      if (word && m.op(':')) expectIndentedBlock(m, "'case' statement", word);
    });
  }
  return m.alt(() => caseHeader(m) && m.op(':') && block(m));
}

function caseHeader(m: Machine) {
  const word = m.soft('case');
  if (!word || !patterns(m)) return null;
  m.maybe(() => m.op('if') && namedExpression(m));
  return word;
}

function patterns(m: Machine): unknown {
  return m.alt(() => openSequence(m)) ?? m.alt(() => pattern(m));
}

function pattern(m: Machine): unknown {
  return m.alt(() => asPattern(m)) ?? m.alt(() => orPattern(m));
}

function asPattern(m: Machine): unknown {
  const found = m.alt(() => orPattern(m) && m.op('as') && captureTarget(m));
  if (!found && m.invalidRules) {
    m.alt(() => {
      if (!orPattern(m) || !m.op('as')) return;
      const name = m.soft('_');
      if (name) m.raise("cannot use '_' as a target", name);
    });
    m.alt(() => {
      if (!orPattern(m) || !m.op('as') || m.ahead(() => m.name())) return;
      const target = expression(m);
      if (target) m.raise('invalid pattern target', target);
    });
  }
  return found;
}

function orPattern(m: Machine): unknown {
  const alternatives = m.gather('|', () => closedPattern(m));
  return alternatives?.[0];
}

function closedPattern(m: Machine): unknown {
  return m.memo(closedPatternRule);
}

function closedPatternRule(m: Machine): unknown {
  return (
    m.alt(() => literal(m)) ??
    m.alt(() => captureTarget(m)) ??
    m.alt(() => m.soft('_')) ??
    m.alt(() => attribute(m) && !m.ahead(() => m.anyOp('.', '(', '='))) ??
    m.alt(() => m.op('(') && pattern(m) && m.op(')')) ??
    m.alt(() => sequencePattern(m)) ??
    m.alt(() => mappingPattern(m)) ??
    m.alt(() => classPattern(m))
  );
}

function literal(m: Machine): unknown {
  return (
    m.alt(() => signedNumber(m) && !m.ahead(() => m.anyOp('+', '-'))) ??
    m.alt(() => complexNumber(m)) ??
    m.alt(() => strings(m)) ??
    m.alt(() => m.anyOp('None', 'True', 'False'))
  );
}

function signedNumber(m: Machine): unknown {
  m.op('-');
  return m.kind(T.Number);
}

function complexNumber(m: Machine): unknown {
  m.op('-');
  const real = m.kind(T.Number);
  if (!real) return null;
  if (isImaginary(m, real)) m.raise('real number required in complex literal', real);
  const imaginary = m.anyOp('+', '-') && m.kind(T.Number);
  if (!imaginary) return null;
  if (!isImaginary(m, imaginary)) m.raise('imaginary number required in complex literal', imaginary);
  return true;
}

function isImaginary(m: Machine, { end }: { end: number }): boolean {
  return /[jJ]/.test(m.source.text[end - 1]!);
}

function captureTarget(m: Machine): unknown {
  return m.alt(() => {
    const name = !m.ahead(() => m.soft('_')) && m.name();
    return name && !m.ahead(() => m.anyOp('.', '(', '='));
  });
}

/** `a.b`, at least one dot. */
function attribute(m: Machine): unknown {
  return m.alt(() => m.name() && m.some(() => m.op('.') && m.name()));
}

function nameOrAttribute(m: Machine): unknown {
  return m.alt(() => m.name() && m.many(() => m.op('.') && m.name()));
}

function openSequence(m: Machine): unknown {
  return m.alt(() => maybeStar(m) && m.op(',') && m.maybe(() => sequenceItems(m)));
}

function sequenceItems(m: Machine): unknown {
  return m.gather(',', () => maybeStar(m)) && m.maybe(() => m.op(','));
}

function maybeStar(m: Machine): unknown {
  return m.alt(() => m.op('*') && (captureTarget(m) ?? m.soft('_'))) ?? m.alt(() => pattern(m));
}

function sequencePattern(m: Machine): unknown {
  return (
    m.alt(() => m.op('[') && m.maybe(() => sequenceItems(m)) && m.op(']')) ??
    m.alt(() => m.op('(') && m.maybe(() => openSequence(m)) && m.op(')'))
  );
}

function mappingPattern(m: Machine): unknown {
  const rest = () => m.op('**') && captureTarget(m);
  const items = () => m.gather(',', () => m.alt(() => mappingKey(m) && m.op(':') && pattern(m)));
  const close = () => m.maybe(() => m.op(',')) && m.op('}');
  return (
    m.alt(() => m.op('{') && m.op('}')) ??
    m.alt(() => m.op('{') && rest() && close()) ??
    m.alt(() => m.op('{') && items() && m.op(',') && rest() && close()) ??
    m.alt(() => m.op('{') && items() && close())
  );
}

function mappingKey(m: Machine): unknown {
  return m.alt(() => literal(m)) ?? attribute(m);
}

function classPattern(m: Machine): unknown {
  const close = () => m.maybe(() => m.op(',')) && m.op(')');
  const open = () => nameOrAttribute(m) && m.op('(');
  const found =
    m.alt(() => open() && m.op(')')) ??
    m.alt(() => open() && positionals(m) && close()) ??
    m.alt(() => open() && keywords(m) && close()) ??
    m.alt(() => open() && positionals(m) && m.op(',') && keywords(m) && close());
  if (!found && m.invalidRules) invalidClassPattern(m, open);
  return found;
}

function invalidClassPattern(m: Machine, open: () => unknown): void {
  m.alt(() => {
    if (!open()) return;
    m.maybe(() => positionals(m) && m.op(','));
    if (!keywords(m) || !m.op(',')) return;
    const first = m.peek();
    if (positionals(m)) m.raise('positional patterns follow keyword patterns', first, m.last);
  });
}

function positionals(m: Machine): unknown {
  return m.gather(',', () => pattern(m));
}

function keywords(m: Machine): unknown {
  return m.gather(',', () => m.alt(() => m.name() && m.op('=') && pattern(m)));
}
