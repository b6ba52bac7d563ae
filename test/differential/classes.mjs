/** Random classes: attributes, methods, inheritance, and the special methods that operators look for. */
import { generate } from './expressions.mjs';
import { attempt, newName, show } from './statements.mjs';
import { block, expr, line } from './tree.mjs';

const SPECIAL = [
  ['__repr__', 'self', "'<%s %r>' % (type(self).__name__ if not isinstance(self, Exception) else 'E', self.x)"],
  ['__str__', 'self', "'str of ' + repr(self.x)"],
  ['__eq__', 'self, other', "self.x == getattr(other, 'x', other)"],
  ['__lt__', 'self, other', "self.x < getattr(other, 'x', other)"],
  ['__add__', 'self, other', "(self.x, '+', getattr(other, 'x', other))"],
  ['__radd__', 'self, other', "(other, '+r', self.x)"],
  ['__mul__', 'self, other', 'NotImplemented'],
  ['__iadd__', 'self, other', 'self'],
  ['__len__', 'self', '3'],
  ['__bool__', 'self', 'False'],
  ['__nonzero__', 'self', 'False'],
  ['__getitem__', 'self, i', '[10, 20, 30][i]'],
  ['__contains__', 'self, item', 'item == 2'],
  ['__call__', 'self, *args', "('called', args)"],
  ['__getattr__', 'self, name', "'no ' + name if name[:2] != '__' else getattr(None, '_' + name)"],
  ['__iter__', 'self', 'iter([1, 2])'],
  ['__int__', 'self', '42'],
  ['__index__', 'self', '1'],
  ['__neg__', 'self', "'neg'"],
  ['__format__', 'self, spec', "'spec(' + spec + ')'"],
  ['__hash__', 'self', '7'],
];

const USES = [
  'repr({o})',
  'str({o})',
  '{o} == {p}',
  '{o} != {p}',
  '{o} < {p}',
  '{o} > {p}',
  '{o} + 1',
  '1 + {o}',
  '{o} + {p}',
  '{o} * 2',
  'len({o})',
  'bool({o})',
  '{o}[1]',
  '{o}[5]',
  '2 in {o}',
  '{o}(1, 2)',
  '{o}.missing',
  'list({o})',
  'int({o})',
  '[7, 8, 9][{o}]',
  '-{o}',
  "'{{0:x}}'.format({o})",
  'sorted([{o}, {p}]) and 1',
  '{o}.x',
  '{o}.method(2)',
  '{o}.size',
  'hasattr({o}, "x")',
  'isinstance({o}, A)',
  'type({o}).__name__',
  'type({o}).__mro__[1:] and 1',
  '{o}.made(3).x',
  '{o}.plain(4)',
  'sorted(vars({o}).items())',
  'not {o}',
  "'%s' % ({o},)",
  '"%r" % {o}',
  'max([{o}])',
  '{o}.method()',
  'A.method({o}, 1)',
  '{o} is {o}',
  'getattr({o}, "y", None)',
  'setattr({o}, "y", 1)',
  '{o} and 1',
  'tuple({o})',
  'reversed({o}) and 1',
  'sum([{o}], 0)',
  'abs({o})',
];

export function classes(cx) {
  const { r, dialect } = cx;
  const value = (depth = 1) => generate(cx, r.pick(['int', 'str', 'float', 'list']), depth);
  const method = (name, parameters, text) => block(line([`def ${name}(${parameters}):`]), [line([`return ${text}`])]);
  const specials = r
    .list(0, 6, () => r.pick(SPECIAL))
    .filter((s, i, all) => all.indexOf(s) === i && (s[0] !== '__bool__' || dialect === 3));
  const base = dialect === 2 && r.chance(0.4) ? '' : '(object)';
  const body = [
    line(['kind = ', ''], value()),
    block(line(['def __init__(self, x=3):']), [line(['self.x = x'])]),
    method('method', 'self, n', r.pick(['self.x * n', '(self.kind, n)', 'self.x + n', 'n'])),
    line(['@property']),
    method('size', 'self', r.pick(['self.x', '1 / 0', 'len(self.kind)'])),
    line(['@classmethod']),
    method('made', 'cls, x', 'cls(x)'),
    line(['@staticmethod']),
    method('plain', 'x', 'x * 2'),
    ...specials.map(([name, parameters, text]) => method(name, parameters, text)),
  ];
  const made = [block(line([`class A${base}:`]), body)];
  const hasSub = r.chance(0.5);
  if (hasSub) {
    const parent = r.pick(['A', 'A', 'A, object', base === '' ? 'A' : 'A, dict'].slice(0, base === '' ? 1 : 4));
    const call =
      dialect === 3 && r.chance(0.5)
        ? 'super().method(n)'
        : base === '(object)' && r.chance(0.5)
          ? 'super(B, self).method(n)'
          : 'A.method(self, n)';
    const own = [
      method('method', 'self, n', `('B', ${call})`),
      ...(r.chance(0.3) ? [line(["__slots__ = ('z',)"])] : []),
    ];
    made.push(block(line([`class B(${parent}):`]), own));
  }
  const name = newName(cx, 'object');
  made.push(
    line([`${name} = ${hasSub ? r.pick(['A', 'B']) : 'A'}(`, ')'], value()),
    line([`p${name} = ${hasSub ? 'B' : 'A'}(`, ')'], value()),
  );
  // Python 2 orders what has no order of its own by address.
  const possible = dialect === 2 ? USES.filter((use) => !/[<>]|sorted\(\[/.test(use)) : USES;
  const uses = r.list(3, 9, () =>
    r.pick(possible).replaceAll('{o}', name).replaceAll('{p}', `p${name}`).replaceAll('{{', '{').replaceAll('}}', '}'),
  );
  // An address would differ in every run.
  const shown = (text) => expr([`str(${text}).split(' at 0x')[0]`]);
  for (const use of uses) made.push(attempt(cx, [show(shown(use))]));
  if (r.chance(0.3)) made.push(attempt(cx, [line([`${name} += 1`]), show(shown(name))]));
  if (r.chance(0.3))
    made.push(attempt(cx, [line([`${name}.extra = 5`]), line([`del ${name}.x`]), show(shown(`${name}.x`))]));
  return made;
}
