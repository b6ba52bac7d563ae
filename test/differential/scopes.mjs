/** Random statements about names and control: closures, comprehensions' scopes, chained exceptions, context managers. */
import { generate } from './expressions.mjs';
import { attempt, newName, show } from './statements.mjs';
import { block, expr, line } from './tree.mjs';

const some = (cx, type, depth = 2) => generate(cx, type, cx.r.int(0, depth));
const method = (name, parameters, text) => block(line([`def ${name}(${parameters}):`]), [line([text])]);
const binding = (dialect) => (dialect === 2 ? ', e' : ' as e');

const CHANGES = ['a += 1', 'a = a * 2', 'a = [a]', 'b = a', 'a = b = 3', 'pass', 'for a in [5, 6]: pass'];

/** Functions in functions, which share variables. */
export function closure(cx) {
  const { r, dialect } = cx;
  const name = newName(cx, 'any');
  const inner = block(line([`def f0(${r.pick(['', 'b=1', '*b'])}):`]), [
    ...(dialect === 3 && r.chance(0.6) ? [line(['nonlocal a'])] : []),
    line([r.pick(dialect === 3 ? [...CHANGES, 'del a'] : CHANGES)]),
    line([`return ${r.pick(['a', '(a, b)', '[a for _ in range(2)]', 'lambda: a', '(lambda a: a)(4)'])}`]),
  ]);
  const body = [
    line(['a = ', ''], some(cx, r.pick(['int', 'str', 'list']))),
    inner,
    line([`b = ${r.pick(['f0()', 'f0', '[f0() for _ in range(2)]', 'a'])}`]),
    line([`return ${r.pick(['a, b', 'f0(), a', '[f0, f0][0](), b', 'sorted(locals())'])}`]),
  ];
  return [block(line([`def ${name}():`]), body), attempt(cx, [show(expr([`str(${name}()).split(' at 0x')[0]`]))])];
}

const COMPREHENSIONS = [
  ['[f() for f in [lambda: x for x in ', ']]'],
  ['[(x, y) for x in range(3) for y in range(x) if x != ', ']'],
  ['[[y for y in range(x)] for x in range(3)] + [', ']'],
  ['dict((x, y) for y, x in enumerate(', '))'],
  ['sum(1 for x in ', ' if x)'],
  ['list(x for x in (y for y in ', ') if x)'],
  ['(lambda x: [x for _ in range(2)])(', ')'],
  ['{x: y for x, y in zip("ab", ', ')}'],
  ['[x for x in ', ' for x in [x, 1]]'],
  ['max((str(x) for x in ', '), key=len)'],
];
const COMPREHENSIONS_3 = [
  ['[y := 1, *(x for x in ', ')]'],
  ['[*', ', *"ab"]'],
  ['[y for x in ', ' if (y := str(x))]'],
];
const OF_CLASSES = [
  '[x for _ in range(2)]',
  'list(x for _ in range(2))',
  '[y for y in range(x)]',
  'lambda: x',
  '(x, y)',
];

/** Where the variables of comprehensions live, and when their parts are looked up. */
export function comprehensionScope(cx) {
  const { r, dialect } = cx;
  const [before, after] = r.pick(dialect === 3 ? [...COMPREHENSIONS, ...COMPREHENSIONS_3] : COMPREHENSIONS);
  const ofClass = [
    block(line(['class A(object):']), [line(['x = 3']), attempt(cx, [line([`y = ${r.pick(OF_CLASSES)}`])])]),
    attempt(cx, [line([`print(A.x, ${r.pick(["getattr(A, 'y', None) and 1", "'y' in vars(A)", 'A().x'])})`])]),
  ];
  return [
    line(['x = y = 0']),
    attempt(cx, [
      show(expr([`str(`, `).split(' at 0x')[0]`], expr([before, after], some(cx, r.pick(['list', 'tuple', 'str']))))),
    ]),
    line(['print(repr((x, y)))']),
    ...(r.chance(0.4) ? ofClass : []),
  ];
}

const RAISED = ["ValueError('v')", "KeyError('k')", 'IndexError()', "TypeError('t', 2)", 'A', "A('own')"];
const CAUGHT = ['ValueError', 'KeyError', 'A', 'Exception', '(IndexError, TypeError)', 'LookupError'];
const TELL = {
  2: 'print(type(e).__name__, e.args)',
  3: 'print(type(e).__name__, e.args, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)',
};

/** Exceptions raised while others are handled, and what is known of those. */
export function chain(cx) {
  const { r, dialect } = cx;
  const from = dialect === 3 ? r.pick(['', '', ' from e', ' from None', " from ValueError('cause')"]) : '';
  const last = r.pick(["print('finally')", "raise KeyError('f')", 'return 2', "print('done')"]);
  const inner = [
    block(line(['try:']), [line([`raise ${r.pick(RAISED)}`])]),
    block(line([`except ${r.pick(CAUGHT)}${binding(dialect)}:`]), [
      line([TELL[dialect]]),
      line([r.pick(['raise', `raise ${r.pick(RAISED)}${from}`, '1 / 0', 'pass', 'return 1', '[][0]'])]),
    ]),
    ...(r.chance(0.4) ? [block(line(['else:']), [line(["print('else')"])])] : []),
    ...(r.chance(0.5) ? [block(line(['finally:']), [line([last])])] : []),
  ];
  return [
    block(line([`class A(${r.pick(['Exception', 'ValueError', 'KeyError'])}):`]), [
      r.chance(0.4) ? method('__str__', 'self', "return 'own str'") : line(['pass']),
    ]),
    block(line(['def f1():']), inner),
    block(line(['try:']), [line(['print(f1())'])]),
    block(line([`except Exception${binding(dialect)}:`]), [line([TELL[dialect]]), line(['print(str(e), repr(e))'])]),
  ];
}

const ENTERS = ["print('enter', self.n); return self.n", 'return self', 'return (1, 2)', 'print(self.missing)'];
const EXITS = [
  "print('exit', self.n, b[0] and b[0].__name__)",
  'return True',
  "print('exit'); return self.n == 2",
  "raise ValueError('exit')",
];
const BODIES = ["print('body')", '1 / 0', "raise KeyError('w')", 'x = 1', 'print(b)', 'raise StopIteration'];

/** `with`, and managers that let exceptions through or not. */
export function managed(cx) {
  const { r } = cx;
  const items = r.pick(['A(1)', 'A(1) as x, A(2) as b', 'A(3)', 'A(1) as (x, b)']);
  return [
    block(line(['class A(object):']), [
      method('__init__', 'self, n', 'self.n = n'),
      method('__enter__', 'self', r.pick(ENTERS)),
      method('__exit__', 'self, *b', r.pick(EXITS)),
    ]),
    attempt(cx, [
      block(line([`with ${items}:`]), [line([r.pick(BODIES)]), line(["print('end')"])]),
      line(["print('after')"]),
    ]),
  ];
}

const STEPS = ['next(it)', "it.send('s')", "it.throw(ValueError('t'))", 'it.close()', 'list(it)', 'next(it, None)'];

/** Generators that give way to others, and are asked in odd ways. */
export function delegation(cx) {
  const { r, dialect } = cx;
  const each = dialect === 3 ? line(['n = yield from g0(n)']) : block(line(['for n in g0(n):']), [line(['yield n'])]);
  const leave = r.pick(["print('caught')", 'raise', "yield 'again'", dialect === 3 ? "return 'ret'" : 'return']);
  const inner = [
    block(line(['try:']), [line(['x = yield n']), line(["print('got', x)"]), line(['yield ', ''], some(cx, 'any'))]),
    block(line([`except ${r.pick(['ValueError', 'Exception', 'TypeError'])}:`]), [line([leave])]),
    // In Python 2 nobody would close the inner one but the reference counts.
    ...(dialect === 3 && r.chance(0.4) ? [block(line(['finally:']), [line(["print('cleanup')"])])] : []),
    ...(dialect === 3 && r.chance(0.5) ? [line(["return 'value'"])] : []),
  ];
  return [
    block(line(['def g0(n):']), inner),
    block(line(['def g1(n):']), [each, line([`yield ${r.pick(['n', "'last'", 'repr(n)'])}`])]),
    line([`it = ${r.pick(['g0', 'g1', 'g1'])}(${r.int(0, 3)})`]),
    ...r.list(2, 5, () => attempt(cx, [show(expr([r.pick(STEPS)]))])),
    attempt(cx, [line(['it.close()'])]),
  ];
}
