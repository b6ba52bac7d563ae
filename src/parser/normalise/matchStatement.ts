/**
 * `match` and `case`: both become `with` statements, the subject and the pattern in a list display.
 * Patterns are a subset of the expressions, once `as` is written as an operator.
 */
import { T } from '../tokens/token.js';
import { type Emitter, NotPython } from './emitter.js';
import { emitExpressions } from './expressions.js';
import { headerColon } from './statements.js';

/** Whether the line that starts with the name `match` opens a block of cases. */
export function isMatchBlock(emitter: Emitter, at: number): boolean {
  const { tokens, dialect } = emitter;
  if (dialect === 2) return false;
  const newline = emitter.find(at, tokens.length, ({ kind }) => kind === T.Newline);
  return newline > at + 2 && tokens[newline - 1]!.text === ':' && tokens[newline + 1]?.kind === T.Indent;
}

export function rewriteMatch(emitter: Emitter, at: number): number {
  const colon = headerColon(emitter, at + 1);
  emitter.emit('with', at);
  emitter.insert('[');
  emitExpressions(emitter, at + 1, colon);
  emitter.insert(']');
  emitter.emit(':', colon);
  return colon + 1;
}

export function rewriteCase(emitter: Emitter, at: number): number {
  const { tokens } = emitter;
  const colon = headerColon(emitter, at + 1);
  if (tokens[colon]?.text !== ':') throw new NotPython();
  const guard = emitter.find(at + 1, colon, ({ kind, text }) => kind === T.Keyword && text === 'if');
  emitter.emit('with', at);
  emitter.insert('[');
  emitExpressions(emitter, at + 1, guard, { as: 'or' });
  emitter.insert(']');
  if (guard < colon) {
    emitter.emit(',', guard);
    emitter.insert('(');
    emitExpressions(emitter, guard + 1, colon);
    emitter.insert(')');
  }
  emitter.emit(':', colon);
  return colon + 1;
}
