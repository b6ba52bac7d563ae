# pymp: python=3
"""ast.parse refuses what came after the version that it is told."""
import ast

SOURCES = [
    ('x: int = 1', (3, 5)),
    ('x: int = 1', (3, 6)),
    ('async def f(): pass', (3, 4)),
    ('f"{x}"', (3, 5)),
    ('(x := 1)', (3, 7)),
    ('def f(a, /): pass', (3, 7)),
    ('match x:\n case 1: pass', (3, 9)),
    ('try: pass\nexcept* E: pass', (3, 10)),
    ('type X = int', (3, 11)),
    ('def f[T](): pass', (3, 11)),
    ('class A[T]: pass', (3, 11)),
    ('with (a as b, c as d): pass', (3, 8)),
    ('a @ b', (3, 4)),
    ('await x', (3, 4)),
    ('1_000', (3, 5)),
    ('@a[0]\ndef f(): pass', (3, 8)),
    ('[x async for x in y]', (3, 5)),
    ('async with a: pass', (3, 4)),
    ('async for a in b: pass', (3, 4)),
    ('a @= b', (3, 4)),
    ('x', (2, 7)),
    ('x', (3, 99)),
    ('x', 8),
    ('x', (4, 0)),
    ('def f[T = int](): pass', (3, 12)),
]
for source, version in SOURCES:
    try:
        print(repr(source), version, type(ast.parse(source, feature_version=version).body[0]).__name__)
    except (SyntaxError, ValueError) as error:
        print(repr(source), version, type(error).__name__, error)
