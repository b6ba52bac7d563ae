/**
 * What the text itself says of its functions' parameters, so that a call with keywords can be laid out while compiling. It is
 * a guess that the call checks: the function that it meets must be made of the very code that the guess was about.
 */
import type * as ast from '../../parser/ast.js';
import { allArgs } from '../1-scope/analyse.js';

/** Functions of a module's top level, methods of its classes, and the constructors of these, by name. */
export interface Definitions {
  readonly functions: ReadonlyMap<string, readonly ast.FunctionDef[]>;
  readonly methods: ReadonlyMap<string, readonly ast.FunctionDef[]>;
  readonly constructors: ReadonlyMap<string, readonly ast.FunctionDef[]>;
}

export function definitionsOf(body: readonly ast.Stmt[]): Definitions {
  const functions = new Map<string, ast.FunctionDef[]>();
  const methods = new Map<string, ast.FunctionDef[]>();
  const constructors = new Map<string, ast.FunctionDef[]>();
  const add = (map: Map<string, ast.FunctionDef[]>, name: string, node: ast.FunctionDef): void => {
    const list = map.get(name);
    if (list === undefined) map.set(name, [node]);
    else list.push(node);
  };
  for (const node of body) {
    if (node.type === 'FunctionDef') add(functions, node.name, node);
    if (node.type !== 'ClassDef') continue;
    for (const member of node.body) {
      if (member.type !== 'FunctionDef') continue;
      add(methods, member.name, member);
      if (member.name === '__init__') add(constructors, node.name, member);
    }
  }
  return { functions, methods, constructors };
}

/** The functions that are defined in the statements at any depth, by name. */
export function functionsIn(body: readonly ast.Stmt[]): ReadonlyMap<string, readonly ast.FunctionDef[]> {
  const found = new Map<string, ast.FunctionDef[]>();
  const visit = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    const node = value as ast.FunctionDef;
    if (node.type === 'FunctionDef') found.set(node.name, [...(found.get(node.name) ?? []), node]);
    Object.values(value).forEach(visit);
  };
  visit(body);
  return found;
}

/**
 * Where the arguments of a call go: for each parameter the number of the argument (positional ones first, then keywords in
 * their order), or null for the default. Null where they do not fit, or the function takes any number of them.
 * @param implied how many parameters are given already (a method's object).
 */
export function layout(
  node: ast.FunctionDef,
  implied: number,
  positional: number,
  keywords: readonly string[],
): (number | null)[] | null {
  const { args } = node;
  if (args.vararg !== null || args.kwarg !== null) return null;
  const parameters = allArgs(args);
  if (parameters.some((p) => p.pattern !== undefined)) return null;
  const names = parameters.map((p) => p.arg);
  const only = names.length - args.kwonlyargs.length;
  const places: (number | null)[] = names.slice(implied).map((_name, i) => (i < positional ? i : null));
  if (positional > only - implied) return null;
  for (const [i, name] of keywords.entries()) {
    const at = names.indexOf(name, Math.max(implied, args.posonlyargs.length)) - implied;
    if (at < 0 || places[at] !== null) return null;
    places[at] = positional + i;
  }
  const required = only - args.defaults.length - implied;
  if (places.slice(0, Math.max(0, required)).includes(null)) return null;
  if (args.kw_defaults.some((value, i) => value === null && places[only - implied + i] === null)) return null;
  return places.slice(0, places.findLastIndex((place) => place !== null) + 1);
}
