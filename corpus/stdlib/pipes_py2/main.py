# pymp: python=2
import pipes

for text in ('', 'plain', 'a b', "it's", '$x', 'a/b-c.d', '\xe9', u'u', '*', 'a\nb', '~'):
    print repr(pipes.quote(text))
