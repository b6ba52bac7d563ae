/** String literals and f-strings. */
import { T } from '../tokens/token.js';
import { assignedValue } from './expressions.js';
import { checkStrings, type StringToken } from './literals.js';
import type { Machine } from './machine.js';
import type { Node } from './nodes.js';

/** Literals side by side. */
export function strings(m: Machine): Node | null {
  return m.memo(stringsRule);
}

function stringsRule(m: Machine): Node | null {
  const { start } = m.peek();
  const found = m.some((): StringToken[] | null => m.alt(() => fstring(m)) ?? plain(m));
  if (!found) return null;
  const tokens = found.flat();
  checkStrings(m, tokens);
  const type = tokens.some(({ kind }) => kind !== 'plain') ? 'JoinedStr' : 'Constant';
  return { type, start, end: m.last.end };
}

function plain(m: Machine): StringToken[] | null {
  const token = m.kind(T.String);
  return token && [{ kind: 'plain', token, raw: false }];
}

function fstring(m: Machine): StringToken[] | null {
  const start = m.kind(T.FStringStart);
  if (!start) return null;
  const raw = /r/i.test(m.source.text.slice(start.start, start.end));
  const parts: StringToken[] = [{ kind: 'fstring', token: start, raw }];
  for (;;) {
    const part = m.alt(() => field(m, raw)) ?? middle(m, raw);
    if (!part) break;
    parts.push(...part);
  }
  return m.kind(T.FStringEnd) && parts;
}

function middle(m: Machine, raw: boolean): StringToken[] | null {
  const token = m.kind(T.FStringMiddle);
  return token && [{ kind: 'middle', token, raw }];
}

/** `{value = !r : spec}`; returns the text parts of the specification. */
function field(m: Machine, raw: boolean): StringToken[] | null {
  const found = m.alt(() => {
    if (!m.op('{') || !assignedValue(m)) return null;
    m.op('=');
    m.maybe(() => conversion(m));
    const spec = m.alt(() => formatSpecification(m, raw)) ?? [];
    return m.op('}') && spec;
  });
  if (!found && m.invalidRules) invalidField(m, raw);
  return found;
}

function formatSpecification(m: Machine, raw: boolean): StringToken[] | null {
  return m.op(':') && m.many(() => middle(m, raw) ?? field(m, raw)).flat();
}

function conversion(m: Machine): true | null {
  const mark = m.op('!');
  const name = mark && m.kind(T.Name);
  if (!mark || !name) return null;
  if (mark.end !== name.start) {
    // The misspelling is CPython's.
    m.raise('f-string: conversion type must come right after the exclamanation mark', mark, name);
  }
  if (!/^[sra]$/.test(name.text)) {
    m.raise(`f-string: invalid conversion character '${name.text}': expected 's', 'r', or 'a'`, name);
  }
  return true;
}

function invalidField(m: Machine, raw: boolean): void {
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
    m.many(() => middle(m, raw) ?? field(m, raw));
    if (!m.ahead(() => m.op('}'))) expecting("'}', or format specs");
  });
  m.alt(() => {
    if (converted() && !m.ahead(() => m.op('}'))) expecting("'}'");
  });
}
