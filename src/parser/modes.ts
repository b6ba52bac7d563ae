/** What `compile` in the modes `eval` and `single` makes of a module. */
import type { Expr, Mod, Module, Stmt } from './ast.js';
import { NotPython } from './normalise/emitter.js';
import type { SourceText } from './source.js';
import { T, type Token } from './tokens/token.js';

export type Mode = 'exec' | 'eval' | 'single';

/** The tree of that mode. Throws {@link NotPython} if the module is more than the mode allows. */
export function inMode(module: Module, mode: Mode, tokens: readonly Token[], source: SourceText): Mod {
  switch (mode) {
    case 'exec':
      return module;
    case 'eval':
      return { type: 'Expression', body: onlyExpression(module.body, tokens) };
    case 'single':
      checkSingle(module.body, tokens, source);
      return { type: 'Interactive', body: module.body };
  }
}

function onlyExpression(body: readonly Stmt[], tokens: readonly Token[]): Expr {
  const [statement] = body;
  if (body.length !== 1 || statement?.type !== 'Expr') throw new NotPython();
  const first = tokens.find(({ kind }) => kind !== T.Newline)!;
  const { value } = statement;
  if (first.kind === T.Keyword && first.text === 'yield') throw new NotPython();
  if (tokens.some(({ kind, text }) => kind === T.Op && text === ';')) throw new NotPython();
  // `(*a, b)` is an expression, `*a, b` is not.
  const bare = value.type === 'Tuple' && !(first.text === '(' && first.start === value.start && closesLast(tokens));
  if (value.type === 'Starred' || (bare && value.elts.some(({ type }) => type === 'Starred'))) throw new NotPython();
  return value;
}

/** Whether the bracket that the tokens begin with is closed by the last one of them. */
function closesLast(tokens: readonly Token[]): boolean {
  let depth = 0;
  for (let at = 0; at < tokens.length; at++) {
    const { kind, text } = tokens[at]!;
    if (kind !== T.Op) continue;
    if (/^[([{]$/.test(text)) depth++;
    if (/^[)\]}]$/.test(text) && --depth === 0) return tokens[at + 1]?.kind === T.Newline;
  }
  return false;
}

const COMPOUND: ReadonlySet<string> = new Set(
  'FunctionDef AsyncFunctionDef ClassDef For AsyncFor While If With AsyncWith Match Try TryStar'.split(' '),
);

/** One line of simple statements, or one compound statement. */
function checkSingle([first, second]: readonly Stmt[], tokens: readonly Token[], source: SourceText): void {
  if (!first) throw new NotPython();
  const lines = tokens.filter(({ kind }) => kind === T.Newline).length;
  if (!COMPOUND.has(first.type)) {
    if (lines !== 1) throw new NotPython();
    return;
  }
  if (second) throw new NotPython();
  // A compound statement on one line is only finished by a line end.
  const indented = tokens.at(-2)?.kind === T.Dedent;
  if (!indented && !/[\r\n]$/.test(source.text)) throw new NotPython();
}
