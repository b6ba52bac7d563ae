/** What a function of a unit finds around it: helpers, variables of the module, constants and codes, taken from the unit's own text. */
import type * as js from 'estree';
import * as b from '../build.js';
import { childrenOf } from './remainder.js';

type AnyNode = { readonly type: string };

export class UnitScope {
  /** Where the text of each code stands, by its number. */
  readonly codes = new Map<number, js.Node>();
  /** The helper that each name stands for. */
  private readonly helpers = new Map<string, string>();
  private readonly constants = new Map<string, js.Expression>();
  /** The Python name of each variable of the module. */
  private readonly globals = new Map<string, string>();

  /** @param unit `function ($u, $h) { … }`, see 4-print, in either form; or what is left of a generator, as resumed.ts prints it. */
  constructor(unit: js.FunctionExpression) {
    for (const node of unit.body.body) {
      if (node.type === 'VariableDeclaration') for (const each of node.declarations) this.declared(each);
      else if (node.type === 'ExpressionStatement' && node.expression.type === 'CallExpression')
        this.bound(node.expression);
      else if (node.type === 'ReturnStatement') this.returned(node.argument!);
    }
  }

  /** `$u.threaded(number, maker)`: of the threaded form of a unit, which returns a list of them, or what is left of a generator. */
  private returned(node: js.Expression): void {
    if (node.type === 'ArrayExpression') for (const each of node.elements) this.returned(each as js.Expression);
    else if (node.type === 'CallExpression') this.codes.set(Number((node.arguments[0] as js.Literal).value), node);
  }

  private declared(node: js.VariableDeclarator): void {
    if (node.id.type === 'ObjectPattern') {
      for (const property of node.id.properties as js.AssignmentProperty[])
        this.helpers.set((property.value as js.Identifier).name, (property.key as js.Identifier).name);
      return;
    }
    const { name } = node.id as js.Identifier;
    const number = /^\$c(\d+)$/.exec(name)?.[1];
    if (number !== undefined) this.codes.set(Number(number), node);
    else if (node.init != null) this.constants.set(name, node.init);
  }

  /** `$u.bind(names, size, groups)`: a group is a function with a case for each variable. */
  private bound(node: js.SimpleCallExpression): void {
    const [names, , groups] = node.arguments as js.ArrayExpression[];
    if (names?.type !== 'ArrayExpression' || groups?.type !== 'ArrayExpression') return;
    const variables = groups.elements.flatMap((group) => {
      const [body] = ((group as js.ArrowFunctionExpression).body as js.BlockStatement).body;
      return (body as js.SwitchStatement).cases.map(({ consequent: [each] }) => {
        const { argument } = each as js.ReturnStatement;
        return ((argument as js.ConditionalExpression).alternate as js.Identifier).name;
      });
    });
    names.elements.forEach((name, i) => this.globals.set(variables[i]!, String((name as js.Literal).value)));
  }

  /**
   * A function that finds everything outside the unit's text: the variables of the module through its object, the rest in declarations.
   * @param own names that are the function's.
   */
  around(
    node: js.Expression,
    own: ReadonlySet<string>,
  ): { readonly declarations: b.Statement[]; readonly given: js.Expression } {
    const needed: [string, b.Expression][] = [];
    const known = new Set(['$u', '$h']);
    const need = (name: string): void => {
      if (known.has(name)) return;
      known.add(name);
      const init = this.initial(name);
      if (init === null) return;
      for (const each of freeNames(init)) need(each);
      needed.push([name, init]);
    };
    for (const name of freeNames(node)) if (!own.has(name) && !this.globals.has(name)) need(name);
    const module = b.member(b.member(b.member(b.id('$u'), 'globals'), 'map'), 'module');
    const given = this.throughModule(node, own) as js.Expression;
    const usesModule = this.globals.size > 0;
    const all: [string, b.Expression][] = [
      ...(usesModule ? [['$M', module] as [string, b.Expression]] : []),
      ...needed,
    ];
    return { declarations: all.length > 0 ? [b.declare('const', ...all)] : [], given };
  }

  private initial(name: string): b.Expression | null {
    const helper = this.helpers.get(name);
    if (helper !== undefined) return b.member(b.id('$h'), helper);
    const code = /^\$c(\d+)$/.exec(name)?.[1];
    if (code !== undefined) return b.index(b.member(b.id('$u'), 'codes'), b.literal(Number(code)));
    return this.constants.get(name) ?? null;
  }

  private throughModule(node: AnyNode, own: ReadonlySet<string>): AnyNode {
    if (node.type === 'Identifier') {
      const { name } = node as js.Identifier;
      const python = own.has(name) ? undefined : this.globals.get(name);
      return python === undefined ? node : b.index(b.id('$M'), b.literal(`$${python}`));
    }
    const names = namingFields(node);
    const change = (value: unknown): unknown =>
      value !== null && typeof value === 'object' && 'type' in value
        ? this.throughModule(value as AnyNode, own)
        : value;
    const entries = Object.entries(node).map(([key, value]) => [
      key,
      names.includes(key) ? value : Array.isArray(value) ? value.map(change) : change(value),
    ]);
    return Object.fromEntries(entries) as AnyNode;
  }
}

/** Names that a text reads or writes, but those that are labels, properties and names of functions. */
function freeNames(node: AnyNode): string[] {
  if (node.type === 'Identifier') return [(node as js.Identifier).name];
  const names = namingFields(node);
  const apart = names.map((name) => (node as unknown as Record<string, unknown>)[name]);
  return childrenOf(node)
    .filter((child) => !apart.includes(child))
    .flatMap(freeNames);
}

/** Fields of a node whose identifiers are no variables. */
function namingFields(node: AnyNode): readonly string[] {
  switch (node.type) {
    case 'MemberExpression':
      return (node as js.MemberExpression).computed ? [] : ['property'];
    case 'Property':
      return (node as js.Property).computed ? [] : ['key'];
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return ['label'];
    case 'FunctionExpression':
      return ['id'];
    default:
      return [];
  }
}
