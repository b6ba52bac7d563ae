"""Global, local, class and builtin names."""
level = 'global'


def read():
    return level


def shadow():
    level = 'local'
    return level, read()


def assign():
    global level, fresh
    level = 'assigned'
    fresh = 'made inside'


def broken():
    print(level)
    level = 1


print(read(), shadow())
assign()
print(level, fresh)
try:
    broken()
except UnboundLocalError as error:
    print(error)
try:
    missing_name
except NameError as error:
    print(error)


class Scope:
    level = 'class'
    copied = level

    def method(self):
        return level, self.level


print(Scope.copied, Scope().method())
len = lambda thing: 'my len'
print(len([1]))
del len
print(len([1]))
del fresh
try:
    fresh
except NameError as error:
    print(error)


def cleanup():
    try:
        1 / 0
    except ZeroDivisionError as error:
        message = str(error)
    try:
        error
    except UnboundLocalError as gone:
        print(gone)
    return message


print(cleanup())


def conditional(flag):
    if flag:
        value = 1
    return value


print(conditional(True))
try:
    conditional(False)
except UnboundLocalError as error:
    print(error)
print('level' in globals(), sorted(conditional.__code__.co_varnames))
print((lambda a, b=2: sorted(locals().items()))(1))
print(__name__, __doc__)
