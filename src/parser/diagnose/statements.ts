/** Statements and whole modules. */
import { T } from '../tokens/token.js';
import { compoundStatement } from './compound.js';
import { expressions } from './expressions.js';
import { Diagnosed, type Machine } from './machine.js';
import { simpleStatements } from './simple.js';

export function statements(m: Machine): unknown {
  return m.some(() => m.alt(() => compoundStatement(m)) ?? m.alt(() => simpleStatements(m)));
}

/** A whole file. */
export function file(m: Machine): unknown {
  return m.maybe(() => statements(m)) && m.kind(T.End);
}

/** What `eval` takes: expressions, then only line ends. */
export function evaluated(m: Machine): unknown {
  return expressions(m) && m.many(() => m.kind(T.Newline)) && m.kind(T.End);
}

/** What is typed at a prompt: one statement. */
export function interactive(m: Machine): unknown {
  const found = m.alt(() => compoundStatement(m) && finished(m)) ?? m.alt(() => simpleStatements(m)) ?? null;
  if (found && m.peek().kind !== T.End && m.tokens[m.pos - 1]!.kind === T.Newline) {
    m.pos--;
    const newline = m.peek();
    throw new Diagnosed(
      m.errorAtToken('multiple statements found while compiling a single statement', newline, 'SyntaxError'),
    );
  }
  return found;
}

/** A compound statement on one line is only finished by a line end. */
function finished(m: Machine): boolean {
  const ended = m.last.kind === T.Dedent || /[\r\n]$/.test(m.source.text);
  return m.peek().kind === T.End && ended;
}
