"""What cannot be compared, in Python 3."""
for values in ([1, 'a'], [None, 0], [{}, {}], [1j, 2j], [object(), 1]):
    try:
        print(sorted(values))
    except TypeError as error:
        print(error)
for action in (
    lambda: max(),
    lambda: max([]),
    lambda: max([], default='none'),
    lambda: min(5),
    lambda: sorted([1], lambda x: x),
    lambda: sum(['a', 'b']),
    lambda: sum([[1], [2]], []),
    lambda: list(zip([1, 2], [3], strict=True)),
    lambda: 1 < 'x',
    lambda: [1] >= (1,),
):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
