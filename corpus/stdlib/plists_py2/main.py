# pymp: python=2
"""plistlib: every kind of value, there and back."""
import datetime, os, plistlib, StringIO, tempfile
value = {'a': 1, 'b': ['x', True, 1.5, plistlib.Data('bin' * 40)], u'c': u'\xe9<&>', 'd': {'e': (1, 2), 'f': datetime.datetime(2020, 1, 2, 3, 4, 5)}, 'g': False, 'h': -10 ** 20, 'i': ''}
text = plistlib.writePlistToString(value)
print text
again = plistlib.readPlistFromString(text)
print sorted(again.items())
out = StringIO.StringIO()
plistlib.writePlist([1, 'two'], out)
print plistlib.readPlist(StringIO.StringIO(out.getvalue()))
path = tempfile.mktemp()
plistlib.Plist(x=1).write(path)
print plistlib.Plist.fromFile(path), plistlib.readPlist(path)
os.unlink(path)
print plistlib.Data('a') == plistlib.Data('a'), plistlib.Data('a'), plistlib.Dict(a=1).a if 0 else 1
for bad in set(), {1: 2}, 'a\0b', None:
    try:
        plistlib.writePlistToString(bad)
    except (TypeError, ValueError) as error:
        print type(error).__name__, error
