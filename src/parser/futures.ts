/** Python 2: what `from __future__ import ...` changes about reading the source. */
import { T, type Token } from './tokens/token.js';

export interface Futures2 {
  /** The tokens, with `print` an ordinary name after `print_function` was imported. */
  readonly tokens: readonly Token[];
  readonly unicodeLiterals: boolean;
}

/**
 * Finds the future imports of a module, wherever they are.
 * @param inherited features that are in force from the start.
 */
export function applyFutures2(tokens: readonly Token[], inherited: readonly string[] = []): Futures2 {
  let unicodeLiterals = inherited.includes('unicode_literals');
  let printFrom = inherited.includes('print_function') ? -1 : tokens.length;
  for (let at = 0; at < tokens.length; at++) {
    if (!startsFutureImport(tokens, at)) continue;
    let end = at + 3;
    while (tokens[end]!.kind === T.Name || isSeparator(tokens[end]!)) end++;
    const names = tokens.slice(at + 3, end).map(({ text }) => text);
    unicodeLiterals ||= names.includes('unicode_literals');
    if (names.includes('print_function')) printFrom = Math.min(printFrom, end);
  }
  if (printFrom === tokens.length) return { tokens, unicodeLiterals };
  const rewritten = tokens.map((token, at) => {
    return at > printFrom && token.kind === T.Keyword && token.text === 'print' ? { ...token, kind: T.Name } : token;
  });
  return { tokens: rewritten, unicodeLiterals };
}

function startsFutureImport(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]!.kind === T.Keyword &&
    tokens[at]!.text === 'from' &&
    tokens[at + 1]?.text === '__future__' &&
    tokens[at + 2]?.text === 'import'
  );
}

function isSeparator({ kind, text }: Token): boolean {
  return (kind === T.Op && (text === ',' || text === '(' || text === ')')) || (kind === T.Keyword && text === 'as');
}
