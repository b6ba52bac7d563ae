# -*- coding: utf-8 -*-
# pymp: python=2
"""JSON of texts of both kinds and of other encodings, and what Python 2 says of what is no JSON."""
import json
import StringIO


def attempt(call):
    try:
        print repr(call())
    except Exception as error:
        print type(error).__name__, error


for call in [
    lambda: json.loads('["\xe4\xb8\xad", "a", "\xe4\\u4e2d\xb8\xad"]'),
    lambda: json.loads('{"中": "é", "k": "\\n中"}') == {u'中': u'é', u'k': u'\n中'},
    lambda: json.loads(u'{"中": ["é"]}'),
    lambda: json.loads('"\xd6\xd0"', 'gbk'),
    lambda: json.loads('"\xd6\xd0"', encoding='gbk'),
    lambda: json.loads('"\xff"'),
    lambda: json.load(StringIO.StringIO('["中"]')),
    lambda: json.JSONDecoder().raw_decode('[1] x'),
    lambda: json.loads('[1.5, 2]', None, None, None, str, float),
    lambda: json.loads('{"a": 1}', object_pairs_hook=list),
    lambda: json.dumps('中', ensure_ascii=False),
    lambda: json.dumps({'k': ['中', 1]}, ensure_ascii=False),
    lambda: json.dumps([u'中', 'a'], ensure_ascii=False),
    lambda: json.dumps('\xd6\xd0', encoding='gbk'),
    lambda: json.dumps(['\xd6\xd0', {'k': u'é'}], encoding='gbk'),
    lambda: json.dumps('\xff'),
    lambda: json.dumps([1, 2], True, True, True, True, None, 1),
    lambda: json.dumps(set()),
    lambda: json.dumps({(1,): 2}),
    lambda: json.loads('{"a": 1'),
    lambda: json.loads('[1, '),
    lambda: json.loads('['),
    lambda: json.loads(''),
    lambda: json.loads('nope'),
    lambda: json.loads("{'a': 1}"),
    lambda: json.loads('[1,]'),
    lambda: json.loads('{"a" 1}'),
    lambda: json.loads('{"a":\n 1 2}'),
    lambda: json.loads('[1] [2]'),
    lambda: json.loads('"a\nb"'),
    lambda: json.loads('"abc'),
    lambda: json.loads('"\\x"'),
    lambda: json.loads(None),
    lambda: hasattr(json, 'JSONDecodeError'),
]:
    attempt(call)
out = StringIO.StringIO()
json.dump({'a': '中'}, out, ensure_ascii=False, indent=2)
print out.getvalue()
