/**
 * The typed syntax tree: plain read-only data, no methods, no parent links.
 *
 * Node and field names are those of CPython 3.13's `ast` module, so `ast.dump()` of the same source
 * is the reference for every parser test. Python 2 uses the same tree with a few more nodes and fields.
 * Spec: https://docs.python.org/3.13/library/ast.html#abstract-grammar
 */

/** Half-open range [start, end) of UTF-16 offsets into the user's source text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface NodeBase extends Span {
  // Tied to the unions, so a node that someone forgets to add to them does not compile.
  readonly type: (Stmt | Expr | ExceptHandler | Pattern | Arg | Keyword | Alias | TypeParam)['type'];
}

export type Identifier = string;

// ---------------------------------------------------------------- modules

export interface Module {
  readonly type: 'Module';
  readonly body: readonly Stmt[];
}

export interface Interactive {
  readonly type: 'Interactive';
  readonly body: readonly Stmt[];
}

export interface Expression {
  readonly type: 'Expression';
  readonly body: Expr;
}

export type Mod = Module | Interactive | Expression;

// ---------------------------------------------------------------- statements

export interface FunctionDef extends NodeBase {
  readonly type: 'FunctionDef';
  readonly name: Identifier;
  readonly args: Arguments;
  readonly body: readonly Stmt[];
  readonly decorator_list: readonly Expr[];
  readonly returns: Expr | null;
  readonly type_params: readonly TypeParam[];
}

export interface AsyncFunctionDef extends NodeBase {
  readonly type: 'AsyncFunctionDef';
  readonly name: Identifier;
  readonly args: Arguments;
  readonly body: readonly Stmt[];
  readonly decorator_list: readonly Expr[];
  readonly returns: Expr | null;
  readonly type_params: readonly TypeParam[];
}

export interface ClassDef extends NodeBase {
  readonly type: 'ClassDef';
  readonly name: Identifier;
  readonly bases: readonly Expr[];
  readonly keywords: readonly Keyword[];
  readonly body: readonly Stmt[];
  readonly decorator_list: readonly Expr[];
  readonly type_params: readonly TypeParam[];
}

export interface Return extends NodeBase {
  readonly type: 'Return';
  readonly value: Expr | null;
}

export interface Delete extends NodeBase {
  readonly type: 'Delete';
  readonly targets: readonly Expr[];
}

export interface Assign extends NodeBase {
  readonly type: 'Assign';
  readonly targets: readonly Expr[];
  readonly value: Expr;
}

export interface TypeAlias extends NodeBase {
  readonly type: 'TypeAlias';
  readonly name: Name;
  readonly type_params: readonly TypeParam[];
  readonly value: Expr;
}

export interface AugAssign extends NodeBase {
  readonly type: 'AugAssign';
  readonly target: Expr;
  readonly op: Operator;
  readonly value: Expr;
}

export interface AnnAssign extends NodeBase {
  readonly type: 'AnnAssign';
  readonly target: Expr;
  readonly annotation: Expr;
  readonly value: Expr | null;
  /** True for a bare name, false for `(name): T`, `a.b: T` and `a[b]: T`. */
  readonly simple: boolean;
}

export interface For extends NodeBase {
  readonly type: 'For';
  readonly target: Expr;
  readonly iter: Expr;
  readonly body: readonly Stmt[];
  readonly orelse: readonly Stmt[];
}

export interface AsyncFor extends NodeBase {
  readonly type: 'AsyncFor';
  readonly target: Expr;
  readonly iter: Expr;
  readonly body: readonly Stmt[];
  readonly orelse: readonly Stmt[];
}

export interface While extends NodeBase {
  readonly type: 'While';
  readonly test: Expr;
  readonly body: readonly Stmt[];
  readonly orelse: readonly Stmt[];
}

export interface If extends NodeBase {
  readonly type: 'If';
  readonly test: Expr;
  readonly body: readonly Stmt[];
  readonly orelse: readonly Stmt[];
}

export interface With extends NodeBase {
  readonly type: 'With';
  readonly items: readonly WithItem[];
  readonly body: readonly Stmt[];
}

export interface AsyncWith extends NodeBase {
  readonly type: 'AsyncWith';
  readonly items: readonly WithItem[];
  readonly body: readonly Stmt[];
}

export interface Match extends NodeBase {
  readonly type: 'Match';
  readonly subject: Expr;
  readonly cases: readonly MatchCase[];
}

export interface Raise extends NodeBase {
  readonly type: 'Raise';
  readonly exc: Expr | null;
  readonly cause: Expr | null;
  /** Python 2: `raise type, inst, tback`; `exc` is then null. */
  readonly py2?: { readonly type: Expr | null; readonly inst: Expr | null; readonly tback: Expr | null };
}

export interface Try extends NodeBase {
  readonly type: 'Try';
  readonly body: readonly Stmt[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Stmt[];
  readonly finalbody: readonly Stmt[];
}

export interface TryStar extends NodeBase {
  readonly type: 'TryStar';
  readonly body: readonly Stmt[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Stmt[];
  readonly finalbody: readonly Stmt[];
}

export interface Assert extends NodeBase {
  readonly type: 'Assert';
  readonly test: Expr;
  readonly msg: Expr | null;
}

export interface Import extends NodeBase {
  readonly type: 'Import';
  readonly names: readonly Alias[];
}

export interface ImportFrom extends NodeBase {
  readonly type: 'ImportFrom';
  readonly module: Identifier | null;
  readonly names: readonly Alias[];
  readonly level: number;
}

export interface Global extends NodeBase {
  readonly type: 'Global';
  readonly names: readonly Identifier[];
}

export interface Nonlocal extends NodeBase {
  readonly type: 'Nonlocal';
  readonly names: readonly Identifier[];
}

/** An expression as a statement (named `Expr` in Python's `ast`). */
export interface ExprStmt extends NodeBase {
  readonly type: 'Expr';
  readonly value: Expr;
}

export interface Pass extends NodeBase {
  readonly type: 'Pass';
}

export interface Break extends NodeBase {
  readonly type: 'Break';
}

export interface Continue extends NodeBase {
  readonly type: 'Continue';
}

/** Python 2: `print >>dest, values`; `nl` is false when it ends in a comma. */
export interface Print extends NodeBase {
  readonly type: 'Print';
  readonly dest: Expr | null;
  readonly values: readonly Expr[];
  readonly nl: boolean;
}

/** Python 2: `exec body in globals, locals`. */
export interface Exec extends NodeBase {
  readonly type: 'Exec';
  readonly body: Expr;
  readonly globals: Expr | null;
  readonly locals: Expr | null;
}

export type Stmt =
  | FunctionDef
  | AsyncFunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | TypeAlias
  | AugAssign
  | AnnAssign
  | For
  | AsyncFor
  | While
  | If
  | With
  | AsyncWith
  | Match
  | Raise
  | Try
  | TryStar
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | ExprStmt
  | Pass
  | Break
  | Continue
  | Print
  | Exec;

// ---------------------------------------------------------------- expressions

export interface BoolOp extends NodeBase {
  readonly type: 'BoolOp';
  readonly op: BoolOperator;
  readonly values: readonly Expr[];
}

export interface NamedExpr extends NodeBase {
  readonly type: 'NamedExpr';
  readonly target: Name;
  readonly value: Expr;
}

/** `left op right`. Chains like `a < b < c` are {@link Compare}; `and`/`or` are {@link BoolOp}. */
export interface BinOp extends NodeBase {
  readonly type: 'BinOp';
  readonly left: Expr;
  readonly op: Operator;
  readonly right: Expr;
}

export interface UnaryOp extends NodeBase {
  readonly type: 'UnaryOp';
  readonly op: UnaryOperator;
  readonly operand: Expr;
}

export interface Lambda extends NodeBase {
  readonly type: 'Lambda';
  readonly args: Arguments;
  readonly body: Expr;
}

export interface IfExp extends NodeBase {
  readonly type: 'IfExp';
  readonly test: Expr;
  readonly body: Expr;
  readonly orelse: Expr;
}

/** `keys[k]` is null for `**values[k]`. */
export interface Dict extends NodeBase {
  readonly type: 'Dict';
  readonly keys: readonly (Expr | null)[];
  readonly values: readonly Expr[];
}

export interface SetDisplay extends NodeBase {
  readonly type: 'Set';
  readonly elts: readonly Expr[];
}

export interface ListComp extends NodeBase {
  readonly type: 'ListComp';
  readonly elt: Expr;
  readonly generators: readonly Comprehension[];
}

export interface SetComp extends NodeBase {
  readonly type: 'SetComp';
  readonly elt: Expr;
  readonly generators: readonly Comprehension[];
}

export interface DictComp extends NodeBase {
  readonly type: 'DictComp';
  readonly key: Expr;
  readonly value: Expr;
  readonly generators: readonly Comprehension[];
}

export interface GeneratorExp extends NodeBase {
  readonly type: 'GeneratorExp';
  readonly elt: Expr;
  readonly generators: readonly Comprehension[];
}

export interface Await extends NodeBase {
  readonly type: 'Await';
  readonly value: Expr;
}

export interface Yield extends NodeBase {
  readonly type: 'Yield';
  readonly value: Expr | null;
}

export interface YieldFrom extends NodeBase {
  readonly type: 'YieldFrom';
  readonly value: Expr;
}

/** `left ops[0] comparators[0] ops[1] ...`; both lists have the same length, at least 1. */
export interface Compare extends NodeBase {
  readonly type: 'Compare';
  readonly left: Expr;
  readonly ops: readonly CmpOp[];
  readonly comparators: readonly Expr[];
}

export interface Call extends NodeBase {
  readonly type: 'Call';
  readonly func: Expr;
  readonly args: readonly Expr[];
  readonly keywords: readonly Keyword[];
}

/** `{value!r:format_spec}` of an f-string; `conversion` is -1 or the code of `s`, `r`, `a`. */
export interface FormattedValue extends NodeBase {
  readonly type: 'FormattedValue';
  readonly value: Expr;
  readonly conversion: number;
  readonly format_spec: JoinedStr | null;
}

export interface JoinedStr extends NodeBase {
  readonly type: 'JoinedStr';
  readonly values: readonly Expr[];
}

export interface Constant extends NodeBase {
  readonly type: 'Constant';
  readonly value: ConstantValue;
  readonly kind: 'u' | null;
}

export interface Attribute extends NodeBase {
  readonly type: 'Attribute';
  readonly value: Expr;
  readonly attr: Identifier;
  readonly ctx: ExprContext;
}

export interface Subscript extends NodeBase {
  readonly type: 'Subscript';
  readonly value: Expr;
  readonly slice: Expr;
  readonly ctx: ExprContext;
}

export interface Starred extends NodeBase {
  readonly type: 'Starred';
  readonly value: Expr;
  readonly ctx: ExprContext;
}

export interface Name extends NodeBase {
  readonly type: 'Name';
  readonly id: Identifier;
  readonly ctx: ExprContext;
}

export interface List extends NodeBase {
  readonly type: 'List';
  readonly elts: readonly Expr[];
  readonly ctx: ExprContext;
}

export interface Tuple extends NodeBase {
  readonly type: 'Tuple';
  readonly elts: readonly Expr[];
  readonly ctx: ExprContext;
}

/** Only inside `Subscript.slice`, alone or in a Tuple. */
export interface Slice extends NodeBase {
  readonly type: 'Slice';
  readonly lower: Expr | null;
  readonly upper: Expr | null;
  readonly step: Expr | null;
}

/** Python 2: `` `value` ``. */
export interface Repr extends NodeBase {
  readonly type: 'Repr';
  readonly value: Expr;
}

export type Expr =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | SetDisplay
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | FormattedValue
  | JoinedStr
  | Constant
  | Attribute
  | Subscript
  | Starred
  | Name
  | List
  | Tuple
  | Slice
  | Repr;

/**
 * What a literal stands for.
 *
 * `splitPairs` holds the offsets of surrogate pairs that were written as two escapes: two characters in Python, which a
 * JavaScript string cannot tell from one.
 */
export type ConstantValue =
  | { readonly kind: 'None' }
  | { readonly kind: 'Ellipsis' }
  | { readonly kind: 'bool'; readonly value: boolean }
  /** A bigint only beyond the safe integers; `long` marks Python 2's `10L`. */
  | { readonly kind: 'int'; readonly value: number | bigint; readonly long?: true }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'complex'; readonly imag: number }
  /** Python 3: text. Python 2: the plain `str`, one character for each byte of the file's encoding. */
  | { readonly kind: 'str'; readonly value: string; readonly splitPairs?: readonly number[] }
  /** Python 3's bytes: one character for each byte. */
  | { readonly kind: 'bytes'; readonly value: string }
  /** Python 2's `u''`, and the plain literals under `from __future__ import unicode_literals`. */
  | { readonly kind: 'unicode'; readonly value: string; readonly splitPairs?: readonly number[] };

export type ExprContext = 'Load' | 'Store' | 'Del';
export type BoolOperator = 'And' | 'Or';
export type UnaryOperator = 'Invert' | 'Not' | 'UAdd' | 'USub';
export type Operator =
  | 'Add'
  | 'Sub'
  | 'Mult'
  | 'MatMult'
  | 'Div'
  | 'Mod'
  | 'Pow'
  | 'LShift'
  | 'RShift'
  | 'BitOr'
  | 'BitXor'
  | 'BitAnd'
  | 'FloorDiv';
export type CmpOp = 'Eq' | 'NotEq' | 'Lt' | 'LtE' | 'Gt' | 'GtE' | 'Is' | 'IsNot' | 'In' | 'NotIn';

// ---------------------------------------------------------------- parts

/** One `for target in iter if ifs[0] if ifs[1]` of a comprehension; has no position of its own in CPython. */
export interface Comprehension {
  readonly type: 'comprehension';
  readonly target: Expr;
  readonly iter: Expr;
  readonly ifs: readonly Expr[];
  readonly is_async: boolean;
}

export interface ExceptHandler extends NodeBase {
  readonly type: 'ExceptHandler';
  /** The exception's expression (named `type` in Python's `ast`). */
  readonly class: Expr | null;
  readonly name: Identifier | null;
  /** Python 2: a target that is no simple name (`except E, (a, b)`); `name` is then null. */
  readonly target?: Expr;
  readonly body: readonly Stmt[];
}

/** `defaults` belong to the last of posonlyargs + args; `kw_defaults[k]` is null when kwonlyargs[k] has none. */
export interface Arguments {
  readonly type: 'arguments';
  readonly posonlyargs: readonly Arg[];
  readonly args: readonly Arg[];
  readonly vararg: Arg | null;
  readonly kwonlyargs: readonly Arg[];
  readonly kw_defaults: readonly (Expr | null)[];
  readonly kwarg: Arg | null;
  readonly defaults: readonly Expr[];
}

export interface Arg extends NodeBase {
  readonly type: 'arg';
  readonly arg: Identifier;
  readonly annotation: Expr | null;
  /** Python 2: the tuple that this parameter is unpacked into; `arg` is then `.0`, `.1`, ... by position. */
  readonly pattern?: Tuple;
}

/** `arg` is null for `**value`. */
export interface Keyword extends NodeBase {
  readonly type: 'keyword';
  readonly arg: Identifier | null;
  readonly value: Expr;
}

export interface Alias extends NodeBase {
  readonly type: 'alias';
  readonly name: Identifier;
  readonly asname: Identifier | null;
}

export interface WithItem {
  readonly type: 'withitem';
  readonly context_expr: Expr;
  readonly optional_vars: Expr | null;
}

export interface MatchCase {
  readonly type: 'match_case';
  readonly pattern: Pattern;
  readonly guard: Expr | null;
  readonly body: readonly Stmt[];
}

// ---------------------------------------------------------------- patterns

export interface MatchValue extends NodeBase {
  readonly type: 'MatchValue';
  readonly value: Expr;
}

export interface MatchSingleton extends NodeBase {
  readonly type: 'MatchSingleton';
  readonly value: ConstantValue;
}

export interface MatchSequence extends NodeBase {
  readonly type: 'MatchSequence';
  readonly patterns: readonly Pattern[];
}

export interface MatchMapping extends NodeBase {
  readonly type: 'MatchMapping';
  readonly keys: readonly Expr[];
  readonly patterns: readonly Pattern[];
  readonly rest: Identifier | null;
}

export interface MatchClass extends NodeBase {
  readonly type: 'MatchClass';
  readonly cls: Expr;
  readonly patterns: readonly Pattern[];
  readonly kwd_attrs: readonly Identifier[];
  readonly kwd_patterns: readonly Pattern[];
}

export interface MatchStar extends NodeBase {
  readonly type: 'MatchStar';
  readonly name: Identifier | null;
}

export interface MatchAs extends NodeBase {
  readonly type: 'MatchAs';
  readonly pattern: Pattern | null;
  readonly name: Identifier | null;
}

export interface MatchOr extends NodeBase {
  readonly type: 'MatchOr';
  readonly patterns: readonly Pattern[];
}

export type Pattern =
  | MatchValue
  | MatchSingleton
  | MatchSequence
  | MatchMapping
  | MatchClass
  | MatchStar
  | MatchAs
  | MatchOr;

// ---------------------------------------------------------------- type parameters

export interface TypeVar extends NodeBase {
  readonly type: 'TypeVar';
  readonly name: Identifier;
  readonly bound: Expr | null;
  readonly default_value: Expr | null;
}

export interface ParamSpec extends NodeBase {
  readonly type: 'ParamSpec';
  readonly name: Identifier;
  readonly default_value: Expr | null;
}

export interface TypeVarTuple extends NodeBase {
  readonly type: 'TypeVarTuple';
  readonly name: Identifier;
  readonly default_value: Expr | null;
}

export type TypeParam = TypeVar | ParamSpec | TypeVarTuple;

/** Every node of the tree. */
export type Node =
  | Mod
  | Stmt
  | Expr
  | Comprehension
  | ExceptHandler
  | Arguments
  | Arg
  | Keyword
  | Alias
  | WithItem
  | MatchCase
  | Pattern
  | TypeParam;
