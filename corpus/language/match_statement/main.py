"""Structural pattern matching: every kind of pattern."""
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


class Shape:
    __match_args__ = ('name', 'sides')

    def __init__(self, name, sides):
        self.name, self.sides = name, sides


LIMIT = 10


class Limits:
    TOP = 99


def describe(value):
    match value:
        case None | True | False:
            return f'singleton {value}'
        case 0 | 1:
            return 'small literal'
        case int(n) if n > LIMIT and n != Limits.TOP:
            return f'large int {n}'
        case Limits.TOP:
            return 'the top'
        case int():
            return 'some int'
        case 'go' | 'run' as verb:
            return f'verb {verb}'
        case str(text):
            return f'text {text!r}'
        case []:
            return 'empty sequence'
        case [only]:
            return f'one element: {only}'
        case [Point(x=0), *others]:
            return f'starts on the y axis, then {others}'
        case [first, *_, last]:
            return f'from {first} to {last}'
        case {'kind': 'circle', 'r': r, **rest}:
            return f'circle of {r}, also {rest}'
        case {}:
            return f'mapping of {len(value)}'
        case Point(x, y) if x == y:
            return f'diagonal at {x}'
        case Point(x=x, y=y):
            return f'point {x},{y}'
        case Shape('triangle', 3):
            return 'a proper triangle'
        case Shape(name, sides):
            return f'{name} with {sides} sides'
        case float() | complex():
            return 'inexact'
        case _:
            return f'no idea: {type(value).__name__}'


for value in (
    None, True, 0, 11, 99, 5, 'go', 'stop', [], [7], (1, 2, 3), [Point(0, 4), 1], {'kind': 'circle', 'r': 2, 'fill': 'red'},
    {'kind': 'square'}, {}, Point(3, 3), Point(1, 2), Shape('triangle', 3), Shape('square', 4), 2.5, 1j, b'bytes', {1, 2},
):
    print(describe(value))


def walk(command):
    match command.split():
        case ['move', ('north' | 'south') as direction, steps]:
            return direction, int(steps)
        case ['say', *words]:
            return ' '.join(words).upper()
    return 'nothing matched'


print(walk('move north 3'), walk('say hello there'), walk('move up 1'))
