"""string, textwrap, pprint, difflib, shlex, fnmatch, html, urllib.parse, uuid5."""
import difflib
import fnmatch
import html
import pprint
import shlex
import string
import textwrap
import urllib.parse
import uuid

print(string.ascii_lowercase, string.digits, string.punctuation, string.capwords('two words'), string.Template('$who is ${what}').substitute(who='he', what='it'))
print(textwrap.fill('The quick brown fox jumps over the lazy dog again and again', 20), textwrap.dedent('    a\n      b\n    c'), textwrap.shorten('one two three four', 12))
pprint.pprint({'key': list(range(30)), 'other': {'nested': ['a' * 30, 'b' * 30], 'x': (1,)}, 'short': None})
print('\n'.join(difflib.unified_diff(['a', 'b', 'c'], ['a', 'x', 'c'], 'old', 'new', lineterm='')), difflib.get_close_matches('appel', ['ape', 'apple', 'peach']))
print(shlex.split('run "two words" -x=\'1 2\''), shlex.quote("it's"), fnmatch.filter(['a.py', 'b.txt', 'c.py'], '*.py'), html.escape('<a href="x">&'), html.unescape('&lt;&eacute;'))
print(urllib.parse.urlparse('https://u@host:80/p/a;x?q=1&r=a%20b#f'), urllib.parse.parse_qs('a=1&b=2&a=3'), urllib.parse.quote('a b/é'), urllib.parse.urlencode({'k': 'v w', 'n': 1}), urllib.parse.urljoin('http://h/a/b', '../c'))
print(uuid.uuid5(uuid.NAMESPACE_DNS, 'example.org'), uuid.UUID(int=5), '{:>10}'.format('x'), textwrap.indent('a\nb', '> '))
