/** The parts of a node in the order in which CPython's compiler looks at them. */
import type { Expr, Node, Pattern, Stmt } from '../ast.js';

type Part = Node | null;

/** The direct parts of an expression in the order of their evaluation; comprehensions and lambdas are not opened. */
export function partsOf(node: Expr): readonly Part[] {
  switch (node.type) {
    case 'BoolOp':
    case 'JoinedStr':
      return node.values;
    case 'NamedExpr':
      return [node.value, node.target];
    case 'BinOp':
      return [node.left, node.right];
    case 'UnaryOp':
      return [node.operand];
    case 'IfExp':
      return [node.test, node.body, node.orelse];
    case 'Dict':
      return node.keys.flatMap((key, index) => [key, node.values[index]!]);
    case 'Set':
    case 'List':
    case 'Tuple':
      return node.elts;
    case 'Await':
    case 'Yield':
    case 'YieldFrom':
    case 'Attribute':
    case 'Starred':
    case 'Repr':
      return [node.value];
    case 'Compare':
      return [node.left, ...node.comparators];
    case 'Call':
      return [node.func, ...node.args, ...node.keywords.map(({ value }) => value)];
    case 'FormattedValue':
      return [node.value, node.format_spec];
    case 'Subscript':
      return [node.value, node.slice];
    case 'Slice':
      return [node.lower, node.upper, node.step];
    default:
      return [];
  }
}

/** The expressions of a simple statement, values before their targets. */
export function expressionsOf(node: Stmt): readonly (Expr | null)[] {
  switch (node.type) {
    case 'Return':
    case 'Expr':
      return [node.value];
    case 'Delete':
      return node.targets;
    case 'Assign':
      return [node.value, ...node.targets];
    case 'AugAssign':
      return [node.target, node.value];
    case 'Raise':
      return node.py2 ? [node.py2.type, node.py2.inst, node.py2.tback] : [node.exc, node.cause];
    case 'Assert':
      return [node.test, node.msg];
    case 'Print':
      return [node.dest, ...node.values];
    case 'Exec':
      return [node.body, node.globals, node.locals];
    default:
      return [];
  }
}

/** The patterns inside a pattern. */
export function patternsOf(node: Pattern): readonly Pattern[] {
  switch (node.type) {
    case 'MatchSequence':
    case 'MatchOr':
    case 'MatchMapping':
      return node.patterns;
    case 'MatchClass':
      return [...node.patterns, ...node.kwd_patterns];
    case 'MatchAs':
      return node.pattern ? [node.pattern] : [];
    default:
      return [];
  }
}
