"""Annotations do not change what runs."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Dict, Generic, List, NamedTuple, Optional, TypeVar, Union

T = TypeVar('T')
Number = Union[int, float]


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []

    def push(self, item: T) -> Stack[T]:
        self.items.append(item)
        return self

    def pop(self) -> Optional[T]:
        return self.items.pop() if self.items else None


class Coordinate(NamedTuple):
    x: int
    y: int = 0


@dataclass(order=True)
class Task:
    priority: int
    name: str = field(compare=False)
    tags: Dict[str, Number] = field(default_factory=dict, repr=False)
    done: bool = False

    def finish(self) -> bool:
        self.done = True
        return self.done


stack: Stack[int] = Stack()
print(stack.push(1).push(2).pop(), stack.pop(), stack.pop())
print(Coordinate(3), Coordinate(1, 2)._replace(y=5), Coordinate(1) == (1, 0))
tasks = sorted([Task(2, 'write'), Task(1, 'read', {'a': 1.5})])
print(tasks, tasks[0].tags, tasks[0].finish())
print(Task(1, 'x') == Task(1, 'y'), Task.__annotations__['priority'])
unset: int
try:
    print(unset)
except NameError as error:
    print(error)


def area(width: Number, height: Number = 1) -> Number:
    return width * height


print(area(2, 3.5), area.__annotations__)

import typing
for kind in (typing.TypeVar, typing.ParamSpec, typing.TypeVarTuple):
    for made in (kind('T'), kind('T', default=None), kind('T', default=typing.NoDefault), kind('T', default=int)):
        print(kind.__name__, made.__default__, made.has_default())
class Defaults[T = None, **P = None]: pass
class More[*Ts = None]: pass
print([(p.__name__, p.__default__, p.has_default()) for p in Defaults.__type_params__ + More.__type_params__])
