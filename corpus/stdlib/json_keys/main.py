# pymp: python=2,3
"""Objects of JSON with the same keys, nearly the same keys and none; keys, quotes and cycles when they are written."""
from __future__ import print_function

import json
from collections import OrderedDict


def rows(count, keys):
    return '[%s]' % ', '.join('{%s}' % ', '.join('"%s": %d' % (key, i + at) for at, key in enumerate(keys)) for i in range(count))


many = ['key%d' % i for i in range(12)]
for keys in (many, many[:3], many * 2, many[:-1] + ['key"'.replace('"', '\\"')], many[:-1] + ['k\\u00e9y'], many[:5] + [''] + many[5:], ['%d' % i for i in range(70)]):
    for _ in range(3):
        for row in json.loads(rows(4, keys)):
            print(len(row), sorted(row.values())[:3], sorted(row)[-1] == sorted(row, key=lambda k: k)[-1], row.get('key3'), 'key' in row)
texts = [rows(1, many), rows(1, many[::-1]), rows(1, ['key1'] * 12), rows(1, many[:-1] + ['key1']), rows(1, many[:-1] + ['key111']), rows(1, many + ['a'])]
for text in texts * 3:
    row = json.loads(text)[0]
    print(sorted(row.items())[:2], len(row))
    row['more'] = 1
    row.pop('key1')
    print(len(json.loads(text)[0]), len(row), 'more' in json.loads(text)[0])
nested = json.loads('{"a": %s, "b": {"a": %s, "c": {}}, "d": []}' % (rows(2, many), rows(2, many)))
print(nested['a'] == nested['b']['a'], nested['b']['c'], nested['d'])
print(json.loads(rows(1, many), object_pairs_hook=lambda pairs: [str(k) for k, _ in pairs])[0])
print(json.loads(rows(2, many), object_hook=lambda o: len(o)))
print(list(json.loads(rows(1, many[::-1]), object_pairs_hook=OrderedDict)[0].values()))
for broken in ('{"key0": 1, "key1: 2}', '{"key0" 1}', '{"key0": 1, }', '{"key0": 1', '{"key0": 1, "key1": }', '{"key0": 1 "key1": 2}', '{"key0', '{"a\nb": 1}', '{1: 2}'):
    try:
        print(json.loads(broken))
    except ValueError as error:
        print(type(error).__name__)
odd = ['', 'plain', 'a"b', 'a\\b', 'a/b', 'tab\t', 'nul\x00', '\x1f', '\x7f', 'x' * 24, 'x' * 25, 'x' * 24 + '"', 'q"' * 20, u'\xe9', u'\u0105\u0107\u017c', u'\U0001f600', u'x' * 30 + u'\xe9', u'\u2028']
print(json.dumps(odd))
if str is not bytes:
    print(json.dumps(odd, ensure_ascii=False))
    print(json.dumps('\ud800'), json.dumps({'\ud800': '\udfff'}))
same = OrderedDict((key, key) for key in odd)
for _ in range(3):
    print(json.dumps(same), json.dumps(same, separators=(',', ':')), json.dumps(same, indent=1).count('\n'))
print(json.dumps({}), json.dumps({'a': {}}), json.dumps([[], {}]), json.dumps({'a': 1}, indent=2))
print(json.dumps(OrderedDict([(1, 2), (None, 3), (True, 4), (2.5, 5)])), json.dumps({(1, 2): 3, 'a': 1}, skipkeys=True), json.dumps({(1, 2): 3}, skipkeys=True))
loop = {'a': []}
loop['a'].append(loop)
try:
    json.dumps(loop)
except ValueError as error:
    print(error)
shared = {'x': [1]}
print(json.dumps([shared, shared, {'y': shared}]))


class Changing(object):
    pass


def change(o):
    holder.pop('b', None)
    holder['new'] = 1
    return 'changed'


holder = {'o': Changing()}
print(json.dumps({'o': Changing(), 'p': 1}, default=lambda o: [{'deep': Changing.__name__}]) in ('{"o": [{"deep": "Changing"}], "p": 1}', '{"p": 1, "o": [{"deep": "Changing"}]}'))
small = {'k%d' % i: i for i in range(5)}
del small['k2']
print(json.dumps(small, sort_keys=True), sorted(json.loads(json.dumps(small)).items()))
print(json.dumps({i: i for i in range(3)}, sort_keys=True))
