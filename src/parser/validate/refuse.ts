/** How the checks of this folder say no. */
import type { Span } from '../ast.js';

/** Thrown by the first check that fails. */
export class Refused extends Error {
  readonly span: Span;
  /** Whether the error is shown at the start of the span only. */
  readonly openEnd: boolean;
  /** Whether the exception tells no place at all. */
  readonly placeless: boolean;
  constructor(message: string, span: Span, openEnd: boolean, placeless = false) {
    super(message);
    this.span = span;
    this.openEnd = openEnd;
    this.placeless = placeless;
  }
}

export function refuse(message: string, span: Span, openEnd = false, placeless = false): never {
  throw new Refused(message, span, openEnd, placeless);
}
