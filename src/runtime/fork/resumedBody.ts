/** The body of a generator that another process had begun: it goes to the place where it waited when somebody wants something of it. */
import type { Py } from '../object/object.js';

type Body = Generator<Py, Py, Py>;

export class ResumedBody implements Body {
  private body: Body | null = null;

  /**
   * @param js its text, which a process that is forked while it waits in it needs again.
   * @param values of its variables; filled when all objects are there.
   * @param start makes the body that waits before its first statement.
   */
  constructor(
    readonly js: string,
    public values: readonly Py[],
    private readonly start: (values: readonly Py[]) => Body,
  ) {}

  get hasBegun(): boolean {
    return this.body !== null;
  }

  /** The generator itself, waiting where it waited. */
  get begun(): Body {
    if (this.body === null) {
      this.body = this.start(this.values);
      this.values = [];
      this.body.next();
    }
    return this.body;
  }

  next(value: Py): IteratorResult<Py, Py> {
    return this.begun.next(value);
  }

  throw(error: unknown): IteratorResult<Py, Py> {
    return this.begun.throw(error);
  }

  return(value: Py): IteratorResult<Py, Py> {
    return this.begun.return(value);
  }

  [Symbol.iterator](): Body {
    return this;
  }

  [Symbol.dispose](): void {
    this.return(null);
  }
}
