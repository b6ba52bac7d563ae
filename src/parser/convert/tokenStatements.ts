/** Statements without expressions, read from their tokens: Lezer saw only a `pass` in their place. */
import type { Alias, Stmt } from '../ast.js';
import { NotPython } from '../normalise/emitter.js';
import { T, type Token } from '../tokens/token.js';
import { refuse } from '../validate/refuse.js';
import type { ConvertContext } from './reader.js';
import { checkName2 } from './targets.js';

/** Reads the statement whose first token is `at`. */
export function convertTokenStatement(cx: ConvertContext, at: number): Stmt {
  const cursor = new TokenCursor(cx, at);
  const { text, start } = cursor.next();
  const statement = convert(cursor, text, start);
  cursor.end();
  return statement;
}

function convert(cursor: TokenCursor, text: string, start: number): Stmt {
  switch (text) {
    case 'pass':
      return { type: 'Pass', start, end: cursor.lastEnd };
    case 'break':
      return { type: 'Break', start, end: cursor.lastEnd };
    case 'continue':
      return { type: 'Continue', start, end: cursor.lastEnd };
    case 'global':
    case 'nonlocal': {
      const names = [cursor.name()];
      while (cursor.accept(',')) names.push(cursor.name());
      return { type: text === 'global' ? 'Global' : 'Nonlocal', names, start, end: cursor.lastEnd };
    }
    case 'import': {
      const names = [dottedAlias(cursor)];
      while (cursor.accept(',')) names.push(dottedAlias(cursor));
      return { type: 'Import', names, start, end: cursor.lastEnd };
    }
    case 'from':
      return importFrom(cursor, start);
    default:
      throw new NotPython();
  }
}

function dottedName(cursor: TokenCursor): string {
  let name = cursor.name();
  while (cursor.accept('.')) name += `.${cursor.name()}`;
  return name;
}

function dottedAlias(cursor: TokenCursor): Alias {
  const { start } = cursor.token;
  return withAsName(cursor, dottedName(cursor), start);
}

function withAsName(cursor: TokenCursor, name: string, start: number): Alias {
  const asname = cursor.accept('as') ? cursor.name() : null;
  cursor.checkStored(asname ?? name.split('.')[0]!);
  return { type: 'alias', name, asname, start, end: cursor.lastEnd };
}

function importFrom(cursor: TokenCursor, start: number): Stmt {
  let level = 0;
  for (;;) {
    if (cursor.accept('.')) level++;
    else if (cursor.accept('...')) level += 3;
    else break;
  }
  const module = cursor.is('import') ? null : dottedName(cursor);
  if (module === null && level === 0) throw new NotPython();
  cursor.expect('import');
  const names = importedNames(cursor);
  return { type: 'ImportFrom', module, names, level, start, end: cursor.lastEnd };
}

function importedNames(cursor: TokenCursor): Alias[] {
  const { start } = cursor.token;
  if (cursor.accept('*')) return [{ type: 'alias', name: '*', asname: null, start, end: cursor.lastEnd }];
  const parenthesised = cursor.accept('(');
  const names: Alias[] = [];
  do {
    if (parenthesised && names.length > 0 && cursor.is(')')) break;
    const first = cursor.token.start;
    if (!parenthesised && names.length > 0) cursor.checkTrailingComma();
    names.push(withAsName(cursor, cursor.name(), first));
  } while (cursor.accept(','));
  if (parenthesised) cursor.expect(')');
  return names;
}

class TokenCursor {
  private readonly dialect: 2 | 3;
  private readonly tokens: readonly Token[];
  private readonly first: number;
  private at: number;

  constructor(cx: ConvertContext, at: number) {
    this.dialect = cx.dialect;
    this.tokens = cx.tokens;
    this.at = at;
    this.first = at;
  }

  get token(): Token {
    return this.tokens[this.at]!;
  }

  get lastEnd(): number {
    return this.tokens[this.at - 1]!.end;
  }

  next(): Token {
    return this.tokens[this.at++]!;
  }

  is(text: string): boolean {
    const { token } = this;
    return token.text === text && (token.kind === T.Op || token.kind === T.Keyword);
  }

  accept(text: string): boolean {
    if (!this.is(text)) return false;
    this.at++;
    return true;
  }

  expect(text: string): void {
    if (!this.accept(text)) throw new NotPython();
  }

  name(): string {
    const token = this.next();
    if (token.kind !== T.Name) throw new NotPython();
    return token.text;
  }

  /** Python 2 has a message of its own. */
  checkTrailingComma(): void {
    if (this.dialect === 3 || this.token.kind === T.Name) return;
    refuse('trailing comma not allowed without surrounding parentheses', this.tokens[this.first]!);
  }

  checkStored(name: string): void {
    if (this.dialect === 2) checkName2(name, this.tokens[this.at - 1]!);
  }

  end(): void {
    if (this.token.kind !== T.Newline && !this.is(';')) throw new NotPython();
  }
}
