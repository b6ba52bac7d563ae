/** Where in a text something may be meant for one dialect only. */
import { T, type Token } from './tokens/token.js';

const GUARDS: ReadonlySet<string> = new Set(['try', 'except', 'finally', 'elif', 'else']);

/** Follows a text's tokens in their order. */
export class GuardedBlocks {
  /** For each block that is open, whether it is one that not every run comes to. */
  private readonly open: boolean[] = [];
  /** The first token of the line, and whether the next token begins another. */
  private line = 0;
  private atLineEnd = true;

  constructor(private readonly tokens: readonly Token[]) {}

  pass(at: number): void {
    switch (this.tokens[at]!.kind) {
      case T.Indent:
        this.open.push(this.guards());
        return;
      case T.Dedent:
        this.open.pop();
        return;
      case T.Newline:
        this.atLineEnd = true;
        return;
      default:
        if (this.atLineEnd) this.line = at;
        this.atLineEnd = false;
    }
  }

  /** Whether the token last passed stands in an `if`, or in a `try` with what belongs to it. */
  get guarded(): boolean {
    return this.open.includes(true) || this.guards();
  }

  /** `if __name__ == '__main__'` is what every run of a program comes to. */
  private guards(): boolean {
    const first = this.tokens[this.line]!.text;
    return first === 'if' ? this.tokens[this.line + 1]?.text !== '__name__' : GUARDS.has(first);
  }
}
