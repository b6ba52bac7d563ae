/** Parameter lists of functions and lambdas. */
import type { Arg, Arguments, Expr, Tuple } from '../ast.js';
import { NotPython } from '../normalise/emitter.js';
import { refuse } from '../validate/refuse.js';
import { convertHoisted } from './atoms.js';
import { bitwiseOr, expression, starred } from './expressions.js';
import { Reader } from './reader.js';
import { checkName2, storeTarget } from './targets.js';

/** Reads the parameters that come next: those of a lambda up to its colon, those of a `def` as one group. */
export function convertParameters(reader: Reader, annotated: boolean): Arguments {
  if (!reader.isBranch('ParamList')) return new ParameterList(annotated).result();
  const list = reader.branch('ParamList');
  const inner = annotated ? Reader.inside(reader.cx, list) : Reader.of(reader.cx, list);
  return new ParameterList(annotated).read(inner);
}

class ParameterList {
  private posonlyargs: Arg[] = [];
  private args: Arg[] = [];
  private defaults: Expr[] = [];
  private readonly kwonlyargs: Arg[] = [];
  private readonly kw_defaults: (Expr | null)[] = [];
  private vararg: Arg | null = null;
  private kwarg: Arg | null = null;
  private star = false;
  /** The last thing was a bare `*`, which a name must follow. */
  private bareStar = false;
  private readonly annotated: boolean;

  constructor(annotated: boolean) {
    this.annotated = annotated;
  }

  read(reader: Reader): Arguments {
    const dialect2 = reader.cx.dialect === 2;
    while (!reader.done) {
      if (this.kwarg) throw new NotPython();
      if (reader.accept('**')) this.doubleStar(reader);
      else if (reader.accept('*')) this.singleStar(reader);
      else if (reader.accept('/')) this.slash();
      else this.parameter(reader);
      if (reader.done) break;
      reader.expect(',');
      if (reader.done && dialect2 && (this.star || this.kwarg)) throw new NotPython();
    }
    if (this.bareStar) throw new NotPython();
    return this.result();
  }

  result(): Arguments {
    const { posonlyargs, args, vararg, kwonlyargs, kw_defaults, kwarg, defaults } = this;
    return { type: 'arguments', posonlyargs, args, vararg, kwonlyargs, kw_defaults, kwarg, defaults };
  }

  private doubleStar(reader: Reader): void {
    if (this.bareStar) throw new NotPython();
    this.kwarg = this.plain(reader, expression);
  }

  private singleStar(reader: Reader): void {
    if (this.star) throw new NotPython();
    this.star = true;
    if (reader.is(',') || reader.done) {
      if (reader.cx.dialect === 2) throw new NotPython();
      this.bareStar = true;
      return;
    }
    const annotation = (inner: Reader) => (inner.is('*') ? starred(inner, bitwiseOr) : expression(inner));
    this.vararg = this.plain(reader, annotation);
  }

  private slash(): void {
    if (this.star || this.posonlyargs.length > 0 || this.args.length === 0) throw new NotPython();
    this.posonlyargs = this.args;
    this.args = [];
  }

  private parameter(reader: Reader): void {
    const arg = this.plain(reader, expression);
    this.bareStar = false;
    const value = reader.accept('=') ? expression(reader) : null;
    if (this.star) {
      if (reader.cx.dialect === 2) throw new NotPython();
      this.kwonlyargs.push(arg);
      this.kw_defaults.push(value);
      return;
    }
    if (value) this.defaults.push(value);
    else if (this.defaults.length > 0) missingDefault(reader, this.posonlyargs[0] ?? this.args[0] ?? arg);
    this.args.push(arg);
  }

  /** A name with its annotation; in Python 2 also a tuple of names. */
  private plain(reader: Reader, annotation: (reader: Reader) => Expr): Arg {
    const start = reader.startOf();
    if (reader.cx.dialect === 2 && reader.is('(')) return this.tuple(reader);
    const token = reader.name();
    if (reader.cx.dialect === 2) checkName2(token.text, token);
    const arg = token.text;
    const type = this.annotated && reader.cx.dialect === 3 && reader.accept(':') ? annotation(reader) : null;
    return { type: 'arg', arg, annotation: type, start, end: reader.endOfLast() };
  }

  private tuple(reader: Reader): Arg {
    if (this.star) throw new NotPython();
    const start = reader.startOf();
    const pattern = convertHoisted(reader.cx, reader.tokenIndex, bitwiseOr);
    reader.at++;
    const end = reader.endOfLast();
    if (pattern.type === 'Name') checkName2(pattern.id, pattern);
    if (pattern.type === 'Name') return { type: 'arg', arg: pattern.id, annotation: null, start, end };
    if (pattern.type !== 'Tuple' || !onlyNames(pattern)) throw new NotPython();
    const arg = `.${this.args.length}`;
    return { type: 'arg', arg, annotation: null, pattern: storeTarget(pattern, 2) as Tuple, start, end };
  }
}

function missingDefault(reader: Reader, arg: Arg): never {
  if (reader.cx.dialect === 3) throw new NotPython();
  return refuse('non-default argument follows default argument', arg);
}

function onlyNames(pattern: Expr): boolean {
  if (pattern.type === 'Name') return true;
  return pattern.type === 'Tuple' && pattern.elts.length > 0 && pattern.elts.every(onlyNames);
}
