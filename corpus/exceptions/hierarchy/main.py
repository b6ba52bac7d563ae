# pymp: python=2,3
"""try, except, else and finally; own exception classes; re-raising."""
from __future__ import print_function


class AppError(Exception):
    def __init__(self, code, text='no text'):
        super(AppError, self).__init__(code, text)
        self.code = code

    def __str__(self):
        return 'E%03d %s' % (self.code, self.args[1])


class NotFound(AppError, LookupError):
    pass


def attempt(action):
    trail = []
    try:
        trail.append('try')
        action()
    except ZeroDivisionError:
        trail.append('zero')
    except (KeyError, IndexError) as error:
        trail.append('lookup %r' % (error.args,))
    except AppError as error:
        trail.append('%s / %r' % (error, error.code))
    else:
        trail.append('else')
    finally:
        trail.append('finally')
    return trail


def raise_it(error):
    raise error


print(attempt(lambda: 1 / 0))
print(attempt(lambda: {}['k']))
print(attempt(lambda: [][0]))
print(attempt(lambda: raise_it(NotFound(4, 'gone'))))
print(attempt(lambda: raise_it(AppError(7))))
print(attempt(lambda: None))
print(issubclass(NotFound, LookupError), repr(ValueError('a', 1)), str(ValueError()), str(ValueError('x', 2)), str(KeyError('k')))


def reraise():
    try:
        raise ValueError('original')
    except ValueError:
        try:
            raise
        finally:
            print('on the way out')


try:
    reraise()
except ValueError as error:
    print('again:', error)


def overriding():
    for n in range(3):
        try:
            raise RuntimeError(n)
        except RuntimeError as error:
            if n < 2:
                continue
            return 'stopped at %s' % error
        finally:
            print('finally', n)


print(overriding())
try:
    raise NotFound
except TypeError as error:
    print('TypeError while raising')
try:
    raise 'a string'
except TypeError as error:
    print(type(error).__name__)
for error in (IOError(2, 'No such file', 'name.txt'), OSError(13, 'denied'), StopIteration(5), SystemExit(3), KeyboardInterrupt()):
    print(type(error).__name__, error.args, str(error))
try:
    assert [] == [1], 'lists differ'
except AssertionError as error:
    print(error)
try:
    assert False
except AssertionError as error:
    print(repr(str(error)))
