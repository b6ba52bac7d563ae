/** Python 2's message about `f(1=2)`: the grammar allows it, the compiler does not. */
import type { Span } from '../ast.js';
import { T, type Token } from '../tokens/token.js';
import { Refused } from '../validate/refuse.js';

/** Finds an argument whose name is no name; null if there is none. */
export function badKeyword(tokens: readonly Token[]): Refused | null {
  const open: number[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const { kind, text } = tokens[at]!;
    if (kind !== T.Op) continue;
    if (/^[([{]$/.test(text)) open.push(at);
    else if (/^[)\]}]$/.test(text)) open.pop();
    else if (text === '=' && open.length > 0 && isCall(tokens, open.at(-1)!)) {
      const problem = check(tokens, open.at(-1)!, at);
      if (problem) return problem;
    }
  }
  return null;
}

function isCall(tokens: readonly Token[], open: number): boolean {
  const before = tokens[open - 1];
  const isParameterList = tokens[open - 2]?.kind === T.Keyword && tokens[open - 2]!.text === 'def';
  const follows = before?.kind === T.Name || before?.text === ')' || before?.text === ']';
  return tokens[open]!.text === '(' && follows && !isParameterList;
}

function check(tokens: readonly Token[], open: number, equals: number): Refused | null {
  let from = equals - 1;
  for (let depth = 0; from > open; from--) {
    const { text } = tokens[from]!;
    if (/^[)\]}]$/.test(text)) depth++;
    else if (/^[([{]$/.test(text)) depth--;
    else if (text === ',' && depth === 0) break;
  }
  const argument = tokens.slice(from + 1, equals);
  if (argument.length === 1 && argument[0]!.kind === T.Name) return null;
  const isLambda = argument[0]?.text === 'lambda';
  // A default value of a lambda is no keyword argument.
  if (isLambda && !argument.some(({ kind, text }) => kind === T.Op && text === ':')) return null;
  const at: Span = argument[0] ?? tokens[equals]!;
  return new Refused(isLambda ? 'lambda cannot contain assignment' : "keyword can't be an expression", at, true);
}
