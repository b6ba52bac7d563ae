/** Warnings about string and number literals. */
import type { SourceText } from '../source.js';
import { T, type Token } from '../tokens/token.js';
import { type PyWarning, tokenizerWarning, tokenWarning } from './warning.js';

/** In the order of the tokens. */
export function literalWarnings(source: SourceText, tokens: readonly Token[]): PyWarning[] {
  const warnings: PyWarning[] = [];
  const open: OpenString[] = [];
  tokens.forEach((token, at) => {
    switch (token.kind) {
      case T.String:
        add(warnings, plainString(source, token));
        break;
      case T.Number:
        add(warnings, number(source, token, tokens[at + 1]));
        break;
      case T.FStringStart:
        open.push({ isRaw: /r/i.test(source.text.slice(token.start, token.end)), messages: [], fields: 0 });
        break;
      case T.FStringMiddle:
        middle(source, token, open.at(-1)!, warnings);
        break;
      case T.FStringEnd:
        for (const message of open.pop()?.messages ?? []) warnings.push(tokenWarning(source, message, token));
        break;
      case T.Op:
        if (open.length > 0) countField(source, token, tokens[at - 1], open.at(-1)!, warnings);
        break;
      default:
    }
  });
  return warnings;
}

/** An f-string that is not closed yet. CPython decodes its text when it has read the end. */
interface OpenString {
  readonly isRaw: boolean;
  readonly messages: string[];
  /** Open brackets of its fields: text inside of them is a format specification. */
  fields: number;
}

const add = (warnings: PyWarning[], warning: PyWarning | null) => {
  if (warning !== null) warnings.push(warning);
};

function plainString(source: SourceText, token: Token): PyWarning | null {
  const { text } = source;
  const backslash = text.indexOf('\\', token.start);
  if (backslash < 0 || backslash >= token.end) return null;
  const prefix = /^[a-z]*/i.exec(text.slice(token.start, token.start + 3))![0].toLowerCase();
  if (prefix.includes('r')) return null;
  const message = badEscape(text.slice(backslash, token.end), prefix.includes('b'));
  return message === null ? null : tokenWarning(source, message, token);
}

function middle(source: SourceText, token: Token, string: OpenString, warnings: PyWarning[]): void {
  if (string.isRaw) return;
  const message = badEscape(source.text.slice(token.start, token.end), false);
  if (message === null) return;
  if (string.fields > 0) warnings.push(tokenWarning(source, message, token));
  else string.messages.push(message);
}

/** A backslash directly before a field is found as soon as the brace is read. */
function countField(
  source: SourceText,
  token: Token,
  before: Token | undefined,
  string: OpenString,
  warnings: PyWarning[],
): void {
  if (token.text === '}') string.fields = Math.max(0, string.fields - 1);
  if (token.text !== '{') return;
  string.fields++;
  if (string.isRaw || before?.kind !== T.FStringMiddle || before.end !== token.start) return;
  const slashes = /\\*$/.exec(source.text.slice(before.start, before.end))![0].length;
  if (slashes % 2 === 1) warnings.push(tokenizerWarning(source, "invalid escape sequence '\\{'", token.start));
}

const ESCAPE = /\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/gu;

/** What is said of the first escape that means nothing; null if there is none. */
function badEscape(text: string, isBytes: boolean): string | null {
  if (!text.includes('\\')) return null;
  for (const [, octal, letter] of text.matchAll(ESCAPE)) {
    if (octal !== undefined) {
      if (Number.parseInt(octal, 8) > 0o377) return `invalid octal escape sequence '\\${octal}'`;
    } else if (!/^[\r\n\\'"abfnrtvx]/.test(letter!) && (isBytes || !/^[NuU]/.test(letter!))) {
      return `invalid escape sequence '\\${letter}'`;
    }
  }
  return null;
}

/** A number with a keyword directly behind it. */
function number(source: SourceText, token: Token, next: Token | undefined): PyWarning | null {
  if (next?.kind !== T.Keyword || next.start !== token.end) return null;
  const literal = source.text.slice(token.start, token.end).toLowerCase();
  const radix = { x: 'hexadecimal', o: 'octal', b: 'binary' }[literal[0] === '0' ? (literal[1] ?? '') : ''];
  const kind = radix ?? (literal.endsWith('j') ? 'imaginary' : 'decimal');
  return tokenizerWarning(source, `invalid ${kind} literal`, token.end - 1);
}
