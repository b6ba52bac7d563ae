# pymp: python=2
import string
for n in sorted(dir(string)):
    v = getattr(string, n)
    if isinstance(v, str) and n[0] != '_': print n, repr(v)
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except Exception as e: print type(e).__name__, e
for n in 'capitalize lower swapcase upper'.split(): t(getattr(string, n), 'aB c'); t(getattr(string, n))
for n in 'find index rfind rindex count'.split(): t(getattr(string, n), 'abcabc', 'b'); t(getattr(string, n), 'abcabc', 'b', 2); t(getattr(string, n), 'abcabc', 'x'); t(getattr(string,n), 'abcabc', 'c', 0, 3)
for n in 'center ljust rjust'.split(): t(getattr(string, n), 'ab', 6); t(getattr(string, n), 'ab', 6, '*')
for n in 'strip lstrip rstrip'.split(): t(getattr(string, n), '  ab '); t(getattr(string, n), 'xabx', 'x')
t(string.split, 'a b c'); t(string.split, 'a,b,c', ',', 1); t(string.rsplit, 'a,b,c', ',', 1); t(string.join, ['a', 'b']); t(string.join, ['a', 'b'], ''); t(string.joinfields, 'ab', ':')
t(string.replace, 'aaa', 'a', 'b', 2); t(string.expandtabs, 'a\tb', 4); t(string.capwords, ' hello  world '); t(string.capwords, 'a-b', '-'); t(string.capwords, 'a b', '')
t(string.zfill, 5, 3); t(string.zfill, '-5', 5); t(string.maketrans, 'abc', 'xy'); print string.maketrans('abc', 'xyz')[90:110]
t(string.translate, 'abc', string.maketrans('abc', 'xyz')); t(string.translate, 'abc', None, 'b'); t(string.translate, u'abc', string.maketrans('abc', 'xyz'))
t(string.atoi, '12'); t(string.atoi, 'ff', 16); t(string.atol, '12'); t(string.atof, '1.5'); t(string.atoi, 'x')
T = string.Template
t(T('$a ${b} $$').substitute, a=1, b=2); t(T('$a').substitute); t(T('$a $x').safe_substitute, {'a': 1}); t(T('$a').substitute, {}, {}); t(T('a\nb $').substitute); t(T('$').substitute); t(T('a $-').safe_substitute); t(T('\n\n  ${bad').substitute); t(T('$a$b').substitute, {'a': 1}, b=(1,2)); t(T.substitute)
class M(T):
    delimiter = '%'
    idpattern = '[a-z]+_[a-z]+'
t(M('%with_us %nope').safe_substitute, {'with_us': 5}); print M.pattern.groupindex
class P(T):
    pattern = r'(?P<escaped>@{2})|@(?P<named>[0-9]+)|(?P<braced>zzz)|(?P<invalid>@)'
t(P('@1 @@').substitute, {'1': 'x'})
F = string.Formatter()
t(F.format, '{0} {a!r:>5} {a:{w}}', 'x', a='y', w=4); t(F.format, '{}', 1); t(F.format, '{0!x}', 1); t(F.format); t(F.format, '{b}'); t(F.format, '{0.real} {1[0]}', 3, 'ab'); t(F.format, '{0:{1:{2}}}', 1, 2, 3); t(F.vformat, '{0}', (5,), {}); t(F.format, 'plain'); t(F.format, u'{0}', 1); t(F.format, '{{}}'); t(F.format, '{0')
class G(string.Formatter):
    def get_value(self, k, a, kw): return 'G%s' % k
    def check_unused_args(self, u, a, k): print sorted(map(str, u))
t(G().format, '{0} {x}'); print string.Template, string.Formatter, F.__class__.__mro__
print string.lower.__name__
