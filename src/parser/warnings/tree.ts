/** Warnings about what cannot be meant: literals that are compared by identity, called or subscribed, tuples asserted. */
import type { Call, Compare, Constant, Expr, Mod, Subscript } from '../ast.js';
import type { SourceText } from '../source.js';
import { compilerWarning, type PyWarning } from './warning.js';

/** In the order in which the compiler comes by. */
export function treeWarnings(module: Mod, source: SourceText): PyWarning[] {
  const warnings: PyWarning[] = [];
  const warn = (message: string, node: Expr) => warnings.push(compilerWarning(source, message, node));
  visit(module, (node) => {
    switch (node.type) {
      case 'Assert':
        if (node.test.type === 'Tuple' && node.test.elts.length > 0)
          warnings.push(
            compilerWarning(source, 'assertion is always true, perhaps remove parentheses?', node as unknown as Expr),
          );
        break;
      case 'Compare':
        compare(node as unknown as Compare, warn);
        break;
      case 'Call':
        called(node as unknown as Call, warn);
        break;
      case 'Subscript':
        if (node.ctx === 'Load') subscribed(node as unknown as Subscript, warn);
        break;
      default:
    }
  });
  return warnings;
}

type AnyNode = { readonly type: string } & Record<string, any>;

/** Every node below `root`, outer ones first. Trees may be deeper than the stack. */
function visit(root: object, look: (node: AnyNode) => void): void {
  const waiting: object[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('type' in node) look(node as AnyNode);
    const children = Object.values(node);
    for (let i = children.length - 1; i >= 0; i--) {
      const child: unknown = children[i];
      if (child !== null && typeof child === 'object') waiting.push(child);
    }
  }
}

type Warn = (message: string, node: Expr) => void;

/** `x is 1`; only the first such pair counts. */
function compare(node: Compare, warn: Warn): void {
  let left = node.left;
  for (const [i, right] of node.comparators.entries()) {
    const op = node.ops[i];
    if (op === 'Is' || op === 'IsNot') {
      const literal = [left, right].find((side) => !maybeIdentical(side));
      if (literal !== undefined) {
        const [word, better] = op === 'Is' ? ['is', '=='] : ['is not', '!='];
        warn(`"${word}" with '${typeOfLiteral(literal)}' literal. Did you mean "${better}"?`, node);
        return;
      }
    }
    left = right;
  }
}

const SINGLETONS: ReadonlySet<string> = new Set(['None', 'bool', 'Ellipsis']);

const maybeIdentical = (node: Expr): boolean =>
  node.type === 'Constant' ? SINGLETONS.has(node.value.kind) : !isFolded(node);

/** What the compiler makes one constant of before it looks. */
function isFolded(node: Expr): boolean {
  if (node.type === 'Tuple') return node.elts.every((e) => e.type === 'Constant' || isFolded(e));
  return node.type === 'UnaryOp' && node.op !== 'Not' && node.operand.type === 'Constant';
}

const CALLED: ReadonlySet<string> = new Set(
  'Constant Tuple List ListComp Dict DictComp Set SetComp GeneratorExp JoinedStr FormattedValue'.split(' '),
);

function called({ func }: Call, warn: Warn): void {
  if (!CALLED.has(func.type)) return;
  warn(`'${typeOfLiteral(func)}' object is not callable; perhaps you missed a comma?`, func);
}

function subscribed({ value, slice }: Subscript, warn: Warn): void {
  if (hasNoItems(value)) {
    warn(`'${typeOfLiteral(value)}' object is not subscriptable; perhaps you missed a comma?`, value);
    return;
  }
  const index = typeOfLiteral(slice);
  if (index === null || index === 'int' || index === 'bool' || !isSequence(value)) return;
  const what = typeOfLiteral(value);
  warn(`${what} indices must be integers or slices, not ${index}; perhaps you missed a comma?`, value);
}

const WITHOUT_ITEMS: ReadonlySet<string> = new Set('None Ellipsis bool int float complex'.split(' '));

const hasNoItems = (node: Expr): boolean =>
  node.type === 'Constant'
    ? WITHOUT_ITEMS.has(node.value.kind)
    : ['Set', 'SetComp', 'GeneratorExp', 'Lambda'].includes(node.type);

const isSequence = (node: Expr): boolean =>
  node.type === 'Constant'
    ? ['str', 'bytes'].includes(node.value.kind)
    : ['Tuple', 'List', 'ListComp', 'JoinedStr', 'FormattedValue'].includes(node.type);

const TYPES: Readonly<Record<string, string>> = {
  Tuple: 'tuple',
  List: 'list',
  ListComp: 'list',
  Dict: 'dict',
  DictComp: 'dict',
  Set: 'set',
  SetComp: 'set',
  GeneratorExp: 'generator',
  Lambda: 'function',
  JoinedStr: 'str',
  FormattedValue: 'str',
};

/** Name of the class of what the node makes; null if it is not known. */
function typeOfLiteral(node: Expr): string | null {
  if (node.type === 'Constant') return constantType(node);
  if (node.type === 'UnaryOp' && node.operand.type === 'Constant') return constantType(node.operand);
  return TYPES[node.type] ?? null;
}

const constantType = ({ value }: Constant): string =>
  ({ None: 'NoneType', Ellipsis: 'ellipsis' })[value.kind as string] ?? value.kind;
