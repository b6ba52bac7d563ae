/** Which Python a program was written for. */
import { GONE_METHODS, GONE_MODULES, GONE_NAMES, isGoneMember } from './goneNames.js';
import { GuardedBlocks } from './guardedBlocks.js';
import { SourceText } from './source.js';
import { T, type Token } from './tokens/token.js';
import { tokenize } from './tokens/tokenizer.js';

/**
 * Guesses from the text alone. When it could be both, it is Python 3.
 * @param isOwn whether a module of that name is the program's own.
 */
export function detectDialect(text: string, isOwn: (module: string) => boolean = () => false): 2 | 3 {
  const line = shebang(text);
  if (line) return line;
  // A byte order mark, also of a text that was read as Latin-1.
  const source = new SourceText(text.replace(/^(?:\uFEFF|\u00EF\u00BB\u00BF)/, ''));
  const { tokens } = tokenize(source, 2);
  const evidence = new Evidence(source, tokens, isOwn);
  for (let at = 0; at < tokens.length; at++) {
    const dialect = evidence.syntax(at);
    if (dialect) return dialect;
  }
  return evidence.names();
}

/** What `#!/usr/bin/python2.7` says. */
function shebang(text: string): 2 | 3 | null {
  const match = /^\uFEFF?#!.*\bpython([23])(?![0-9])/.exec(text);
  return match ? (Number(match[1]) as 2 | 3) : null;
}

class Evidence {
  private readonly text: string;
  private readonly tokens: readonly Token[];
  /** The last line said `from __future__ import print_function`, so `print` proves nothing. */
  private printFunction = false;
  private readonly defined = new Set<string>();
  private readonly blocks: GuardedBlocks;
  /** Whether names are used that Python 3 lacks, at all and where every run comes to them, and whether such a module is imported there. */
  private readonly gone = { used: false, unguarded: false, imported: false };

  constructor(
    source: SourceText,
    tokens: readonly Token[],
    private readonly isOwn: (module: string) => boolean,
  ) {
    this.text = source.text;
    this.tokens = tokens;
    this.blocks = new GuardedBlocks(tokens);
  }

  private is(at: number, text: string): boolean {
    const token = this.tokens[at];
    return token !== undefined && token.text === text;
  }

  private startsStatement(at: number): boolean {
    const before = this.tokens[at - 1];
    if (!before) return true;
    if (before.kind === T.Newline || before.kind === T.Indent || before.kind === T.Dedent) return true;
    return before.kind === T.Op && (before.text === ';' || (before.text === ':' && this.opensBlock(at - 1)));
  }

  /** Whether a colon is none of a lambda, a dict or a slice. */
  private opensBlock(colon: number): boolean {
    let depth = 0;
    let colons = 0;
    for (let at = colon - 1; at >= 0; at--) {
      const { kind, text } = this.tokens[at]!;
      if (kind === T.Newline || (kind === T.Op && text === ';')) return true;
      if (kind === T.Op && /^[)\]}]$/.test(text)) depth++;
      else if (kind === T.Op && /^[([{]$/.test(text) && --depth < 0) return false;
      else if (depth === 0 && kind === T.Op && text === ':') colons++;
      else if (depth === 0 && kind === T.Keyword && text === 'lambda' && --colons < 0) return false;
    }
    return true;
  }

  private adjacent(at: number): boolean {
    return this.tokens[at]!.end === this.tokens[at + 1]?.start;
  }

  /** The dialect that the token at `at` proves, if it does. */
  syntax(at: number): 2 | 3 | null {
    const { kind, text, start, end } = this.tokens[at]!;
    this.blocks.pass(at);
    switch (kind) {
      case T.Op:
        return this.operator(at, text);
      case T.Keyword:
        return this.keyword(at, text);
      case T.Name:
        return this.name(at, text);
      case T.Number:
        // `10L` and `0777`
        return /^(?:.*[lL]|0[0-9]*[1-9][0-9]*)$/.test(this.text.slice(start, end)) ? 2 : null;
      case T.String:
        return /^ur/i.test(this.text.slice(start, start + 2)) ? 2 : null;
      default:
        return null;
    }
  }

  private operator(at: number, text: string): 2 | 3 | null {
    if (text === '`' || text === '<>') return 2;
    if (text === '-' && this.is(at + 1, '>') && this.adjacent(at)) return 3;
    if (text === ':' && this.is(at + 1, '=') && this.adjacent(at)) return 3;
    if (text === '@' && !this.startsStatement(at)) return 3;
    return null;
  }

  private keyword(at: number, text: string): 2 | 3 | null {
    switch (text) {
      case 'from':
        if (this.is(at + 1, '__future__')) this.futureImport(at + 3);
        // `yield from`, `raise ... from`
        if (!this.startsStatement(at)) return 3;
        this.fromImport(at + 1);
        return null;
      case 'print':
        return this.printStatement(at);
      case 'exec':
        return this.startsStatement(at) && !this.is(at + 1, '(') ? 2 : null;
      case 'except':
        return this.exceptClause(at + 1);
      case 'raise':
        return this.raiseStatement(at + 1);
      case 'import':
        if (this.startsStatement(at)) this.imports(at + 1);
        // What is imported by the name of a builtin that is gone (functools.reduce) proves nothing.
        for (const name of this.restOfLine(at + 1)) this.defined.add(name);
        return null;
      case 'class':
        this.defined.add(this.tokens[at + 1]?.text ?? '');
        return null;
      case 'def':
        this.defined.add(this.tokens[at + 1]?.text ?? '');
        return this.signature(at + 2);
      default:
        return null;
    }
  }

  /** The texts of the tokens up to the end of the statement. */
  private *restOfLine(from: number): Generator<string> {
    for (let at = from; at < this.tokens.length; at++) {
      const { kind, text } = this.tokens[at]!;
      if (kind === T.Newline || (kind === T.Op && text === ';')) return;
      yield text;
    }
  }

  /** `import a.b as c, d`: the modules are what stands at the start and after the commas. */
  private imports(from: number): void {
    let before = ',';
    for (const text of this.restOfLine(from)) {
      if (before === ',' && this.isGone(text)) this.importsGone();
      before = text;
    }
  }

  private fromImport(from: number): void {
    const [module = '', ...names] = this.restOfLine(from);
    if (names[0] !== 'import') return;
    if (this.isGone(module) || names.some((name) => isGoneMember(module, name))) this.importsGone();
  }

  private isGone(module: string): boolean {
    return GONE_MODULES.has(module) && !this.isOwn(module);
  }

  private importsGone(): void {
    this.usesGone();
    if (!this.blocks.guarded) this.gone.imported = true;
  }

  private usesGone(): void {
    this.gone.used = true;
    if (!this.blocks.guarded) this.gone.unguarded = true;
  }

  private futureImport(from: number): void {
    for (let at = from; this.tokens[at] && this.tokens[at]!.kind !== T.Newline; at++) {
      if (this.is(at, 'print_function')) this.printFunction = true;
    }
  }

  /** `print x` is Python 2; `print(x, end='')` and `x = print` are Python 3; `print(x)` is both. */
  private printStatement(at: number): 2 | 3 | null {
    const next = this.tokens[at + 1]!;
    if (!this.startsStatement(at)) return this.printFunction ? null : 3;
    if (next.kind === T.Op && next.text === '(') return this.printFunction ? null : this.printCall(at + 1);
    if (this.printFunction) return null;
    if (next.kind === T.Newline || (next.kind === T.Op && next.text === ';')) return null;
    if (next.kind === T.Op && /^(?:[.=,)\]}]|==)$/.test(next.text)) return 3;
    return 2;
  }

  private printCall(open: number): 2 | 3 | null {
    let depth = 0;
    for (let at = open; at < this.tokens.length; at++) {
      const { kind, text } = this.tokens[at]!;
      if (kind !== T.Op && kind !== T.Name) continue;
      if (text === '(' || text === '[' || text === '{') depth++;
      else if (text === ')' || text === ']' || text === '}') {
        depth--;
        // `print (a), b` and `print ("%s") % x`
        if (depth === 0) return this.afterPrintCall(at + 1);
      } else if (depth === 1 && /^(?:end|sep|file|flush)$/.test(text) && this.is(at + 1, '=')) return 3;
      else if (depth === 1 && text === '*' && /^[(,]$/.test(this.tokens[at - 1]!.text)) return 3;
    }
    return null;
  }

  /** None has no use for any of these. */
  private afterPrintCall(at: number): 2 | null {
    const token = this.tokens[at];
    return token?.kind === T.Op && /^[,%.+*/[-]$/.test(token.text) ? 2 : null;
  }

  /** A comma outside brackets before the colon. */
  private exceptClause(from: number): 2 | 3 | null {
    if (this.is(from, '*')) return 3;
    return this.commaBefore(from, ':') ? 2 : null;
  }

  private raiseStatement(from: number): 2 | null {
    return this.commaBefore(from, '\n') ? 2 : null;
  }

  private commaBefore(from: number, end: string): boolean {
    let depth = 0;
    for (let at = from; at < this.tokens.length; at++) {
      const { kind, text } = this.tokens[at]!;
      if (kind === T.Newline) return false;
      if (kind !== T.Op) continue;
      if (depth === 0 && (text === end || text === ';')) return false;
      if (depth === 0 && text === ',') return true;
      if (text === '(' || text === '[' || text === '{') depth++;
      if (text === ')' || text === ']' || text === '}') depth--;
    }
    return false;
  }

  /** Parameters: `(a, (b, c))` is Python 2; annotations, a bare star and names after it are Python 3. */
  private signature(open: number): 2 | 3 | null {
    if (!this.is(open, '(')) return this.is(open, '[') ? 3 : null;
    let depth = 0;
    let star = false;
    let lambdas = 0;
    for (let at = open; at < this.tokens.length; at++) {
      const { kind, text } = this.tokens[at]!;
      const before = this.tokens[at - 1]!.text;
      if (depth === 1 && kind === T.Op && (before === '(' || before === ',')) {
        if (text === '(') return 2;
        if (text === '/') return 3;
        if (text === '*') star = true;
      }
      if (kind === T.Keyword && text === 'lambda') lambdas++;
      if (depth === 1 && kind === T.Op && text === ':' && lambdas-- === 0) return 3;
      if (depth === 1 && star && before === ',' && kind === T.Name) return 3;
      if (kind === T.Op && (text === '(' || text === '[' || text === '{')) depth++;
      if (kind === T.Op && (text === ')' || text === ']' || text === '}') && --depth === 0) return null;
    }
    return null;
  }

  private name(at: number, text: string): 2 | 3 | null {
    const next = this.tokens[at + 1];
    const before = this.tokens[at - 1];
    const isAttribute = before?.kind === T.Op && before.text === '.';
    if (next?.kind === T.String && next.start === this.tokens[at]!.end && /^(?:f|fr|rf|rb)$/i.test(text)) return 3;
    if (!isAttribute && this.startsStatement(at) && next?.kind === T.Name) {
      if (text === 'nonlocal') return 3;
      if (text === 'await') return 3;
    }
    if (text === 'async' && next?.kind === T.Keyword && /^(?:def|for|with)$/.test(next.text)) return 3;
    if (this.isAnnotation(at)) return 3;
    if (isAttribute) {
      if (GONE_METHODS.has(text) && this.is(at + 1, '(')) this.usesGone();
      else if (isGoneMember(this.tokens[at - 2]?.text ?? '', text) && this.namesModule(at - 2)) this.usesGone();
      else if (this.sendsText(at, text)) this.usesGone();
    } else if (this.is(at + 1, '=') && this.startsStatement(at)) this.defined.add(text);
    else if (GONE_NAMES.has(text) && !this.defined.has(text) && this.is(at + 1, '(')) this.usesGone();
    else if (text === 'unicode' && !this.defined.has(text)) this.usesGone();
    return null;
  }

  /** `os.write(fd, 'text')` and `connection.sendall('text')`: Python 3 takes bytes there. */
  private sendsText(at: number, method: string): boolean {
    if (!this.is(at + 1, '(')) return false;
    if (method === 'sendall') return this.isPlainText(at + 2);
    if (method !== 'write' || !this.is(at - 2, 'os') || !this.namesModule(at - 2)) return false;
    return this.is(at + 3, ',') && this.isPlainText(at + 4);
  }

  /** Whether the argument is the text of a literal, or a template's, as it stands. */
  private isPlainText(at: number): boolean {
    const token = this.tokens[at];
    if (token?.kind !== T.String || !/^['"]/.test(this.text.slice(token.start, token.start + 1))) return false;
    return this.is(at + 1, ')') || this.is(at + 1, '%');
  }

  /** A name that was imported or assigned, and is no attribute itself. */
  private namesModule(at: number): boolean {
    return this.defined.has(this.tokens[at]!.text) && !this.is(at - 1, '.');
  }

  /** `name: type` as a statement. */
  private isAnnotation(at: number): boolean {
    if (!this.startsStatement(at) || !this.is(at + 1, ':')) return false;
    const before = this.tokens[at - 1];
    const after = this.tokens[at + 2];
    return !(before?.kind === T.Op && before.text === ':') && after !== undefined && after.kind !== T.Newline;
  }

  /** Names that only Python 2 has count if the program uses them without defining them. */
  names(): 2 | 3 {
    if (this.gone.imported) return 2;
    return this.gone.used && !this.handlesBoth() ? 2 : 3;
  }

  /** A program that asks for the version, or catches what is missing, runs on both. */
  private handlesBoth(): boolean {
    return this.tokens.some(({ text }, at) => {
      switch (text) {
        case 'version_info':
          return !this.comparesWithTwo(at);
        case 'NameError':
        case 'PY2':
        case 'PY3':
          return true;
        case 'ImportError':
        case 'ModuleNotFoundError':
          return !this.gone.unguarded;
        default:
          return false;
      }
    });
  }

  /** `version_info < (2, 7)` asks which Python 2 it is. */
  private comparesWithTwo(at: number): boolean {
    const line = [...this.restOfLine(at)];
    const open = line.indexOf('(');
    const first = this.tokens[at + open + 1];
    return open >= 0 && first?.kind === T.Number && this.text.slice(first.start, first.end) === '2';
  }
}
