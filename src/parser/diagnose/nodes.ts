/** As much of a tree as the rules for mistakes need: kinds, positions, and what can be assigned to. */

export interface Node {
  /** The name of the node in Python's `ast`. */
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly id?: string;
  /** Elements of a list or tuple. */
  readonly elts?: readonly Node[];
  /** What a star stands before, or the left side of a comparison. */
  readonly value?: Node;
  /** The first operator of a comparison. */
  readonly op?: string;
}

/** The arguments of a call, as far as the rules tell them apart. */
export interface ArgumentsNode {
  readonly args: readonly Node[];
  readonly hasDoubleStar: boolean;
}

/** The clauses of a comprehension. */
export interface ClauseNode {
  readonly target: Node;
  /** The last condition, or what is iterated over. */
  readonly last: Node;
}

const NAMES: Readonly<Record<string, string>> = {
  Attribute: 'attribute',
  Subscript: 'subscript',
  Starred: 'starred',
  Name: 'name',
  List: 'list',
  Tuple: 'tuple',
  Lambda: 'lambda',
  Call: 'function call',
  BoolOp: 'expression',
  BinOp: 'expression',
  UnaryOp: 'expression',
  GeneratorExp: 'generator expression',
  Yield: 'yield expression',
  YieldFrom: 'yield expression',
  Await: 'await expression',
  ListComp: 'list comprehension',
  SetComp: 'set comprehension',
  DictComp: 'dict comprehension',
  Dict: 'dict literal',
  Set: 'set display',
  JoinedStr: 'f-string expression',
  FormattedValue: 'f-string expression',
  Constant: 'literal',
  None: 'None',
  True: 'True',
  False: 'False',
  Ellipsis: 'ellipsis',
  Compare: 'comparison',
  IfExp: 'conditional expression',
  NamedExpr: 'named expression',
};

/** What CPython calls a node in its messages. */
export function describe(node: Node): string {
  return NAMES[node.type] ?? 'expression';
}

export type TargetKind = 'star' | 'del' | 'for';

/** The part of `node` that cannot be a target, or null. */
export function invalidTarget(node: Node, kind: TargetKind): Node | null {
  switch (node.type) {
    case 'List':
    case 'Tuple': {
      for (const element of node.elts ?? []) {
        const invalid = invalidTarget(element, kind);
        if (invalid) return invalid;
      }
      return null;
    }
    case 'Starred':
      return kind === 'del' ? node : invalidTarget(node.value!, kind);
    case 'Compare':
      // In `for a in b` without more, the comparison is what the loop was meant to be.
      return kind === 'for' && node.op === 'in' ? invalidTarget(node.value!, kind) : kind === 'for' ? null : node;
    case 'Name':
    case 'Subscript':
    case 'Attribute':
      return null;
    default:
      return node;
  }
}
