/**
 * Methods that Python calls for an operation, and whose text may bring them to the same operation again without a call
 * in it: `__repr__` with `'%r' % self`, `__getattr__` with `self.missing`, a property that reads itself. When such a one
 * runs away, its calls have to be counted, as those of functions with calls in their text are.
 */
import type * as ast from '../../parser/ast.js';

type AnyNode = { readonly type: string } & Record<string, unknown>;

/** Whether the method, which stands in the body of a class, may come to itself that way. */
export function mayCallItself(method: ast.FunctionDef, body: readonly ast.Stmt[]): boolean {
  if (isProperty(method)) return readsItself(method, properties(body));
  if (!/^__\w+__$/.test(method.name)) return false;
  const [self, second] = parameters(method);
  if (self === undefined) return false;
  switch (method.name) {
    case '__repr__':
    case '__str__':
    case '__unicode__':
    case '__format__':
      return some(method.body, isFormatting) || usesWhole(method.body, self);
    case '__getattr__':
    case '__getattribute__':
    case '__setattr__':
    case '__delattr__':
      return some(method.body, (node) => attributeOf(node, self) !== null);
    case '__get__':
    case '__set__':
      return second !== undefined && some(method.body, (node) => attributeOf(node, second) !== null);
    default:
      return usesWhole(method.body, self);
  }
}

const parameters = ({ args }: ast.FunctionDef): string[] => [...args.posonlyargs, ...args.args].map(({ arg }) => arg);

/** `property`, or a setter and the like. */
const isProperty = ({ decorator_list }: ast.FunctionDef): boolean =>
  decorator_list.some(
    (decorator) =>
      (decorator.type === 'Name' && decorator.id === 'property') ||
      (decorator.type === 'Attribute' && /^(?:getter|setter|deleter)$/.test(decorator.attr)),
  );

/** The methods of the class that are properties, by name. */
function properties(body: readonly ast.Stmt[]): Map<string, ast.FunctionDef[]> {
  const found = new Map<string, ast.FunctionDef[]>();
  for (const node of body) {
    if (node.type !== 'FunctionDef' || !isProperty(node)) continue;
    found.set(node.name, [...(found.get(node.name) ?? []), node]);
  }
  return found;
}

/** Whether one property after another leads back to this one. */
function readsItself(start: ast.FunctionDef, all: ReadonlyMap<string, readonly ast.FunctionDef[]>): boolean {
  const seen = new Set<string>();
  const left = [start];
  for (let method = left.pop(); method !== undefined; method = left.pop()) {
    const [self] = parameters(method);
    if (self === undefined) continue;
    for (const name of attributesOf(method.body, self)) {
      if (name === start.name) return true;
      if (seen.has(name)) continue;
      seen.add(name);
      left.push(...(all.get(name) ?? []));
    }
  }
  return false;
}

function attributesOf(body: readonly ast.Stmt[], name: string): Set<string> {
  const found = new Set<string>();
  some(body, (node) => {
    const attribute = attributeOf(node, name);
    if (attribute !== null) found.add(attribute);
    return false;
  });
  return found;
}

/** The attribute's name where `node` is one of that variable. */
function attributeOf(node: AnyNode, name: string): string | null {
  return node.type === 'Attribute' && isName(node.value as AnyNode, name) ? (node.attr as string) : null;
}

const isName = (node: AnyNode, name: string): boolean => node.type === 'Name' && node.id === name;

const isFormatting = (node: AnyNode): boolean =>
  node.type === 'FormattedValue' || (node.type === 'BinOp' && node.op === 'Mod');

/** Whether the object itself is an operand: not only returned, asked for an attribute or for its identity. */
function usesWhole(body: readonly ast.Stmt[], self: string): boolean {
  const isOperand = (node: AnyNode): boolean => {
    if (node.type === 'Attribute' || node.type === 'Return' || node.type === 'Assign') return false;
    if (node.type === 'Compare' && (node.ops as string[]).every((op) => op === 'Is' || op === 'IsNot')) return false;
    return childrenOf(node).some((child) => isName(child, self));
  };
  return some(body, isOperand);
}

/** Whether `test` holds for one of the nodes or of those in them. */
function some(nodes: readonly object[], test: (node: AnyNode) => boolean): boolean {
  return nodes.some((node) => test(node as AnyNode) || some(childrenOf(node as AnyNode), test));
}

const childrenOf = (node: AnyNode): AnyNode[] => Object.values(node).flat().filter(isNode);

const isNode = (value: unknown): value is AnyNode => typeof value === 'object' && value !== null && 'type' in value;
