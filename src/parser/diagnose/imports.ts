/** `import` and `from ... import`. */
import { T } from '../tokens/token.js';
import type { Machine } from './machine.js';

const NO_NAMES = "Expected one or more names after 'import'";

export function importStatement(m: Machine): unknown {
  if (m.invalidRules) invalidImport(m);
  return m.alt(() => m.op('import') && m.gather(',', () => dottedAlias(m))) ?? m.alt(() => importFrom(m));
}

function invalidImport(m: Machine): void {
  m.alt(() => {
    const word = m.op('import');
    if (word && m.gather(',', () => dottedName(m)) && m.op('from') && dottedName(m)) {
      m.raiseFrom("Did you mean to use 'from ... import ...' instead?", word);
    }
  });
  m.alt(() => {
    const newline = m.op('import') && m.kind(T.Newline);
    if (newline) m.raiseFrom(NO_NAMES, newline);
  });
}

function dottedName(m: Machine): unknown {
  return m.alt(() => m.name() && m.many(() => m.op('.') && m.name()));
}

function dottedAlias(m: Machine): unknown {
  return dottedName(m) && m.maybe(() => m.op('as') && m.name());
}

function importFrom(m: Machine): unknown {
  const dots = () => m.anyOp('.', '...');
  return (
    m.alt(() => m.op('from') && m.many(dots) && dottedName(m) && m.op('import') && importedNames(m)) ??
    m.alt(() => m.op('from') && m.some(dots) && m.op('import') && importedNames(m))
  );
}

function importedNames(m: Machine): unknown {
  const found =
    m.alt(() => m.op('(') && aliases(m) && m.maybe(() => m.op(',')) && m.op(')')) ??
    m.alt(() => aliases(m) && !m.ahead(() => m.op(','))) ??
    m.op('*');
  if (!found && m.invalidRules) {
    m.alt(() => {
      if (aliases(m) && m.op(',') && m.kind(T.Newline)) {
        m.raiseLast('trailing comma not allowed without surrounding parentheses');
      }
    });
    m.alt(() => {
      const newline = m.kind(T.Newline);
      if (newline) m.raiseFrom(NO_NAMES, newline);
    });
  }
  return found;
}

function aliases(m: Machine): unknown {
  return m.gather(',', () => m.alt(() => m.name() && m.maybe(() => m.op('as') && m.name())));
}
