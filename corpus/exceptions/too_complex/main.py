"""Sources that nest too deeply, and with statements with too many items."""


def check(source):
    try:
        compile(source, 'x.py', 'exec')
        print('fine')
    except (SyntaxError, MemoryError) as error:
        print(type(error).__name__, error)


check('-' * 100000 + '4')
check('-' * 500 + '4')
check('(' * 300 + ')' * 300)


def managers(n, body):
    items = ', '.join(f'a as a{i}' for i in range(n))
    return f'def bug():\n    with ({items}): {body}\n'


for n in 19, 20, 21, 22:
    check(managers(n, 'yield a'))
    check(managers(n, 'return a'))
