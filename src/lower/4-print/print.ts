/** The unit's JavaScript as text: helpers, globals, constants and codes around the module's own body. */
import { generate } from 'astring';
import type * as ast from '../../parser/ast.js';
import * as b from '../build.js';
import type { CodeSpec } from '../3-transform/code.js';
import type { Unit } from '../3-transform/unit.js';

export interface Printed {
  /** The text of a function `($u, $h) => main`. */
  readonly js: string;
}

/**
 * `(function ($u, $h) { … return main })`: `$u` is the runtime's side of the unit, `$h` the helpers. All functions of the
 * unit stand beside each other as factories of their cells, so that any of them can be made again on its own.
 */
export function printUnit(unit: Unit, main: CodeSpec): Printed {
  const statements: b.Statement[] = [];
  const helpers = [...unit.helpers].sort();
  if (helpers.length > 0) statements.push(destructure(helpers));
  statements.push(b.declare('const', ['$rt', b.member(b.id('$u'), 'rt')], ['$N', b.member(b.id('$u'), 'names')]));
  if (unit.globals.length > 0) statements.push(...globalVariables(unit));
  for (const [name, value] of unit.constants) statements.push(b.declare('const', [name, value]));
  for (const code of unit.codes) if (code !== main) statements.push(declareCode(code));
  statements.push(declareCode(main));
  statements.push(b.ret(b.id(`$c${main.index}`)));
  const program = b.func(null, ['$u', '$h'], [strict(), ...statements]);
  return { js: `(${generate(program as never, { indent: ' ' })})` };
}

function destructure(helpers: string[]): b.Statement {
  const properties = helpers.map((name) => ({
    type: 'Property' as const,
    kind: 'init' as const,
    key: b.id(name),
    value: b.id(`$${name}`),
    method: false,
    shorthand: false,
    computed: false,
  }));
  return {
    type: 'VariableDeclaration',
    kind: 'const',
    declarations: [{ type: 'VariableDeclarator', id: { type: 'ObjectPattern', properties }, init: b.id('$h') }],
  };
}

/**
 * The threaded form: `($u, $h) => [factory, …]`, where `$u` is the unit as first evaluated. The functions that it makes are
 * not function objects of Python's; definitions in them use the codes of the first form.
 */
export function printThreaded(unit: Unit): Printed {
  const statements: b.Statement[] = [];
  const helpers = [...unit.helpers].sort();
  if (helpers.length > 0) statements.push(destructure(helpers));
  const map = b.member(b.member(b.id('$u'), 'globals'), 'map');
  statements.push(
    b.declare(
      'const',
      ['$rt', b.member(b.id('$u'), 'rt')],
      ['$N', b.member(b.id('$u'), 'names')],
      ['$M', b.member(map, 'module')],
    ),
  );
  for (const [name, value] of unit.constants) statements.push(b.declare('const', [name, value]));
  for (const code of unit.codes) {
    statements.push(
      b.declare('const', [`$c${code.index}`, b.index(b.member(b.id('$u'), 'codes'), b.literal(code.index))]),
    );
  }
  statements.push(b.ret(b.array(unit.codes.map((code) => threadedForm(code)))));
  const program = b.func(null, ['$u', '$h'], [strict(), ...statements]);
  return { js: `(${generate(program as never, { indent: ' ' })})` };
}

function threadedForm({ index, make, computes }: CodeSpec): b.Expression {
  const args = [b.literal(index), make!, ...(computes === true ? [b.literal(true)] : [])];
  return b.call(b.member(b.id('$u'), 'threaded'), args);
}

const strict = (): b.Statement =>
  ({ type: 'ExpressionStatement', expression: b.literal('use strict'), directive: 'use strict' }) as b.Statement;

/** So few variables share a function that V8 puts it in place where one of them is asked of the module. */
const GROUP = 8;

/**
 * Module-level names are variables here; `$u.bind` gives the module object access to them by number, in groups. (Declared with
 * `var`: nothing needs to look whether they are declared yet.)
 */
function globalVariables(unit: Unit): b.Statement[] {
  const names = unit.globalNamesInOrder();
  const cases = names.map((name, i) => ({
    type: 'SwitchCase' as const,
    test: b.literal(i % GROUP),
    consequent: [b.ret(b.conditional(b.id('$set'), b.assign(b.id(name), b.id('$v')), b.id(name)))],
  }));
  const groups: b.Expression[] = [];
  for (let i = 0; i < cases.length; i += GROUP) {
    const body = { type: 'SwitchStatement' as const, discriminant: b.id('$n'), cases: cases.slice(i, i + GROUP) };
    groups.push(b.arrow(['$n', '$set', '$v'], [body]));
  }
  const given = [b.array(unit.globals.map((name) => b.literal(name))), b.literal(GROUP), b.array(groups)];
  return [
    b.declare('var', ...names.map((name): [string, null] => [name, null])),
    b.statement(b.call(b.member(b.id('$u'), 'bind'), given)),
  ];
}

function declareCode(code: CodeSpec): b.Statement {
  const strings = (names: readonly string[]) => b.array(names.map((name) => b.literal(name)));
  const orNull = (text: string | null) => (text === null ? b.nil() : b.literal(text));
  const fields = [
    b.literal(code.index),
    b.literal(code.name),
    b.literal(code.qualname),
    b.literal(code.firstLine),
    b.array([
      strings(code.positional),
      b.literal(code.positionalOnly),
      orNull(code.varargs),
      strings(code.keywordOnly),
      orNull(code.varkw),
      ...(code.optional === 0 ? [] : [b.literal(code.optional)]),
    ]),
    b.literal(code.flags),
    strings(code.varnames),
    strings(code.freeNames),
    strings(code.cellvars),
    strings(code.names),
    orNull(code.doc),
    code.make!,
    ...(code.continues === undefined && code.push === undefined ? [] : [b.literal(code.continues ?? 0)]),
    ...(code.push === undefined ? [] : [code.push]),
  ];
  return b.declare('const', [`$c${code.index}`, b.call(b.member(b.id('$u'), 'code'), fields)]);
}

export type { ast };
