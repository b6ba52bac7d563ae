/** String literals and f-strings. */
import { T, type Token } from '../tokens/token.js';
import { assignedValue } from './expressions.js';
import { checkMiddle, checkMixture, checkPlain } from './literals.js';
import type { Machine } from './machine.js';
import type { Node } from './nodes.js';

/** Literals side by side. */
export function strings(m: Machine): Node | null {
  return m.memo(stringsRule);
}

function stringsRule(m: Machine): Node | null {
  const { start } = m.peek();
  const literals = m.some(() => m.alt(() => fstring(m)) ?? plain(m));
  if (!literals) return null;
  checkMixture(m, literals);
  const type = literals.some(({ kind }) => kind === T.FStringStart) ? 'JoinedStr' : 'Constant';
  return { type, start, end: m.last.end };
}

function plain(m: Machine): Token | null {
  const token = m.kind(T.String);
  if (token) checkPlain(m, token);
  return token;
}

/** Returns the token that opens it. */
function fstring(m: Machine): Token | null {
  const start = m.kind(T.FStringStart);
  if (!start) return null;
  const raw = /r/i.test(m.source.text.slice(start.start, start.end));
  const middles: Token[] = [];
  while (m.alt(() => field(m)) ?? middle(m, middles));
  if (!m.kind(T.FStringEnd)) return null;
  if (!raw) for (const token of middles) checkMiddle(m, token);
  return start;
}

function middle(m: Machine, middles: Token[]): Token | null {
  const token = m.kind(T.FStringMiddle);
  if (token) middles.push(token);
  return token;
}

/** `{value = !r : spec}` */
function field(m: Machine): unknown {
  let conversion: Token | null = null;
  const found = m.alt(() => {
    if (!m.op('{') || !assignedValue(m)) return null;
    m.op('=');
    conversion = m.alt(() => conversionName(m));
    m.maybe(() => m.op(':') && formatParts(m));
    return m.op('}');
  });
  if (found && conversion) checkConversion(m, conversion);
  if (!found && m.invalidRules) invalidField(m);
  return found;
}

function formatParts(m: Machine): unknown {
  return m.many(() => m.kind(T.FStringMiddle) ?? field(m));
}

function conversionName(m: Machine): Token | null {
  const mark = m.op('!');
  const name = mark && m.kind(T.Name);
  if (mark && name && mark.end !== name.start) {
    // The misspelling is CPython's.
    m.raise('f-string: conversion type must come right after the exclamanation mark', mark, name);
  }
  return name;
}

function checkConversion(m: Machine, name: Token): void {
  if (/^[sra]$/.test(name.text)) return;
  m.raise(`f-string: invalid conversion character '${name.text}': expected 's', 'r', or 'a'`, name);
}

function invalidField(m: Machine): void {
  m.alt(() => {
    const next = m.op('{') && m.anyOp('=', '!', ':', '}');
    if (next) m.raise(`f-string: valid expression required before '${next.text}'`, next);
  });
  m.alt(() => {
    if (m.op('{') && !m.ahead(() => assignedValue(m))) {
      m.raiseNext("f-string: expecting a valid expression after '{'");
    }
  });
  const value = () => m.op('{') && assignedValue(m);
  const expecting = (what: string) => m.raiseNext(`f-string: expecting ${what}`);
  m.alt(() => {
    if (value() && !m.ahead(() => m.anyOp('=', '!', ':', '}'))) expecting("'=', or '!', or ':', or '}'");
  });
  m.alt(() => {
    if (value() && m.op('=') && !m.ahead(() => m.anyOp('!', ':', '}'))) expecting("'!', or ':', or '}'");
  });
  const debug = () => value() && m.maybe(() => m.op('='));
  m.alt(() => {
    if (!debug() || !m.op('!')) return;
    if (m.ahead(() => m.anyOp(':', '}'))) m.raiseNext('f-string: missing conversion character');
    if (!m.ahead(() => m.name())) m.raiseNext('f-string: invalid conversion character');
  });
  const converted = () => debug() && m.maybe(() => m.op('!') && m.name());
  m.alt(() => {
    if (converted() && !m.ahead(() => m.anyOp(':', '}'))) expecting("':' or '}'");
  });
  m.alt(() => {
    if (!converted() || !m.op(':')) return;
    formatParts(m);
    if (!m.ahead(() => m.op('}'))) expecting("'}', or format specs");
  });
  m.alt(() => {
    if (converted() && !m.ahead(() => m.op('}'))) expecting("'}'");
  });
}
