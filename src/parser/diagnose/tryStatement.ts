/** `try` and its handlers. */
import { T } from '../tokens/token.js';
import { block, expectIndentedBlock } from './blocks.js';
import { elseBlock } from './compound.js';
import { expression, expressions } from './expressions.js';
import type { Machine } from './machine.js';

export function tryStatement(m: Machine): unknown {
  if (m.invalidRules) invalidTry(m);
  const body = () => m.op('try') && m.forced(':') && block(m);
  const rest = () => m.maybe(() => elseBlock(m)) && m.maybe(() => finallyBlock(m));
  return (
    m.alt(() => body() && finallyBlock(m)) ??
    m.alt(() => body() && m.some(() => exceptBlock(m)) && rest()) ??
    m.alt(() => body() && m.some(() => exceptStarBlock(m)) && rest())
  );
}

const BOTH = "cannot have both 'except' and 'except*' on the same 'try'";

function invalidTry(m: Machine): void {
  m.alt(() => {
    const word = m.op('try');
    if (word && m.op(':')) expectIndentedBlock(m, "'try' statement", word);
  });
  const body = () => m.op('try') && m.op(':');
  m.alt(() => {
    if (body() && block(m) && !m.ahead(() => m.anyOp('except', 'finally'))) {
      m.raiseLast("expected 'except' or 'finally' block");
    }
  });
  m.alt(() => {
    if (!body() || !m.many(() => block(m)) || !m.some(() => exceptBlock(m))) return;
    const word = m.op('except');
    const star = word && m.op('*');
    if (word && star && expression(m) && m.maybe(() => asName(m)) && m.op(':')) m.raise(BOTH, word, star);
  });
  m.alt(() => {
    if (!body() || !m.many(() => block(m)) || !m.some(() => exceptStarBlock(m))) return;
    const word = m.op('except');
    if (!word) return;
    m.maybe(() => expression(m) && m.maybe(() => asName(m)));
    if (m.op(':')) m.raise(BOTH, word);
  });
}

function asName(m: Machine): unknown {
  return m.op('as') && m.name();
}

function exceptBlock(m: Machine): unknown {
  if (m.invalidRules) {
    m.alt(() => {
      const word = m.op('except');
      if (word && expression(m) && m.maybe(() => asName(m)) && m.op(':')) {
        expectIndentedBlock(m, "'except' statement", word);
      }
    });
    m.alt(() => {
      const word = m.op('except');
      if (word && m.op(':')) expectIndentedBlock(m, "'except' statement", word);
    });
  }
  const found =
    m.alt(() => m.op('except') && expression(m) && m.maybe(() => asName(m)) && m.op(':') && block(m)) ??
    m.alt(() => m.op('except') && m.op(':') && block(m));
  if (!found && m.invalidRules) invalidExcept(m);
  return found;
}

function exceptStarBlock(m: Machine): unknown {
  const header = () => {
    const word = m.op('except');
    return word && m.op('*') && expression(m) && m.maybe(() => asName(m)) && m.op(':') && word;
  };
  if (m.invalidRules) {
    m.alt(() => {
      const word = header();
      if (word) expectIndentedBlock(m, "'except*' statement", word);
    });
  }
  const found = m.alt(() => header() && block(m));
  if (!found && m.invalidRules) invalidExcept(m);
  return found;
}

function invalidExcept(m: Machine): void {
  const open = () => m.op('except') && m.maybe(() => m.op('*'));
  m.alt(() => {
    const first = open() && expression(m);
    if (first && m.op(',') && expressions(m) && m.maybe(() => asName(m)) && m.op(':')) {
      m.raiseFrom('multiple exception types must be parenthesized', first);
    }
  });
  m.alt(() => {
    if (open() && expression(m) && m.maybe(() => asName(m)) && m.kind(T.Newline)) m.raiseLast("expected ':'");
  });
  m.alt(() => m.op('except') && m.kind(T.Newline) && m.raiseLast("expected ':'"));
  m.alt(() => {
    if (m.op('except') && m.op('*') && (m.kind(T.Newline) ?? m.op(':'))) {
      m.raiseLast('expected one or more exception types');
    }
  });
}

function finallyBlock(m: Machine): unknown {
  if (m.invalidRules) {
    m.alt(() => {
      const word = m.op('finally');
      if (word && m.op(':')) expectIndentedBlock(m, "'finally' statement", word);
    });
  }
  return m.alt(() => m.op('finally') && m.forced(':') && block(m));
}
