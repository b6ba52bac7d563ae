# pymp: stderr=exact
"""Exception groups and except*."""


def collect():
    errors = []
    for action in (lambda: int('x'), lambda: {}['k'], lambda: 1 / 0):
        try:
            action()
        except Exception as error:
            errors.append(error)
    raise ExceptionGroup('three failures', errors)


try:
    collect()
except* ValueError as group:
    print('values', [str(e) for e in group.exceptions])
except* (KeyError, ZeroDivisionError) as group:
    print('others', [repr(e) for e in group.exceptions])

try:
    try:
        collect()
    except* KeyError:
        print('only the key')
except ExceptionGroup as rest:
    print(rest.message, len(rest.exceptions), rest.subgroup(ZeroDivisionError) is not None, rest)
raise ExceptionGroup('outer', [ValueError('one'), ExceptionGroup('inner', [TypeError('two')])])
