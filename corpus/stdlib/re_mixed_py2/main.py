# pymp: python=2
"""Patterns that are str searched in unicode, and replacements of the other kind."""
import re

for pattern in (r'[^a]', ur'[^a]', r'\S', r'\W', r'[^>\s]*', r'(?u)\w+', r'.', r'[^\d]'):
    match = re.match(pattern, u'\u4e2d\u6587')
    print repr(pattern), match and match.span(), re.findall(pattern, u'\u4e2d a'), re.findall(pattern, '\xe9 a')
print re.split(r'[^\w]', u'a\u4e2db'), re.sub(r'[^\w]', '-', u'a\u4e2db')
for repl in (u'x', lambda match: u'x', lambda match: u'\u1234', lambda match: u'', r'<\g<0>>', ur'[\g<0>]'):
    for text in ('bab', u'bab', 'none', '\xe9a', u'\xe9a', ''):
        try:
            print repr(re.sub('a', repl, text)), re.subn('a', repl, text, 1),
        except UnicodeError as e:
            print repr(e),
    print
try:
    print re.sub('a', '\xe9', u'bab')
except UnicodeError as e:
    print e
