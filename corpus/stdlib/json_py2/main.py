# pymp: python=2
# -*- coding: utf-8 -*-
import json
import StringIO

data = {'b': [1, 2.0, None, True, u'é', 'é', 10L], 'a': {'x': []}, u'k': (1,)}
print json.dumps(data, sort_keys=True)
print json.dumps(data, sort_keys=True, indent=1)
print json.dumps([1, {'a': 1}], separators=(',', ':')), json.dumps([1], encoding='utf-8')
print repr(json.dumps(u'é', ensure_ascii=False)), json.dumps([1, 2], indent=2, separators=(',', ': '))
print repr(json.loads('{"a": ["x", 1.5, 10000000000000000000000, null]}', encoding='utf-8'))
print json.load(StringIO.StringIO('[1]')), json.JSONEncoder(indent=2).encode([1, 2])
target = StringIO.StringIO()
json.dump(data, target, sort_keys=True, indent=4)
print target.getvalue()


class Encoder(json.JSONEncoder):
    def default(self, o):
        return repr(o)


print json.dumps({1: set([1]), 2.5: None, None: 1, True: 2}, cls=Encoder, sort_keys=True)
print json.loads('{"a": 1}', object_hook=lambda d: sorted(d.items())), json.loads('1.1', parse_float=str)
