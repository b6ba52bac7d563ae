/** Templates about containers: slices as targets, nested targets, views, iterators that are changed under way, sets. */
const SLICE = '«:¦$n:¦:$n¦$n:$n¦::2¦::-1¦$n:$n:2¦$n::-2¦None:$n¦$n:$n:0¦::$n»';

export const CONTAINERS = [
  `
a = list(range(«3¦5¦8»))
* «a[${SLICE}] = $list¦a[${SLICE}] = «range(3)¦'ab'¦(x for x in [1, 2])¦a¦5¦{1: 2}»¦del a[${SLICE}]¦a[${SLICE}] += [9]¦a[${SLICE}] *= 2¦print(a[${SLICE}])¦a[$n], a[$n] = a[$n], a[$n]¦a[$n] += 1¦a *= $n¦a += $str¦a.insert($n, a.pop())¦a.sort(key=lambda x: str(x), reverse=True)»
print(a)
`,
  `
? «(a, b), c = $any, $any¦[a, (b, c)] = $any¦for a, (b, c) in [$any, (1, 'xy')]: print(a, b, c)¦a = b = c = $any; print(a is b)¦a, a = 1, 2; print(a)¦a, b = b, a = 1, 2; print(a, b)¦(a) = 3; print(a)¦a = [0, 1]; b = 0; b, a[b] = 1, 'x'; print(a)»
? print([(y, x) for x, y in «enumerate('ab')¦$dict.items()¦zip($str, $list)¦$list»])
`,
  `
a = $dict
* «for b in a: a.pop(b)¦for b in a: a[str(b) + 'x'] = 1¦for b in list(a): del a[b]¦for b in a: a[b] = 1¦for b in a.«keys¦values¦items»(): a['new'] = b¦print(len(a))¦a.clear()»
print(sorted(a.items(), key=str))
`,
  `
a = $list
for b in a:
    if len(a) > 12: break
    «a.append(b)¦a.remove(b)¦a.insert(0, b)¦del a[0]¦a[:] = a[1:]¦a.reverse()¦a.pop()»
print(a)
`,
  `
a, b = set($list), «set($list)¦frozenset($list)¦set([1, 2, 3])¦$list¦$dict»
* print(sorted(a «|¦&¦-¦^» b, key=str))
* print(a «<¦<=¦>¦>=¦==¦!=» b)
* print(sorted(a.«union¦intersection¦difference¦symmetric_difference»(b«¦, [1]»), key=str))
? a «|=¦&=¦-=¦^=» b
? a.«update¦intersection_update¦difference_update¦symmetric_difference_update»(b)
? print(sorted(a, key=str), len(a), a.isdisjoint(b), hash(frozenset(a)) == hash(frozenset(a)))
* «a.add($any)¦a.remove($any)¦a.discard($any)»
`,
  `
it = iter(«$list¦$str¦$tuple¦range(3)¦{1: 2}¦enumerate($str)¦reversed($list)¦zip($str, $list)¦map(str, $list)»)
* print(«next(it)¦next(it, 'end')¦list(it)¦1 in it¦sum(it)¦max(it)¦iter(it) is it¦dict(it)¦[x for x in it][:1]»)
`,
  `
* print(«$list¦$tuple¦$str¦$dict¦$set» «==¦!=¦is¦in» «$list¦$tuple¦$str¦None¦$int»)
* print(«[1, 2]¦(1, 2)¦'ab'¦[[]]¦[1, [2, 'x']]» «<¦<=¦>¦>=¦==» «[1, 2, 0]¦(1, 2)¦'b'¦[[]]¦[1, [2, 'a']]¦[1.0, 2]»)
`,
  `
a = [$any, $any]
b = «a¦a[:]¦list(a)¦a * 1¦[x for x in a]»
a.append(«a¦b¦a[:]¦[a]»)
b.append(«a¦b¦1»)
print(repr(a), len(b))
? print(a == «b¦a¦[1]»)
`,
  `
* print(«min¦max¦sorted¦sum»(«$list¦$tuple¦$str¦[3, 1, 2]¦[(1, 'a'), (1, 'b')]»«¦, key=«str¦lambda x: -x¦len¦None¦lambda x: x[0]»»))
* print(«min¦max»(«1, 2.0¦'a', 'b'¦[1], [2]¦1, 1.0¦2.0, 2¦True, 1¦-0.0, 0»«¦, key=«str¦abs¦lambda x: 0»»))
`,
];

/** What only Python 3 has. */
export const CONTAINERS_3 = [
  `
a = $dict
* print(«a | $dict¦sorted(a.keys() «&¦|¦-¦^» $dict.keys(), key=str)¦a.items() == $dict.items()¦a.keys() == set(a)¦list(reversed(a))¦a.keys().isdisjoint($list)¦list(reversed(a.items()))¦a.values() == a.values()¦len(a.items() & $dict.items())»)
? a |= «$dict¦[(1, 2)]¦$list»
print(a)
`,
  `
? «a, *b = $any¦*a, b = $any¦a, *b, c = $any¦(a, *b), c = $any, 1¦[*a] = $any¦for a, *b in [$any, 'xyz']: print(a, b)¦a, (b, *c) = 1, $any»
? print(«range(10)[2:8:3]¦range($int)[$n]¦range(0, 10, 3).index($n)¦range($n, $n) == range($n, $n)¦5 in range($n, 9, 2)¦range(10)[::-1]¦len(range($int))¦range($n, $n, $n)¦hash(range(3)) == hash(range(0, 3))¦range(3).count(1)¦list(reversed(range($n, 9, 2)))»)
`,
];
