/** What `print ast.dump(tree)` prints on CPython 2.7: its own nodes and fields, made from the shared tree. */
import type * as ast from '../ast.js';
import { reprBytes, reprFloat, reprImaginary, reprUnicode2 } from './repr.js';

/** The whole tree as a single line. */
export function dumpPython2(node: ast.Mod): string {
  if (node.type === 'Expression') return call('Expression', { body: expr(node.body) });
  return call(node.type, { body: statements(node.body) });
}

function call(name: string, fields: Readonly<Record<string, string>>): string {
  const parts = Object.entries(fields).map(([field, value]) => `${field}=${value}`);
  return `${name}(${parts.join(', ')})`;
}

function list(items: readonly string[]): string {
  return `[${items.join(', ')}]`;
}

function text(value: string | null): string {
  return value === null ? 'None' : reprBytes(value);
}

function maybe(node: ast.Expr | null): string {
  return node === null ? 'None' : expr(node);
}

function exprs(nodes: readonly ast.Expr[]): string {
  return list(nodes.map(expr));
}

function statements(body: readonly ast.Stmt[]): string {
  return list(body.map(stmt));
}

function stmt(node: ast.Stmt): string {
  switch (node.type) {
    case 'FunctionDef':
      return call('FunctionDef', {
        name: text(node.name),
        args: parameters(node.args),
        body: statements(node.body),
        decorator_list: exprs(node.decorator_list),
      });
    case 'ClassDef':
      return call('ClassDef', {
        name: text(node.name),
        bases: exprs(node.bases),
        body: statements(node.body),
        decorator_list: exprs(node.decorator_list),
      });
    case 'For':
      return call('For', {
        target: expr(node.target),
        iter: expr(node.iter),
        body: statements(node.body),
        orelse: statements(node.orelse),
      });
    case 'While':
    case 'If':
      return call(node.type, { test: expr(node.test), body: statements(node.body), orelse: statements(node.orelse) });
    case 'With':
      return withStatement(node.items, statements(node.body));
    case 'Try':
      return tryStatement(node);
    default:
      return simple(node);
  }
}

function simple(node: ast.Stmt): string {
  switch (node.type) {
    case 'Return':
      return call('Return', { value: maybe(node.value) });
    case 'Delete':
      return call('Delete', { targets: exprs(node.targets) });
    case 'Assign':
      return call('Assign', { targets: exprs(node.targets), value: expr(node.value) });
    case 'AugAssign':
      return call('AugAssign', { target: expr(node.target), op: `${node.op}()`, value: expr(node.value) });
    case 'Raise': {
      const { type, inst, tback } = node.py2 ?? { type: node.exc, inst: null, tback: null };
      return call('Raise', { type: maybe(type), inst: maybe(inst), tback: maybe(tback) });
    }
    case 'Assert':
      return call('Assert', { test: expr(node.test), msg: maybe(node.msg) });
    case 'Import':
      return call('Import', { names: aliases(node.names) });
    case 'ImportFrom':
      return call('ImportFrom', { module: text(node.module), names: aliases(node.names), level: `${node.level}` });
    case 'Global':
      return call('Global', { names: list(node.names.map(text)) });
    case 'Expr':
      return call('Expr', { value: expr(node.value) });
    case 'Print':
      return call('Print', { dest: maybe(node.dest), values: exprs(node.values), nl: node.nl ? 'True' : 'False' });
    case 'Exec':
      return call('Exec', { body: expr(node.body), globals: maybe(node.globals), locals: maybe(node.locals) });
    case 'Pass':
    case 'Break':
    case 'Continue':
      return call(node.type, {});
    default:
      throw new TypeError(`${node.type} is no statement of Python 2`);
  }
}

/** Several items are nested statements in Python 2. */
function withStatement([item, ...rest]: readonly ast.WithItem[], body: string): string {
  return call('With', {
    context_expr: expr(item!.context_expr),
    optional_vars: maybe(item!.optional_vars),
    body: rest.length > 0 ? list([withStatement(rest, body)]) : body,
  });
}

/** With both handlers and `finally`, two nested statements. */
function tryStatement(node: ast.Try): string {
  const body = statements(node.body);
  if (node.handlers.length === 0) return call('TryFinally', { body, finalbody: statements(node.finalbody) });
  const caught = call('TryExcept', {
    body,
    handlers: list(node.handlers.map(handler)),
    orelse: statements(node.orelse),
  });
  if (node.finalbody.length === 0) return caught;
  return call('TryFinally', { body: list([caught]), finalbody: statements(node.finalbody) });
}

function handler({ class: caught, name, target, body }: ast.ExceptHandler): string {
  const bound = name === null ? maybe(target ?? null) : call('Name', { id: text(name), ctx: 'Store()' });
  return call('ExceptHandler', { type: maybe(caught), name: bound, body: statements(body) });
}

function aliases(names: readonly ast.Alias[]): string {
  return list(names.map(({ name, asname }) => call('alias', { name: text(name), asname: text(asname) })));
}

function parameters({ args, vararg, kwarg, defaults }: ast.Arguments): string {
  const shown = args.map(({ arg, pattern }) =>
    pattern ? expr(pattern) : call('Name', { id: text(arg), ctx: 'Param()' }),
  );
  return call('arguments', {
    args: list(shown),
    vararg: text(vararg?.arg ?? null),
    kwarg: text(kwarg?.arg ?? null),
    defaults: exprs(defaults),
  });
}

function comprehensions(generators: readonly ast.Comprehension[]): string {
  return list(
    generators.map(({ target, iter, ifs }) =>
      call('comprehension', { target: expr(target), iter: expr(iter), ifs: exprs(ifs) }),
    ),
  );
}

function expr(node: ast.Expr): string {
  switch (node.type) {
    case 'BoolOp':
      return call('BoolOp', { op: `${node.op}()`, values: exprs(node.values) });
    case 'BinOp':
      return binaryOperation(node);
    case 'UnaryOp':
      return call('UnaryOp', { op: `${node.op}()`, operand: expr(node.operand) });
    case 'Lambda':
      return call('Lambda', { args: parameters(node.args), body: expr(node.body) });
    case 'IfExp':
      return call('IfExp', { test: expr(node.test), body: expr(node.body), orelse: expr(node.orelse) });
    case 'Dict':
      return call('Dict', { keys: list(node.keys.map(maybe)), values: exprs(node.values) });
    case 'Set':
      return call('Set', { elts: exprs(node.elts) });
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
      return call(node.type, { elt: expr(node.elt), generators: comprehensions(node.generators) });
    case 'DictComp':
      return call('DictComp', {
        key: expr(node.key),
        value: expr(node.value),
        generators: comprehensions(node.generators),
      });
    case 'Yield':
      return call('Yield', { value: maybe(node.value) });
    case 'Compare':
      return call('Compare', {
        left: expr(node.left),
        ops: list(node.ops.map((op) => `${op}()`)),
        comparators: exprs(node.comparators),
      });
    case 'Call':
      return callExpression(node);
    case 'Repr':
      return call('Repr', { value: expr(node.value) });
    default:
      return atom(node);
  }
}

/** A loop down the left side: `a + b + ...` nests as deep as it is long. */
function binaryOperation(node: ast.BinOp): string {
  const open: string[] = [];
  const close: string[] = [];
  let inner: ast.Expr = node;
  while (inner.type === 'BinOp') {
    open.push('BinOp(left=');
    close.push(`, op=${inner.op}(), right=${expr(inner.right)})`);
    inner = inner.left;
  }
  return open.join('') + expr(inner) + close.reverse().join('');
}

function atom(node: ast.Expr): string {
  switch (node.type) {
    case 'Constant':
      return constant(node.value);
    case 'Attribute':
      return call('Attribute', { value: expr(node.value), attr: text(node.attr), ctx: `${node.ctx}()` });
    case 'Subscript':
      return call('Subscript', { value: expr(node.value), slice: subscript(node.slice), ctx: `${node.ctx}()` });
    case 'Name':
      return call('Name', { id: text(node.id), ctx: `${node.ctx}()` });
    case 'List':
    case 'Tuple':
      return call(node.type, { elts: exprs(node.elts), ctx: `${node.ctx}()` });
    default:
      throw new TypeError(`${node.type} is no expression of Python 2`);
  }
}

function callExpression({ func, args, keywords }: ast.Call): string {
  const star = args.find((arg) => arg.type === 'Starred');
  const doubleStar = keywords.find(({ arg }) => arg === null);
  const named = keywords.filter(({ arg }) => arg !== null);
  return call('Call', {
    func: expr(func),
    args: exprs(args.filter((arg) => arg !== star)),
    keywords: list(named.map(({ arg, value }) => call('keyword', { arg: text(arg), value: expr(value) }))),
    starargs: star?.type === 'Starred' ? expr(star.value) : 'None',
    kwargs: maybe(doubleStar?.value ?? null),
  });
}

function isEllipsis(node: ast.Expr): boolean {
  return node.type === 'Constant' && node.value.kind === 'Ellipsis';
}

/** An index, a slice, an ellipsis, or several of them of which one is no index. */
function subscript(node: ast.Expr): string {
  const mixed = node.type === 'Tuple' && node.elts.some((item) => item.type === 'Slice' || isEllipsis(item));
  if (mixed) return call('ExtSlice', { dims: list(node.elts.map(dimension)) });
  return dimension(node);
}

function dimension(node: ast.Expr): string {
  if (isEllipsis(node)) return 'Ellipsis()';
  if (node.type !== 'Slice') return call('Index', { value: expr(node) });
  return call('Slice', { lower: maybe(node.lower), upper: maybe(node.upper), step: maybe(node.step) });
}

function constant(value: ast.ConstantValue): string {
  switch (value.kind) {
    case 'int':
      return call('Num', { n: `${value.value}${value.long ? 'L' : ''}` });
    case 'float':
      return call('Num', { n: reprFloat(value.value) });
    case 'complex':
      return call('Num', { n: reprImaginary(value.imag) });
    case 'unicode':
      return call('Str', { s: `u${reprUnicode2(value.value, value.splitPairs)}` });
    case 'str':
      return call('Str', { s: reprBytes(value.value) });
    default:
      throw new TypeError(`${value.kind} is no constant of Python 2`);
  }
}
