"""Dataclasses of the parent in children: fields, defaults, what `dataclasses` makes of them, and tasks that are frozen and have slots."""
import dataclasses
import multiprocessing as mp
import typing


@dataclasses.dataclass
class Plain:
    x: int
    y: list = dataclasses.field(default_factory=list)
    limit: typing.ClassVar[int] = 5
    seed: dataclasses.InitVar[int] = 3
    _: dataclasses.KW_ONLY
    w: typing.Optional[str] = None

    def __post_init__(self, seed):
        self.seeded = self.x * seed


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Task:
    low: float = 1.0
    extra: object = dataclasses.field(default=None, compare=False, repr=False, metadata={'k': 1})


plain = Plain(1, [2], w='q')


def describe(task):
    print([f.name for f in dataclasses.fields(Plain)], dataclasses.asdict(plain), plain.seeded)
    print(dataclasses.replace(plain, x=4, seed=2), dataclasses.astuple(task), task, task < Task(9.0))
    first, second = dataclasses.fields(task)
    print(first.default, first.default_factory is dataclasses.MISSING, second.metadata, dataclasses.is_dataclass(task))
    made = dataclasses.make_dataclass('Made', [('a', int), ('b', int, dataclasses.field(default=7))])
    print(made(1), Plain(2).y, flush=True)
    try:
        task.low = 3
    except dataclasses.FrozenInstanceError as error:
        print(error, flush=True)
    return task


if __name__ == '__main__':
    tasks = [Task(2.5, 'extra')]
    child = mp.Process(target=describe, args=tasks)
    child.start()
    child.join()
    with mp.Pool(1) as pool:
        print(pool.map(describe, tasks), pool.map(dataclasses.asdict, [plain]))
    spawned = mp.get_context('spawn').Process(target=describe, args=tasks)
    spawned.start()
    spawned.join()
