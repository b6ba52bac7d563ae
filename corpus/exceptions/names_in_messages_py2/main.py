# pymp: python=2
# What messages call an exception that is a wrong operand.
e = ValueError('x')
for action in (lambda: e + 1), (lambda: e()), (lambda: int(e)), (lambda: len(e)), (lambda: 'a' + e), (lambda: [1][e]), \
        (lambda: '%d' % e), (lambda: -e), (lambda: e.missing):
    try:
        action()
    except Exception, error:
        print type(error).__name__, error
