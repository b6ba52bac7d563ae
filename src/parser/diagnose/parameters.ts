/** Parameter lists of `def` and `lambda`, which differ in annotations and in what ends them. */
import { expression, starExpression } from './expressions.js';
import type { Machine } from './machine.js';
import type { Node } from './nodes.js';

/** The rules for one kind of parameter list. */
export class Parameters {
  private readonly m: Machine;
  private readonly isLambda: boolean;
  private readonly end: string;

  constructor(m: Machine, isLambda: boolean) {
    this.m = m;
    this.isLambda = isLambda;
    this.end = isLambda ? ':' : ')';
  }

  /** A whole list, at least one parameter. */
  list(): unknown {
    if (this.m.invalidRules) this.invalid();
    return this.valid();
  }

  private valid(): unknown {
    const { m } = this;
    const rest = () => m.maybe(() => this.starEtc());
    return (
      m.alt(() => this.slashNoDefault() && this.noDefaults() && this.withDefaults() && rest()) ??
      m.alt(() => this.slashWithDefault() && this.withDefaults() && rest()) ??
      m.alt(() => m.some(() => this.noDefault()) && this.withDefaults() && rest()) ??
      m.alt(() => m.some(() => this.withDefault()) && rest()) ??
      m.alt(() => this.starEtc())
    );
  }

  private noDefaults(): Node[] {
    return this.m.many(() => this.noDefault());
  }

  private withDefaults(): Node[] {
    return this.m.many(() => this.withDefault());
  }

  private maybeDefaults(): Node[] {
    return this.m.many(() => this.maybeDefault());
  }

  private slashNoDefault(): unknown {
    const { m } = this;
    return m.alt(() => m.some(() => this.noDefault()) && this.slash());
  }

  private slashWithDefault(): unknown {
    const { m } = this;
    return m.alt(() => this.noDefaults() && m.some(() => this.withDefault()) && this.slash());
  }

  private slash(): unknown {
    const { m } = this;
    return m.alt(() => m.op('/') && m.op(',')) ?? m.alt(() => m.op('/') && this.atEnd());
  }

  private atEnd(): boolean {
    return this.m.ahead(() => this.m.op(this.end));
  }

  private separated(value: Node | null): Node | null {
    return value && (this.m.op(',') || this.atEnd()) ? value : null;
  }

  private noDefault(): Node | null {
    return this.m.alt(() => this.separated(this.parameter()));
  }

  private withDefault(): Node | null {
    return this.m.alt(() => {
      const parameter = this.parameter();
      return parameter && this.defaultValue() ? this.separated(parameter) : null;
    });
  }

  private maybeDefault(): Node | null {
    return this.m.alt(() => {
      const parameter = this.parameter();
      if (parameter) this.m.maybe(() => this.defaultValue());
      return this.separated(parameter);
    });
  }

  private defaultValue(): unknown {
    const { m } = this;
    const found = m.alt(() => m.op('=') && expression(m));
    if (found || !m.invalidRules) return found;
    m.alt(() => {
      const equals = m.op('=');
      if (equals && m.ahead(() => m.anyOp(')', ','))) m.raise('expected default value expression', equals);
    });
    return null;
  }

  /** A name with its annotation. */
  private parameter(): Node | null {
    const { m } = this;
    const name = m.name();
    if (!name || this.isLambda) return name;
    m.maybe(() => m.op(':') && expression(m));
    return { type: 'arg', start: name.start, end: m.last.end };
  }

  private starEtc(): unknown {
    const { m } = this;
    if (m.invalidRules) this.invalidStarEtc();
    const keywords = () => m.maybe(() => this.keywords());
    return (
      m.alt(() => m.op('*') && this.noDefault() && this.maybeDefaults() && keywords()) ??
      m.alt(() => !this.isLambda && m.op('*') && this.starAnnotated() && this.maybeDefaults() && keywords()) ??
      m.alt(() => m.op('*') && m.op(',') && m.some(() => this.maybeDefault()) && keywords()) ??
      m.alt(() => this.keywords())
    );
  }

  /** `args: *Ts` */
  private starAnnotated(): Node | null {
    const { m } = this;
    return m.alt(() => {
      const name = m.name();
      return name && m.op(':') && starExpression(m) ? this.separated(name) : null;
    });
  }

  private keywords(): unknown {
    const { m } = this;
    if (m.invalidRules) this.invalidKeywords();
    return m.alt(() => m.op('**') && this.noDefault());
  }

  private invalid(): void {
    const { m } = this;
    m.alt(() => {
      const slash = m.op('/');
      if (slash && m.op(',')) m.raise('at least one argument must precede /', slash);
    });
    m.alt(() => {
      if (!this.anySlash()) return;
      this.maybeDefaults();
      const slash = m.op('/');
      if (slash) m.raise('/ may appear only once', slash);
    });
    m.alt(() => {
      m.maybe(() => this.slashNoDefault());
      this.noDefaults();
      if (!(this.slashWithDefault() ?? m.some(() => this.withDefault()))) return;
      const parameter = this.noDefault();
      if (parameter) m.raise('parameter without a default follows parameter with a default', parameter);
    });
    this.invalidParentheses();
    m.alt(() => {
      m.maybe(() => this.anySlash());
      this.maybeDefaults();
      if (!m.op('*') || !(m.op(',') ?? this.noDefault())) return;
      this.maybeDefaults();
      const slash = m.op('/');
      if (slash) m.raise('/ must be ahead of *', slash);
    });
    m.alt(() => {
      const star = m.some(() => this.maybeDefault()) && m.op('/') && m.op('*');
      if (star) m.raise('expected comma between / and *', star);
    });
  }

  private anySlash(): unknown {
    return this.slashNoDefault() ?? this.slashWithDefault();
  }

  private invalidParentheses(): void {
    const { m } = this;
    m.alt(() => {
      this.noDefaults();
      const open = m.op('(');
      if (!open) return;
      const inner = this.isLambda ? m.gather(',', () => m.name()) : m.some(() => this.noDefault());
      if (!inner) return;
      m.op(',');
      const close = m.op(')');
      const what = this.isLambda ? 'Lambda expression' : 'Function';
      if (close) m.raise(`${what} parameters cannot be parenthesized`, open, close);
    });
  }

  private invalidStarEtc(): void {
    const { m } = this;
    m.alt(() => {
      const star = m.op('*');
      const bare = star && (m.op(this.end) ?? m.alt(() => m.op(',') && m.anyOp(this.end, '**')));
      if (star && bare) {
        if (this.isLambda) m.raiseLast('named arguments must follow bare *');
        m.raise('named arguments must follow bare *', star);
      }
    });
    m.alt(() => {
      const equals = m.op('*') && this.parameter() && m.op('=');
      if (equals) m.raise('var-positional argument cannot have default value', equals);
    });
    m.alt(() => {
      if (!m.op('*') || !(m.alt(() => this.noDefault()) ?? m.op(','))) return;
      this.maybeDefaults();
      const star = m.op('*');
      if (star && (m.alt(() => this.noDefault()) ?? m.op(','))) m.raise('* argument may appear only once', star);
    });
  }

  private invalidKeywords(): void {
    const { m } = this;
    m.alt(() => {
      const equals = m.op('**') && this.parameter() && m.op('=');
      if (equals) m.raise('var-keyword argument cannot have default value', equals);
    });
    m.alt(() => {
      const next = m.op('**') && this.parameter() && m.op(',') && this.parameter();
      if (next) m.raise('arguments cannot follow var-keyword argument', next);
    });
    m.alt(() => {
      const next = m.op('**') && this.parameter() && m.op(',') && m.anyOp('*', '**', '/');
      if (next) m.raise('arguments cannot follow var-keyword argument', next);
    });
  }
}
