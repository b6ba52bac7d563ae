# pymp: python=2
"""What methods of texts say of arguments of other types."""


def tell(f):
    try:
        print repr(f())
    except Exception as e:
        print type(e).__name__, e


# Arguments of other types, one by one.
tell(lambda: 'abc'.replace(set(), u'x'))
tell(lambda: 'abc'.replace('b', set()))
tell(lambda: 'abc'.replace(u'b', set()))
tell(lambda: 'abc'.replace('b', u'x', 1))
tell(lambda: u'abc'.translate(set()))
tell(lambda: u'abc'.translate(5))
tell(lambda: (float(bytearray('1.5')), float(buffer('2.5'))))
for function in (lambda n: getattr('', n), lambda n: getattr('', n, 1), lambda n: hasattr('', n),
                 lambda n: setattr(tell, n, 1), lambda n: delattr(tell, n), lambda n: ''.__getattribute__(n)):
    for name in (5, None, u'\xe4', u'upper'):
        tell(lambda: function(name) and 1)
tell(lambda: u'abc'.center(7, '\x80'))
tell(lambda: u'abc'.ljust(7, '-'))
