/**
 * A generator that is suspended, as a text of its own: another process goes on with it. JavaScript can neither copy a generator nor enter
 * a function in its middle; but the text that we have emitted for a unit says what is left of the body from each `yield` on, and V8 knows
 * at which one the generator waits and what its variables hold.
 */
import { parse } from 'acorn';
import { generate } from 'astring';
import type * as js from 'estree';
import * as b from '../build.js';
import { childrenOf, Lost, Remainder } from './remainder.js';
import { UnitScope } from './unitScope.js';

export interface ResumedGenerator {
  /** Text of `($u, $h) => function* ($i, values)`, with the unit and the helpers as for a unit's own text. */
  readonly js: string;
  /** The variables that it goes on with, in the order of `values`; the cells of the function are among them. */
  readonly variables: readonly string[];
}

type Generator = js.FunctionExpression;
type AnyNode = { readonly type: string };

/** The function's information, which it has as its first parameter. */
const INFO = '$i';
const VALUES = '$values';
/** Variables that hold something for the time of one expression. */
const IS_TEMPORARY = /^\$\d+$/;

/**
 * @param text of a unit, in either form.
 * @param line from 0, as `column`: where the generator is suspended.
 * @returns null if it cannot be gone on with from there.
 */
export function resumedGenerator(text: string, line: number, column: number): ResumedGenerator | null {
  const program = parse(text, { ecmaVersion: 2022, locations: true }) as unknown as js.Program;
  const { expression } = program.body[0] as js.ExpressionStatement;
  const unit = new UnitScope(expression as js.FunctionExpression);
  const found = generatorAt(unit, { line: line + 1, column });
  if (found === null) return null;
  const { index, generator, point } = found;
  const variables = variablesOf(generator);
  const remainder = new Remainder(point, new Set(variables));
  try {
    const body = remainder.rest(generator.body.body);
    const needed = new Set(remainder.expressions.flatMap(namesIn));
    const kept = variables.filter((name) => !IS_TEMPORARY.test(name) || needed.has(name));
    return { js: printed(unit, index, generator, { body, variables, kept, flags: remainder.flags }), variables: kept };
  } catch (error) {
    if (error instanceof Lost) return null;
    throw error;
  }
}

interface Found {
  /** Number of the code. */
  readonly index: number;
  readonly generator: Generator;
  readonly point: js.YieldExpression;
}

/** The generator function with a `yield` at this place, which stands in the declaration of its code. */
function generatorAt(unit: UnitScope, place: js.Position): Found | null {
  for (const [index, declaration] of unit.codes) {
    const { start, end } = declaration.loc!;
    if (isBefore(place, start) || isBefore(end, place)) continue;
    let generator: Generator | null = null;
    const search = (node: AnyNode): js.YieldExpression | null => {
      const outer = generator;
      if (node.type === 'FunctionExpression') generator = node as Generator;
      const { loc } = node as js.YieldExpression;
      if (isOwnYield(node) && loc!.start.line === place.line && loc!.start.column === place.column) return node;
      for (const child of childrenOf(node)) {
        const point = search(child);
        if (point !== null) return point;
      }
      generator = outer;
      return null;
    };
    const point = search(declaration);
    if (point !== null && generator !== null) return { index, generator, point };
  }
  return null;
}

/** What `yield*` waits in is another body. */
const isOwnYield = (node: AnyNode): node is js.YieldExpression =>
  node.type === 'YieldExpression' && !(node as js.YieldExpression).delegate;

const isBefore = (a: js.Position, z: js.Position): boolean =>
  a.line < z.line || (a.line === z.line && a.column < z.column);

/** Parameters and what the function declares. */
function variablesOf({ params, body }: Generator): string[] {
  const names = new Set([...params.map((param) => (param as js.Identifier).name), ...declaredIn(body)]);
  return [...names].filter((name) => name !== INFO && name !== VALUES);
}

function declaredIn(node: AnyNode): string[] {
  if (node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression') return [];
  const own = node.type === 'VariableDeclarator' ? [((node as js.VariableDeclarator).id as js.Identifier).name] : [];
  return [...own, ...childrenOf(node).flatMap(declaredIn)];
}

function namesIn(node: AnyNode): string[] {
  const own = node.type === 'Identifier' ? [(node as js.Identifier).name] : [];
  return [...own, ...childrenOf(node).flatMap(namesIn)];
}

interface Parts {
  readonly body: readonly js.Statement[];
  readonly variables: readonly string[];
  readonly kept: readonly string[];
  readonly flags: readonly string[];
}

function printed(unit: UnitScope, index: number, { id }: Generator, { body, variables, kept, flags }: Parts): string {
  const value = (name: string): b.Expression | null => {
    const at = kept.indexOf(name);
    return at < 0 ? null : b.index(b.id(VALUES), b.literal(at));
  };
  const declared = [
    ...variables.map((name): [string, b.Expression | null] => [name, value(name)]),
    ...flags.map((name): [string, b.Expression] => [name, b.literal(true)]),
  ];
  const all = [...(declared.length > 0 ? [b.declare('let', ...declared)] : []), ...body];
  const generator = b.func(id?.name ?? null, [INFO, VALUES], all, { generator: true });
  const own = new Set([INFO, VALUES, id?.name ?? '', ...variables, ...flags]);
  const { declarations, given } = unit.around(generator, own);
  const maker = b.call(b.member(b.id('$u'), 'threaded'), [b.literal(index), given]);
  const strict = {
    type: 'ExpressionStatement',
    expression: b.literal('use strict'),
    directive: 'use strict',
  } as b.Statement;
  const program = b.func(null, ['$u', '$h'], [strict, ...declarations, b.ret(maker)]);
  return `(${generate(program as never, { indent: ' ' })})`;
}
