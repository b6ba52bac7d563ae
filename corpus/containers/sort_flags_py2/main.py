# pymp: python=2
# What reverse= may be.
class I(object):
    def __int__(self):
        return 1


class J(object):
    def __int__(self):
        return 'x'


for flag in 0, 1, -5, True, 2 ** 31 - 1, 2 ** 31, 2 ** 70, 3L, 1.5, 'a', None, [], I(), J():
    try:
        a = [1, 3, 2]
        a.sort(reverse=flag)
        print a,
        print sorted([1, 3, 2], None, None, flag)
    except Exception, e:
        print type(e).__name__, e
