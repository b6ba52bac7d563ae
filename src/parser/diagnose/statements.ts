/** Statements and whole modules. */
import { T } from '../tokens/token.js';
import { compoundStatement } from './compound.js';
import { expressions } from './expressions.js';
import type { Machine } from './machine.js';
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
  return (
    m.alt(() => compoundStatement(m) && m.kind(T.Newline)) ??
    m.alt(() => simpleStatements(m)) ??
    m.kind(T.Newline) ??
    m.kind(T.End)
  );
}
