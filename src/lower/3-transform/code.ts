/** What the emitted text says of each function, class body and module: the arguments of the runtime's `Code`. */
import type * as b from '../build.js';

export interface CodeSpec {
  readonly index: number;
  readonly name: string;
  readonly qualname: string;
  readonly firstLine: number;
  readonly positional: readonly string[];
  readonly positionalOnly: number;
  /** How many of `positional` have defaults. */
  readonly optional: number;
  readonly varargs: string | null;
  readonly keywordOnly: readonly string[];
  readonly varkw: string | null;
  readonly flags: number;
  readonly varnames: readonly string[];
  /** The cells that the factory takes, and the variables that they are of. */
  readonly freevars: readonly string[];
  readonly freeNames: readonly string[];
  readonly cellvars: readonly string[];
  readonly names: readonly string[];
  readonly nested: readonly number[];
  readonly doc: string | null;
  /** The fork point that it goes on from. */
  continues?: number;
  /** As far as the text tells, a thread never has to wait in it. Known of the threaded form. */
  computes?: boolean;
  /** `($i, cell…) => function`. */
  make: b.Expression | null;
  /** A generator expression's other form, `($i, cell…) => (source, take) => void`: it hands its values to `take`. */
  push?: b.Expression;
}
