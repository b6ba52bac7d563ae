# pymp: python=2
"""Copies of instances whose `__getattr__` needs what is not there yet: errors of a search for methods do not matter to `copy`."""
import copy
import UserDict


class Config(UserDict.UserDict):
    def __getattr__(self, name):
        try:
            return self.data[name]
        except KeyError:
            raise AttributeError, name


class New(object):
    def __init__(self):
        self.data = {'a': [1]}

    def __getattr__(self, name):
        return self.data[name]


class Strict:
    def __init__(self):
        self.value = [2]

    def __getattr__(self, name):
        raise ValueError(name)


class Stated(Strict):
    def __getstate__(self):
        return 'state', self.value

    def __setstate__(self, state):
        self.value = state


class Argued:
    def __init__(self, *args):
        self.args = args

    def __getinitargs__(self):
        return self.args


class Own:
    def __copy__(self):
        return 'copied'

    def __deepcopy__(self, memo):
        return 'copied deeply'


config = Config({'k': [1]})
for made in config.copy(), copy.copy(config), copy.deepcopy(config):
    print made, made.k is config.k, made.__class__, made.data is config.data
for o in New(), Strict(), Stated(), Argued([1], 2), Own():
    for f in copy.copy, copy.deepcopy:
        try:
            made = f(o)
            print made.__class__.__name__, sorted(getattr(made, '__dict__', {}).items())
        except Exception, error:
            print type(error).__name__, error
strict = Strict()
strict.me = strict
made = copy.deepcopy(strict)
print made.me is made, made.value is strict.value
