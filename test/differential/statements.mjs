/** Random statements, and whole programs. */
import { classes } from './classes.mjs';
import { generate } from './expressions.mjs';
import { feature } from './features.mjs';
import { chain, closure, comprehensionScope, delegation, managed } from './scopes.mjs';
import { texts } from './texts.mjs';
import { block, expr, exprText, group, line } from './tree.mjs';
import { count, smallInt } from './values.mjs';

/** A program of the dialect: a list of statements. Each shows what it computes. */
export function program(r, dialect) {
  const cx = { r, dialect, variables: [], names: 0, level: 0, loops: 0 };
  const statements = r.list(3, 7, () => statement(cx));
  return r.chance(0.5) ? [...statements, ...showVariables(cx)] : inFunction(cx, statements);
}

/** The same text as a function's body; called three times, as what is called often is compiled otherwise. */
function inFunction(cx, statements) {
  const head = line(['def main():']);
  return [
    block(head, [...statements, ...showVariables(cx)]),
    block(line([`for _ in range(${cx.r.pick([1, 1, 3])}):`]), [line(['main()'])]),
  ];
}

const showVariables = (cx) => cx.variables.map(({ name }) => attempt(cx, [show(expr([name]))]));

/** `print` in a form that both dialects have. */
export const show = (value) => line(['print(repr(', '))'], value);
const showText = (value) => line(['print(', ')'], value);

/** Statements whose exception is shown. */
export function attempt({ dialect }, body) {
  const handler = dialect === 2 ? 'except Exception, e:' : 'except Exception as e:';
  return group([
    block(line(['try:']), body),
    block(line([handler]), [line(["print(type(e).__name__ + ': ' + str(e))"])]),
  ]);
}

const MAKERS = [
  [6, assignment],
  [6, printing],
  [2, loop],
  [2, whileLoop],
  [2, condition],
  [2, functionDefinition],
  [2, generator],
  [2, tryStatement],
  [2, augmented],
  [2, listChange],
  [2, dictChange],
  [1, setChange],
  [1, unpacking],
  [1, sorting],
  [1.5, kernel],
  [2, classes],
  [1.5, closure],
  [1.5, comprehensionScope],
  [1.5, chain],
  [1, managed],
  [1.5, delegation],
  [2, texts],
  [12, feature],
];

export function statement(cx) {
  const makers = cx.level > 1 ? MAKERS.slice(0, 2) : MAKERS;
  const make = cx.r.weighted(makers);
  cx.level++;
  const made = make(cx);
  cx.level--;
  return attempt(cx, Array.isArray(made) ? made : [made]);
}

const some = (cx, type, depth = 3) => generate(cx, type, cx.r.int(1, depth));

export function newName(cx, type) {
  const name = `v${cx.names++}`;
  cx.pending = { name, type };
  return name;
}

/** What a statement binds is a variable for those that come after it. */
function declare(cx, name, type) {
  cx.variables = [...cx.variables, { name, type }];
}

const TYPES = ['int', 'int', 'float', 'str', 'str', 'bool', 'list', 'list', 'tuple', 'dict', 'set'];

function assignment(cx) {
  const type = cx.r.pick(TYPES);
  const value = some(cx, type, 4);
  const name = newName(cx, type);
  declare(cx, name, type);
  return [line([`${name} = `, ''], value), show(expr([name]))];
}

function printing(cx) {
  const type = cx.r.pick(TYPES);
  // Numbers are shown by str too: Python 2's floats differ there.
  return cx.r.chance(0.25)
    ? showText(some(cx, cx.r.pick(['float', 'int', 'str', 'list']), 4))
    : show(some(cx, type, 4));
}

function inner(cx, variables, make) {
  const outside = cx.variables;
  cx.variables = [...outside, ...variables];
  const made = make();
  cx.variables = outside;
  return made;
}

function loop(cx) {
  const { r } = cx;
  const name = `i${cx.loops++}`;
  const over = r.chance(0.5) ? expr([`range(${r.int(0, 5)})`]) : some(cx, r.pick(['list', 'tuple', 'str', 'set']), 2);
  const body = inner(cx, [{ name, type: 'int' }], () => r.list(1, 2, () => statement(cx)));
  const leave = r.chance(0.3)
    ? [
        block(
          line(
            [`if `, ':'],
            inner(cx, [{ name, type: 'int' }], () => some(cx, 'bool', 2)),
          ),
          [line([r.pick(['break', 'continue'])])],
        ),
      ]
    : [];
  const otherwise = r.chance(0.3) ? [block(line(['else:']), [line(["print('else')"])])] : [];
  return [block(line([`for ${name} in `, ':'], over), [...leave, ...body]), ...otherwise];
}

function whileLoop(cx) {
  const { r } = cx;
  const name = `i${cx.loops++}`;
  const body = inner(cx, [{ name, type: 'int' }], () => [statement(cx)]);
  return [
    line([`${name} = `, ''], expr([String(r.int(0, 6))])),
    block(line([`while ${name} > 0:`]), [line([`${name} -= ${r.int(1, 3)}`]), ...body]),
  ];
}

function condition(cx) {
  const { r } = cx;
  const branches = [block(line(['if ', ':'], some(cx, r.chance(0.7) ? 'bool' : 'any', 2)), [statement(cx)])];
  if (r.chance(0.4)) branches.push(block(line(['elif ', ':'], some(cx, 'bool', 2)), [statement(cx)]));
  if (r.chance(0.6)) branches.push(block(line(['else:']), [statement(cx)]));
  return branches;
}

const PARAMETERS = ['', 'a', 'a, b', 'a, b=2', 'a=1, b=None', '*args', 'a, *args', 'a, **kw', 'a, b=3, *args, **kw'];
const PARAMETERS_3 = ['a, *, b=1', 'a, /, b', '*, a', 'a, *args, b=2'];
const ARGUMENTS = ['', '1', '1, 2', 'b=4', '1, b=5', '1, 2, 3', '*[1, 2]', '**{"a": 1}', '1, c=3', 'a=7'];

function functionDefinition(cx) {
  const { r, dialect } = cx;
  const name = `f${cx.names++}`;
  const parameters = r.pick(dialect === 3 ? [...PARAMETERS, ...PARAMETERS_3] : PARAMETERS);
  const names = parameters
    .split(',')
    .map((p) => p.trim().replace(/=.*/, ''))
    .filter((p) => /^[ab]$/.test(p));
  const variables = names.map((n) => ({ name: n, type: 'int' }));
  const result = inner(cx, variables, () => some(cx, r.pick(['int', 'any']), 3));
  const locals = inner(cx, variables, () => (r.chance(0.4) ? [statement(cx)] : []));
  const shown = dialect === 2 ? 'sorted(locals().items())' : 'sorted(locals())';
  const extra = r.chance(0.2) && cx.level < 2 ? [line([`print(${shown})`])] : [];
  const calls = r.list(1, 3, () => attempt(cx, [show(expr([`${name}(${r.pick(ARGUMENTS)})`]))]));
  return [
    block(line([`def ${name}(${parameters}):`]), [
      ...(extra.length > 0 ? [line(["print('called')"])] : []),
      ...locals,
      line(['return ', ''], result),
    ]),
    ...calls,
  ];
}

function generator(cx) {
  const { r } = cx;
  const name = `g${cx.names++}`;
  const value = () => inner(cx, [{ name: 'n', type: 'int' }], () => some(cx, 'int', 2));
  const body = [
    block(line([`for n in range(${r.int(1, 4)}):`]), [
      line([r.chance(0.3) ? 'print((yield n))' : 'yield ', ''], r.chance(0) ? expr(['']) : value()),
    ]),
  ];
  if (body[0].body[0].parts[0] === 'print((yield n))') body[0].body[0] = line(['print((yield ', '))'], value());
  if (r.chance(0.3)) body.push(attempt(cx, [line(['yield ', ''], some(cx, 'any', 2))]));
  const uses = [
    `list(${name}())`,
    `sum(${name}())`,
    `next(${name}())`,
    `[x for x in ${name}()]`,
    `max(${name}())`,
    `dict(enumerate(${name}()))`,
    `list(zip(${name}(), ${name}()))`,
  ];
  const send = r.chance(0.3)
    ? [
        line([`it = ${name}()`]),
        line(['print(next(it))']),
        attempt(cx, [line([`print(it.send('sent'))`])]),
        attempt(cx, [line([`print(it.throw(ValueError('thrown')))`])]),
        line(['print(it.close())']),
        line(['print(list(it))']),
      ]
    : [];
  return [
    block(line([`def ${name}():`]), body),
    ...r.list(1, 2, () => attempt(cx, [line([`print(${r.pick(uses)})`])])),
    ...send,
  ];
}

const ERRORS = [
  'ValueError',
  'KeyError',
  'TypeError',
  'IndexError',
  'ZeroDivisionError',
  '(ValueError, KeyError)',
  'LookupError',
  'ArithmeticError',
  'Exception',
  'AttributeError',
];

function tryStatement(cx) {
  const { r, dialect } = cx;
  const bind = dialect === 2 ? ', e' : ' as e';
  const raised = r.chance(0.4)
    ? [
        line([
          `raise ${r.pick(["ValueError('v', 1)", 'KeyError(3)', 'IndexError', "ZeroDivisionError('z')", 'StopIteration(4)', 'Exception()'])}`,
        ]),
      ]
    : [];
  const parts = [block(line(['try:']), [line(["print('try')"]), statement(cx), show(some(cx, 'any', 3)), ...raised])];
  const handlers = r.list(1, 2, () =>
    block(line([`except ${r.pick(ERRORS)}${bind}:`]), [
      line(['print(type(e).__name__, e.args)']),
      ...(r.chance(0.2) ? [line(['raise'])] : []),
    ]),
  );
  parts.push(...handlers);
  if (r.chance(0.3)) parts.push(block(line(['else:']), [line(["print('else')"])]));
  if (r.chance(0.4)) parts.push(block(line(['finally:']), [line(["print('finally')"])]));
  return parts;
}

function augmented(cx) {
  const { r } = cx;
  const types = {
    int: ['+=', '-=', '*=', '//=', '%=', '&=', '|=', '^=', '/='],
    float: ['+=', '-=', '*=', '/=', '//=', '%='],
    str: ['+='],
    list: ['+='],
    tuple: ['+='],
    set: ['|=', '&=', '-=', '^='],
  };
  const type = r.pick(Object.keys(types));
  const value = some(cx, type, 2);
  const name = newName(cx, type);
  const steps = r.list(1, 3, () =>
    line([`${name} ${r.pick(types[type])} `, ''], some(cx, r.chance(0.9) ? type : 'any', 2)),
  );
  declare(cx, name, type);
  return [line([`${name} = `, ''], value), ...steps, show(expr([name]))];
}

function change(cx, type, steps) {
  const value = some(cx, type, 2);
  const name = newName(cx, type);
  declare(cx, name, type);
  const made = cx.r.list(1, 4, () => attempt(cx, [steps(name)]));
  return [line([`${name} = `, ''], value), ...made, show(expr([name]))];
}

function listChange(cx) {
  const { r } = cx;
  const at = () => expr([smallInt(r)]);
  const range = () =>
    `${r.chance(0.3) ? '' : smallInt(r)}:${r.chance(0.3) ? '' : smallInt(r)}${r.chance(0.25) ? `:${r.pick(['2', '-1', '1', '-2'])}` : ''}`;
  return change(cx, 'list', (name) =>
    r.pick([
      () => line([`${name}.append(`, ')'], some(cx, 'any', 2)),
      () => line([`${name}.insert(`, ', ', ')'], at(), some(cx, 'int', 1)),
      () => line([`${name}.extend(`, ')'], some(cx, r.pick(['list', 'str', 'tuple']), 2)),
      () => line([`print(${name}.pop(`, '))'], r.chance(0.5) ? expr(['']) : at()),
      () => line([`${name}.remove(`, ')'], some(cx, 'int', 1)),
      () => line([`${name}[`, '] = ', ''], at(), some(cx, 'any', 2)),
      () => line([`${name}[${range()}] = `, ''], some(cx, r.pick(['list', 'str', 'tuple']), 2)),
      () => line([`del ${name}[`, ']'], at()),
      () => line([`del ${name}[${range()}]`]),
      () => line([`${name}.reverse()`]),
      () => line([`${name}.sort(${r.pick(['', 'reverse=True', 'key=str', 'key=repr'])})`]),
      () => line([`${name} *= ${count(r)}`]),
    ])(),
  );
}

function dictChange(cx) {
  const { r, dialect } = cx;
  const key = () => some(cx, r.pick(['int', 'str', 'int', 'tuple']), 1);
  return change(cx, 'dict', (name) =>
    r.pick([
      () => line([`${name}[`, '] = ', ''], key(), some(cx, 'any', 1)),
      () => line([`${name}[`, '] += ', ''], key(), some(cx, 'int', 1)),
      () => line([`del ${name}[`, ']'], key()),
      () => line([`print(${name}.get(`, `${r.chance(0.5) ? ", 'none'" : ''}))`], key()),
      () => line([`print(${name}.pop(`, `${r.chance(0.5) ? ", 'none'" : ''}))`], key()),
      () => line([`print(${name}.setdefault(`, ', 0))'], key()),
      () => line([`${name}.update(`, ')'], some(cx, 'dict', 1)),
      () => line([`print(list(${name}.items()))`]),
      () => line([`print(${name}.popitem())`]),
      ...(dialect === 2
        ? [() => line([`print(${name}.has_key(`, '))'], key()), () => line([`print(list(${name}.iteritems()))`])]
        : []),
    ])(),
  );
}

function setChange(cx) {
  const { r } = cx;
  const one = () => some(cx, 'int', 1);
  return change(cx, 'set', (name) =>
    r.pick([
      () => line([`${name}.add(`, ')'], one()),
      () => line([`${name}.discard(`, ')'], one()),
      () => line([`${name}.remove(`, ')'], one()),
      () => line([`${name}.update(`, ')'], some(cx, 'set', 1)),
      () => line([`print(${name}.pop())`]),
      () => line([`print(sorted(${name}))`]),
    ])(),
  );
}

function unpacking(cx) {
  const { r, dialect } = cx;
  const value = some(cx, r.pick(['tuple', 'list', 'str']), 2);
  const forms = [
    'a, b',
    '(a, b), c',
    '[a, b]',
    'a, b, c',
    'a,',
    ...(dialect === 3 ? ['a, *b', '*a, b', 'a, *b, c', '*a,'] : []),
  ];
  const form = r.pick(forms);
  const names = [...new Set(form.match(/[abc]/g))].join(', ');
  return [line([`${form} = `, ''], value), line([`print((${names},))`])];
}

function sorting(cx) {
  const { r, dialect } = cx;
  const values = some(cx, 'list', 2);
  const keys = [
    'key=str',
    'key=lambda x: (type(x).__name__, repr(x))',
    'reverse=True',
    'key=lambda x: 0',
    // What cannot be told apart or put in order, `cmp` puts in the order of the addresses.
    ...(dialect === 2 && !/nan|inf/.test(exprText(values)) ? ['cmp=lambda a, b: cmp(b, a)', 'cmp=cmp'] : []),
  ];
  return show(expr(['sorted(', `, ${r.pick(keys)})`], values));
}

/** A loop over numbers, called with ints and floats: what is compiled by types. */
function kernel(cx) {
  const { r } = cx;
  const name = `k${cx.names++}`;
  const variables = ['a', 'b', 'n', 'i'].map((n) => ({ name: n, type: r.pick(['int', 'float']) }));
  const step = () =>
    inner(cx, variables, () => {
      const target = r.pick(['a', 'b', 'a', 'b']);
      const other = r.pick(['a', 'b', 'n', 'i', '3', '0.5', '7', '-2', '1.5']);
      const op = r.pick(['+', '-', '*', '//', '%', '/', '+', '-', '&', '^', '>>']);
      return r.chance(0.3)
        ? line([`if ${r.pick(['a > b', 'a == i', 'i % 2', 'b < 3', 'not a'])}: ${target} ${op}= ${other}`])
        : line([`${target} = ${r.pick(['a', 'b', 'i', 'n'])} ${op} ${other}`]);
    });
  const steps = r.list(1, 4, step);
  const tame = line([
    r.pick(['if a > 1000000 or a < -1000000: a = i', 'a = a % 1000 if a == a else 0', 'if abs(a) > 1e9: a = b = 1']),
  ]);
  const arguments_ = r.list(2, 3, () =>
    r.pick(['1, 2, 5', '1.5, 2, 4', '0, 0.25, 6', '10, 3, 20', '-7, 2, 9', '2**40, 3, 5', '1, True, 3']),
  );
  return [
    block(line([`def ${name}(a, b, n):`]), [
      block(line(['for i in range(n):']), [...steps, tame]),
      line(['return a, b']),
    ]),
    ...arguments_.map((text) => attempt(cx, [line([`print(${name}(${text}))`])])),
  ];
}
