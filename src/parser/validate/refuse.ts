/** How the checks of this folder say no. */
import type { Span } from '../ast.js';

/** Thrown by the first check that fails. */
export class Refused extends Error {
  readonly span: Span;
  constructor(message: string, span: Span) {
    super(message);
    this.span = span;
  }
}

export function refuse(message: string, span: Span): never {
  throw new Refused(message, span);
}
