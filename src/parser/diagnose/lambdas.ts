/** `lambda`. */
import { expression } from './expressions.js';
import type { Machine } from './machine.js';
import type { Node } from './nodes.js';
import { Parameters } from './parameters.js';

export function lambdaParameters(m: Machine): unknown {
  return new Parameters(m, true).list();
}

export function lambdaDefinition(m: Machine): Node | null {
  const word = m.op('lambda');
  if (!word) return null;
  m.maybe(() => lambdaParameters(m));
  const body = m.op(':') && expression(m);
  return body && { type: 'Lambda', start: word.start, end: m.last.end };
}
