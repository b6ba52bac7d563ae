/** Random expressions of a wanted type; now and then of another one, for the exceptions. */
import { formatted } from './formatting.mjs';
import { expr } from './tree.mjs';
import { count, floatText, intText, smallInt, strText, bytesText } from './values.mjs';

const TYPES = ['int', 'float', 'str', 'bool', 'list', 'tuple', 'dict', 'set'];

/** An expression of the type ('any' for one of them). `cx` has the random choices, the dialect and the variables. */
export function generate(cx, type, depth) {
  const { r } = cx;
  let wanted = type === 'any' ? r.pick(TYPES) : type;
  if (r.chance(0.03)) wanted = r.pick([...TYPES, 'none', 'bytes', 'complex']);
  const known = cx.variables.filter((v) => v.type === wanted);
  if (known.length > 0 && r.chance(depth <= 0 ? 0.7 : 0.35)) return expr([r.pick(known).name]);
  if (depth <= 0 || r.chance(0.15)) return constant(cx, wanted);
  return MAKERS[wanted](cx, (t) => generate(cx, t, depth - 1), depth);
}

export function constant(cx, type) {
  const { r, dialect } = cx;
  const few = (make) => expr(['', ''], r.list(0, 4, make));
  switch (type) {
    case 'int':
      return expr([intText(r) + (dialect === 2 && r.chance(0.06) ? '*1L' : '')]);
    case 'float':
      return expr([floatText(r)]);
    case 'bool':
      return expr([r.pick(['True', 'False'])]);
    case 'str':
      return expr([strText(r, dialect)]);
    case 'bytes':
      return expr([bytesText(r)]);
    case 'complex':
      return expr([r.pick(['1j', '(2-3j)', '(0.5+1e16j)', '(-1+0j)'])]);
    case 'none':
      return expr(['None']);
    case 'list':
      return expr(
        ['[', ']'],
        few(() => element(cx)),
      );
    case 'tuple':
      return expr(['(', r.chance(0.9) ? ',)' : ')'], [element(cx), ...(r.chance(0.7) ? [element(cx)] : [])]);
    case 'dict':
      return expr(
        ['{', '}'],
        few(() => expr(['', ': ', ''], key(cx), element(cx))),
      );
    default:
      return expr(
        [r.chance(0.3) ? 'frozenset([' : 'set([', '])'],
        few(() => expr([intText(r)])),
      );
  }
}

/** None's hash is its address in Python 2, and it may become a key. */
const element = (cx) =>
  constant(cx, cx.r.pick(['int', 'int', 'str', 'float', 'bool', cx.dialect === 2 ? 'int' : 'none']));
const key = (cx) =>
  constant(cx, cx.r.pick(cx.dialect === 2 ? ['int', 'str', 'int'] : ['int', 'str', 'tuple', 'float']));

const pick = (cx, ...makers) => cx.r.pick(makers)();

const MAKERS = {
  int: (cx, of) => {
    const { r } = cx;
    return pick(
      cx,
      () => expr(['(', ` ${r.pick(['+', '-', '*', '//', '%', '&', '|', '^'])} `, ')'], of('int'), of('int')),
      () => expr(['(', ` ${r.pick(['+', '-', '*', '//', '%'])} `, ')'], of('int'), of('int')),
      () => expr(['(', ` ${r.pick(['<<', '>>'])} `, ')'], of('int'), expr([String(r.int(-1, 70))])),
      () => expr(['(', ' ** ', ')'], of('int'), expr([String(r.int(0, 9))])),
      () => expr([`${r.pick(['-', '~', '+'])}`, ''], of('int')),
      () => expr(['abs(', ')'], of('int')),
      () => expr(['len(', ')'], of(r.pick(['list', 'str', 'tuple', 'dict', 'set']))),
      () => expr(['int(', ')'], of(r.pick(['float', 'str', 'bool', 'int']))),
      () => expr(['int(', ', ', ')'], of('str'), expr([r.pick(['0', '2', '8', '10', '16', '36', '1'])])),
      () => expr(['divmod(', ', ', ')[', ']'], of('int'), of('int'), expr([String(r.int(0, 1))])),
      () => expr(['pow(', ', ', ', ', ')'], of('int'), expr([smallInt(r)]), of('int')),
      () => expr(['sum(', ')'], of('list')),
      () => expr([r.pick(['min(', 'max(']), ', ', ')'], of('int'), of(r.pick(['int', 'float']))),
      () => expr([r.pick(['min(', 'max(']), ')'], of(r.pick(['list', 'tuple', 'str', 'set']))),
      () => expr(['', `.${r.pick(['count', 'index'])}(`, ')'], of(r.pick(['list', 'tuple'])), of('int')),
      () => expr(['', `.${r.pick(['find', 'rfind', 'index', 'count', 'rindex'])}(`, ')'], of('str'), of('str')),
      () => expr(['(', ' if ', ' else ', ')'], of('int'), of('bool'), of('int')),
      () => expr(['', '[', ']'], of(r.pick(['list', 'tuple', 'dict'])), of('int')),
      () => expr(['(', ').bit_length()'], of('int')),
      () => expr(['ord(', ')'], of('str')),
      () => expr(['round(', ')'], of('float')),
      () => expr(['hash(', ')'], of(r.pick(['int', 'float']))),
      () => expr(['(lambda x, y=2: x + y)(', ')'], of('int')),
    );
  },
  float: (cx, of) => {
    const { r } = cx;
    const number = () => of(r.pick(['int', 'float']));
    return pick(
      cx,
      () => expr(['(', ` ${r.pick(['+', '-', '*', '/', '//', '%'])} `, ')'], of('float'), number()),
      () => expr(['(', ` ${r.pick(['+', '-', '*', '/'])} `, ')'], number(), of('float')),
      () => expr(['(', ' / ', ')'], of('int'), of('int')),
      () => expr(['(', ' ** ', ')'], of('float'), expr([r.pick(['2', '-1', '0.5', '3', '0', '-2'])])),
      () => expr(['float(', ')'], of(r.pick(['int', 'str', 'float', 'bool']))),
      () => expr(['round(', ', ', ')'], of('float'), expr([String(r.int(-2, 6))])),
      () => expr(['abs(', ')'], of('float')),
      () => expr(['-', ''], of('float')),
      () => expr(['sum(', ', ', ')'], of('list'), of('float')),
      () =>
        expr(
          [`math.${r.pick(['sqrt', 'floor', 'ceil', 'exp', 'sin', 'fabs', 'log', 'trunc', 'atan'])}(`, ')'],
          number(),
        ),
      () =>
        expr(
          [`math.${r.pick(['fmod', 'hypot', 'copysign', 'pow', 'atan2', 'ldexp'])}(`, ', ', ')'],
          of('float'),
          expr([smallInt(r)]),
        ),
      () => expr(['(', ' if ', ' else ', ')'], of('float'), of('bool'), of('float')),
      () => expr(['', '.real'], of('float')),
      () => expr(['divmod(', ', ', ')[0]'], of('float'), number()),
    );
  },
  bool: (cx, of) => {
    const { r } = cx;
    const sequence = () => of(r.pick(['list', 'tuple', 'set', 'dict', 'str']));
    return pick(
      cx,
      () =>
        expr(['(', ` ${r.pick(['<', '>', '<=', '>=', '==', '!='])} `, ')'], of('int'), of(r.pick(['int', 'float']))),
      () => expr(['(', ` ${r.pick(['<', '>', '==', '!='])} `, ')'], of('str'), of('str')),
      () => expr(['(', ` ${r.pick(['<', '>', '==', '!=', '<='])} `, ')'], of('list'), of('list')),
      () => expr(['(', ` ${r.pick(['<', '>', '==', '!=', '<='])} `, ')'], of('set'), of('set')),
      () => expr(['(', ' == ', ')'], of('any'), of('any')),
      () => expr(['(', ' < ', ' <= ', ')'], of('int'), of('float'), of('int')),
      () => expr(['(', ` ${r.pick(['in', 'not in'])} `, ')'], of('int'), sequence()),
      () => expr(['(', ' in ', ')'], of('str'), of('str')),
      () => expr([`(not `, ')'], of('any')),
      () => expr(['(', ` ${r.pick(['and', 'or'])} `, ')'], of('bool'), of('bool')),
      () => expr(['bool(', ')'], of('any')),
      () => expr([`${r.pick(['any', 'all'])}(`, ')'], of('list')),
      () => expr(['isinstance(', `, ${r.pick(['int', 'str', '(list, tuple)', 'float', 'bool', 'dict'])})`], of('any')),
      () => expr(['', `.${r.pick(['startswith', 'endswith'])}(`, ')'], of('str'), of('str')),
      () =>
        expr(
          ['', `.${r.pick(['isdigit', 'isalpha', 'isspace', 'islower', 'isupper', 'istitle', 'isalnum'])}()`],
          of('str'),
        ),
      () =>
        expr(
          ['', `.${r.pick(['issubset', 'issuperset', 'isdisjoint'])}(`, ')'],
          of('set'),
          of(r.pick(['set', 'list'])),
        ),
    );
  },
  str: (cx, of) => {
    const { r, dialect } = cx;
    return pick(
      cx,
      () => expr(['(', ' + ', ')'], of('str'), of('str')),
      () => expr(['(', ' * ', ')'], of('str'), expr([count(r)])),
      () =>
        expr(
          [`${r.pick(['repr', 'str'])}(`, ')'],
          of(cx.r.pick(['int', 'float', 'str', 'list', 'bool', 'dict', 'tuple'])),
        ),
      () => formatted(cx, of),
      () => formatted(cx, of),
      () => slice(cx, of, 'str'),
      () => expr(['', '[', ']'], of('str'), expr([smallInt(r)])),
      () =>
        expr(
          [
            '',
            `.${r.pick(['upper', 'lower', 'title', 'swapcase', 'capitalize', 'strip', 'lstrip', 'rstrip', 'expandtabs'])}()`,
          ],
          of('str'),
        ),
      () => expr(['', `.${r.pick(['strip', 'lstrip', 'rstrip'])}(`, ')'], of('str'), of('str')),
      () =>
        expr(['', '.replace(', ', ', `${r.chance(0.3) ? `, ${r.int(-1, 2)}` : ''})`], of('str'), of('str'), of('str')),
      () => expr(['', '.join(', ')'], of('str'), of(r.pick(['list', 'tuple', 'str']))),
      () => expr(['', '.join([str(x) for x in ', '])'], of('str'), of(r.pick(['list', 'tuple', 'set']))),
      () =>
        expr(['', `.${r.pick(['center', 'ljust', 'rjust', 'zfill'])}(`, ')'], of('str'), expr([String(r.int(0, 12))])),
      () => expr(['', `.${r.pick(['ljust', 'rjust', 'center'])}(7, '*')`], of('str')),
      () => expr([`${r.pick(['hex', 'oct', 'bin'])}(`, ')'], of('int')),
      () => expr(['chr(', ')'], expr([String(r.int(30, dialect === 2 ? 260 : 1500))])),
      () => expr(['type(', ').__name__'], of('any')),
      () => expr(['(', ` ${r.pick(['and', 'or'])} `, ')'], of('str'), of('str')),
    );
  },
  bytes: (cx) => constant(cx, 'bytes'),
  complex: (cx, of) => expr(['(', ` ${cx.r.pick(['+', '*', '-', '/'])} `, ')'], constant(cx, 'complex'), of('float')),
  none: (cx) => constant(cx, 'none'),
  list: (cx, of) => {
    const { r } = cx;
    return pick(
      cx,
      () => expr(['(', ' + ', ')'], of('list'), of('list')),
      () => expr(['(', ' * ', ')'], of('list'), expr([count(r)])),
      () => slice(cx, of, 'list'),
      () =>
        expr(
          ['[', ']'],
          r.list(1, 3, () => of('any')),
        ),
      () =>
        expr(
          ['sorted(', `${r.chance(0.3) ? ', reverse=True' : ''})`],
          of(r.pick(['list', 'tuple', 'set', 'str', 'dict'])),
        ),
      () =>
        expr(
          ['sorted(', ', key=', ')'],
          of('list'),
          expr([r.pick(['str', 'repr', 'abs', 'lambda x: -x', 'lambda x: (str(x), 1)', 'len', 'bool'])]),
        ),
      () => expr(['list(', ')'], of(r.pick(['list', 'tuple', 'str', 'dict', 'set']))),
      () => comprehension(cx, of, '[', ']'),
      () =>
        expr(
          ['list(range(', '))'],
          expr([
            r.pick([
              smallInt(r),
              `${smallInt(r)}, ${smallInt(r)}`,
              `${smallInt(r)}, ${smallInt(r)}, ${r.pick(['2', '-1', '3', '0'])}`,
            ]),
          ]),
        ),
      () => expr(['', `.${r.pick(['split', 'rsplit'])}(`, ')'], of('str'), r.chance(0.4) ? expr(['']) : of('str')),
      () => expr(['', '.splitlines()'], of('str')),
      () => expr(['list(zip(', ', ', '))'], of('list'), of(r.pick(['list', 'str', 'tuple']))),
      () => expr(['list(enumerate(', '))'], of(r.pick(['list', 'str']))),
      () =>
        expr(
          ['list(map(', ', ', '))'],
          expr([r.pick(['str', 'abs', 'int', 'float', 'bool', 'lambda x: x * 2', 'repr', 'len'])]),
          of('list'),
        ),
      () => expr(['list(filter(', ', ', '))'], expr([r.pick(['None', 'bool', 'lambda x: x > 1'])]), of('list')),
      () => expr(['list(reversed(', '))'], of(r.pick(['list', 'tuple', 'str']))),
      () => expr(['sorted(', '.items())'], of('dict')),
      () => expr(['list(', `.${r.pick(['keys', 'values', 'items'])}())`], of('dict')),
    );
  },
  tuple: (cx, of) =>
    pick(
      cx,
      () => expr(['(', ' + ', ')'], of('tuple'), of('tuple')),
      () => slice(cx, of, 'tuple'),
      () => expr(['(', ', ', ')'], of('any'), of('any')),
      () => expr(['tuple(', ')'], of(cx.r.pick(['list', 'str', 'dict', 'set']))),
      () => expr(['divmod(', ', ', ')'], of('int'), of('int')),
      () => expr(['', `.${cx.r.pick(['partition', 'rpartition'])}(`, ')'], of('str'), of('str')),
      () => expr(['(', ' * ', ')'], of('tuple'), expr([count(cx.r)])),
    ),
  dict: (cx, of) => {
    const { r } = cx;
    const keys = () => of(r.pick(['int', 'str', 'int']));
    return pick(
      cx,
      () => expr(['{', ': ', ', ', ': ', '}'], keys(), of('any'), keys(), of('any')),
      () => expr(['dict(', ')'], of('dict')),
      () => expr(['dict(zip(', ', ', '))'], of('list'), of('list')),
      () => expr(['dict(a=', ', b=', ')'], of('any'), of('any')),
      () =>
        expr(
          ['{', `: x for x in `, '}'],
          expr([r.pick(['x', 'str(x)', '(x, 1)', 'x * 2'])]),
          of(r.pick(['list', 'tuple', 'set'])),
        ),
      () => expr(['dict.fromkeys(', ', ', ')'], of('list'), of('any')),
    );
  },
  set: (cx, of) => {
    const { r } = cx;
    // Sets of texts show an order that differs from run to run in Python 3.
    const ints = () => expr(['[int(x) for x in ', ' if isinstance(x, int)]'], of('list'));
    return pick(
      cx,
      () => expr(['set(', ')'], ints()),
      () => expr(['(', ` ${r.pick(['|', '&', '-', '^'])} `, ')'], of('set'), of('set')),
      () =>
        expr(
          ['', `.${r.pick(['union', 'difference', 'intersection', 'symmetric_difference'])}(`, ')'],
          of('set'),
          ints(),
        ),
      () => expr(['{x % 7 for x in ', '}'], of('set')),
      () => expr(['frozenset(', ')'], ints()),
    );
  },
};

function slice(cx, of, type) {
  const { r } = cx;
  const part = () => (r.chance(0.35) ? '' : smallInt(r));
  const step = r.chance(0.4) ? `:${r.pick(['-1', '2', '-2', '3', '', '0'])}` : '';
  return expr(['', `[${part()}:${part()}${step}]`], of(type));
}

function comprehension(cx, of, open, close) {
  const { r } = cx;
  const condition = r.chance(0.4) ? ` if ${r.pick(['x', 'x > 2', 'x != 1', 'not x', 'isinstance(x, int)'])}` : '';
  const inner = r.chance(0.2) ? ' for y in range(2)' : '';
  const value = r.pick(['x', 'x * 2', '(x, x)', 'str(x)', '[x]', 'x + 1', 'x == 1', inner === '' ? '-x' : '(x, y)']);
  return expr(
    [`${open}${value} for x in `, `${condition}${inner}${close}`],
    of(r.pick(['list', 'tuple', 'str', 'set'])),
  );
}
