"""json: dumps with its options, loads, errors."""
import json

data = {'name': 'Zoë', 'list': [1, 2.5, None, True, 'q"uote'], 'nested': {'b': {}, 'a': []}, 3: 'int key', None: 0, 1.5: 'x', True: 1}
print(json.dumps(data))
print(json.dumps(data, ensure_ascii=False, separators=(',', ':')))
print(json.dumps({'b': 1, 'a': [1, {'c': ()}]}, indent=2, sort_keys=True))
print(json.dumps([float('inf'), float('nan'), 1e100, 1.0, 10 ** 20, '\n\t\x01\u2028😀']))
print(json.loads('{"a": [1, 2.0, -3e2, "\\u00e9\\ud83d\\ude00", null, false], "a": "last wins"}'), json.loads(' [1 , 2] '), json.loads('"x"'))
print(json.loads('[1.10, 2]', parse_float=str, parse_int=lambda text: int(text) * 10), json.loads('{"x": 1}', object_hook=lambda d: sorted(d.items())))


class Point:
    def __init__(self, x):
        self.x = x


print(json.dumps([Point(1)], default=lambda p: {'point': p.x}))
for text in ('', '[1,]', '{"a" 1}', '[1', "{'a': 1}", 'nul', '"a\nb"', '[1] 2', '{"a": 1,}'):
    try:
        print(json.loads(text))
    except json.JSONDecodeError as error:
        print(error, '|', error.pos)
for value in (Point(1), {1, 2}, {(1, 2): 3}, b'x'):
    try:
        json.dumps(value)
    except TypeError as error:
        print(error)
loop = []
loop.append(loop)
try:
    json.dumps(loop)
except ValueError as error:
    print(error)
with open('out.json', 'w') as f:
    json.dump({'k': [1]}, f, indent=1)
print(open('out.json').read(), json.load(open('out.json')) == {'k': [1]})
