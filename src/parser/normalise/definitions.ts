/** `def`, `class` and `type`: the type parameters are taken out. */
import { T } from '../tokens/token.js';
import type { Emitter } from './emitter.js';
import { emitExpressions } from './expressions.js';
import { emitParameterList } from './parameters.js';
import type { Notes } from './statements.js';
import { hoistTypeParameters, readTypeParameters } from './typeParameters.js';

export function rewriteFunction(emitter: Emitter, notes: Notes, at: number, colon: number): void {
  emitter.emit('def', at);
  let next = emitName(emitter, at + 1, colon);
  next = takeTypeParameters(emitter, notes, next);
  if (emitter.tokens[next]!.text === '(') {
    const close = emitter.matching[next]!;
    emitter.emit('(', next);
    emitParameterList(emitter, next + 1, close, '/');
    emitter.emit(')', close);
    next = close + 1;
  }
  emitExpressions(emitter, next, colon);
}

export function rewriteClass(emitter: Emitter, notes: Notes, at: number, colon: number): void {
  emitter.emit('class', at);
  const next = takeTypeParameters(emitter, notes, emitName(emitter, at + 1, colon));
  // The bases are an argument list, so the bracket must be seen together with an operand before it.
  emitExpressions(emitter, next, colon, { call: true });
}

/** `type X[T] = value` is written as an assignment. */
export function rewriteTypeAlias(emitter: Emitter, notes: Notes, at: number, end: number): void {
  notes.typeAliases.add(at + 1);
  const next = takeTypeParameters(emitter, notes, emitName(emitter, at + 1, end));
  emitExpressions(emitter, next, end);
}

function emitName(emitter: Emitter, at: number, limit: number): number {
  if (at >= limit || emitter.tokens[at]!.kind !== T.Name) return at;
  emitter.emit('x', at);
  return at + 1;
}

function takeTypeParameters(emitter: Emitter, notes: Notes, at: number): number {
  if (emitter.dialect === 2 || emitter.tokens[at]!.text !== '[') return at;
  const parameters = readTypeParameters(emitter, at);
  if (!parameters) return at;
  notes.typeParameters.set(at, parameters);
  hoistTypeParameters(emitter, parameters);
  return emitter.matching[at]! + 1;
}
