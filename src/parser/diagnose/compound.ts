/** Compound statements. */
import { T } from '../tokens/token.js';
import { argumentsRule } from './arguments.js';
import { block, expectIndentedBlock } from './blocks.js';
import { invalidForTarget, raiseInvalidTarget } from './displays.js';
import { expression, expressions, namedExpression, starExpressions } from './expressions.js';
import type { Machine, Range } from './machine.js';
import { Parameters } from './parameters.js';
import { matchStatement } from './patterns.js';
import { starTarget, starTargets } from './targets.js';
import { tryStatement } from './tryStatement.js';
import { typeParameters } from './typeParameters.js';

export function compoundStatement(m: Machine): unknown {
  const { kind, text } = m.peek();
  const is = (...words: string[]) => (kind === T.Keyword || kind === T.Op) && words.includes(text);
  return (
    m.alt(() => is('def', '@', 'async') && functionDefinition(m)) ??
    m.alt(() => is('if') && ifStatement(m)) ??
    m.alt(() => is('class', '@') && classDefinition(m)) ??
    m.alt(() => is('with', 'async') && withStatement(m)) ??
    m.alt(() => is('for', 'async') && forStatement(m)) ??
    m.alt(() => is('try') && tryStatement(m)) ??
    m.alt(() => is('while') && whileStatement(m)) ??
    m.alt(() => matchStatement(m))
  );
}

/** Throws if a header ends without its colon, or if no indented block follows it; tried before the statement itself. */
function checkHeader(m: Machine, header: () => Range | null, what: string, needsColon = true): void {
  if (needsColon) m.alt(() => header() && m.kind(T.Newline) && m.raiseLast("expected ':'"));
  m.alt(() => {
    const word = header();
    if (word && m.op(':')) expectIndentedBlock(m, what, word);
  });
}

function ifStatement(m: Machine): unknown {
  return conditional(m, 'if');
}

function conditional(m: Machine, keyword: 'if' | 'elif'): unknown {
  const header = () => {
    const word = m.op(keyword);
    return word && namedExpression(m) && word;
  };
  if (m.invalidRules) checkHeader(m, header, `'${keyword}' statement`);
  const whole = () => header() && m.op(':') && block(m);
  return m.alt(() => whole() && conditional(m, 'elif')) ?? m.alt(() => whole() && m.maybe(() => elseBlock(m)));
}

export function elseBlock(m: Machine): unknown {
  if (m.invalidRules) checkHeader(m, () => m.op('else'), "'else' statement", false);
  return m.alt(() => m.op('else') && m.forced(':') && block(m));
}

function whileStatement(m: Machine): unknown {
  const header = () => {
    const word = m.op('while');
    return word && namedExpression(m) && word;
  };
  if (m.invalidRules) checkHeader(m, header, "'while' statement");
  return m.alt(() => header() && m.op(':') && block(m) && m.maybe(() => elseBlock(m)));
}

function forStatement(m: Machine): unknown {
  if (m.invalidRules) {
    const header = () => {
      m.op('async');
      const word = m.op('for');
      return word && starTargets(m) && m.op('in') && starExpressions(m) && word;
    };
    checkHeader(m, header, "'for' statement");
  }
  for (const isAsync of [false, true]) {
    let committed = false;
    const found = m.alt(() => {
      if (isAsync && !m.op('async')) return null;
      committed = Boolean(m.op('for') && starTargets(m) && m.op('in'));
      return committed && starExpressions(m) && m.op(':') && block(m) && m.maybe(() => elseBlock(m));
    });
    if (found || committed) return found;
  }
  if (m.invalidRules) invalidForTarget(m);
  return null;
}

function withStatement(m: Machine): unknown {
  if (m.invalidRules) checkWithBlocks(m);
  for (const isAsync of [false, true]) {
    const open = () => (!isAsync || m.op('async')) && m.op('with');
    const found =
      m.alt(() => {
        const items = open() && m.op('(') && m.gather(',', () => withItem(m));
        return items && m.maybe(() => m.op(',')) && m.op(')') && m.op(':') && block(m);
      }) ?? m.alt(() => open() && m.gather(',', () => withItem(m)) && m.op(':') && block(m));
    if (found) return found;
  }
  if (m.invalidRules) {
    m.alt(() => looseHeader(m, false) && m.kind(T.Newline) && m.raiseLast("expected ':'"));
    m.alt(() => looseHeader(m, true) && m.kind(T.Newline) && m.raiseLast("expected ':'"));
  }
  return null;
}

function checkWithBlocks(m: Machine): void {
  for (const parenthesised of [false, true]) {
    m.alt(() => {
      const word = looseHeader(m, parenthesised);
      if (word && m.op(':')) expectIndentedBlock(m, "'with' statement", word);
    });
  }
}

/** `with` and its items, read less strictly. */
function looseHeader(m: Machine, parenthesised: boolean): Range | null {
  m.op('async');
  const word = m.op('with');
  if (!word) return null;
  const item = () => (parenthesised ? expressions(m) : expression(m)) && m.maybe(() => m.op('as') && starTarget(m));
  if (!parenthesised) return m.gather(',', item) && word;
  return m.op('(') && m.gather(',', item) && m.maybe(() => m.op(',')) && m.op(')') && word;
}

function withItem(m: Machine): unknown {
  const end = () => m.ahead(() => m.anyOp(',', ')', ':'));
  const bound = m.alt(() => expression(m) && m.op('as') && starTarget(m) && end());
  if (bound) return bound;
  if (m.invalidRules) {
    m.alt(() => {
      if (!expression(m) || !m.op('as')) return;
      const target = expression(m);
      if (target && end()) raiseInvalidTarget(m, target, 'star');
    });
  }
  return m.alt(() => expression(m));
}

function decorators(m: Machine): unknown {
  return m.some(() => m.op('@') && namedExpression(m) && m.kind(T.Newline));
}

function functionDefinition(m: Machine): unknown {
  return m.alt(() => decorators(m) && rawFunction(m)) ?? m.alt(() => rawFunction(m));
}

function rawFunction(m: Machine): unknown {
  const signature = () =>
    m.maybe(() => new Parameters(m, false).list()) && m.op(')') && m.maybe(() => m.op('->') && expression(m));
  if (m.invalidRules) {
    m.alt(() => {
      m.op('async');
      const word = m.op('def');
      const open = word && m.name() && m.maybe(() => typeParameters(m)) && m.op('(');
      if (word && open && signature() && m.op(':')) expectIndentedBlock(m, 'function definition', word);
    });
  }
  for (const isAsync of [false, true]) {
    const found = m.alt(() => {
      if (isAsync && !m.op('async')) return null;
      const opened = m.op('def') && m.name() && m.maybe(() => typeParameters(m)) && m.forced('(');
      return opened && signature() && m.forced(':') && block(m);
    });
    if (found) return found;
  }
  return null;
}

function classDefinition(m: Machine): unknown {
  return m.alt(() => decorators(m) && rawClass(m)) ?? m.alt(() => rawClass(m));
}

function rawClass(m: Machine): unknown {
  const header = () => {
    const word = m.op('class');
    if (!word || !m.name()) return null;
    m.maybe(() => typeParameters(m));
    m.maybe(() => m.op('(') && m.maybe(() => argumentsRule(m)) && m.op(')'));
    return word;
  };
  if (m.invalidRules) checkHeader(m, header, 'class definition');
  return m.alt(() => header() && m.op(':') && block(m));
}
