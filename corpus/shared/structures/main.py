"""ctypes structures in shared memory, and synchronized wrappers."""
import multiprocessing
from ctypes import Structure, c_bool, c_double, c_int
from multiprocessing import sharedctypes


class Point(Structure):
    _fields_ = [('x', c_double), ('y', c_double)]


def move(points, flag, number):
    for point in points:
        point.x += 1
        point.y *= 2
    flag.value = True
    number.value **= 2


if __name__ == '__main__':
    lock = multiprocessing.Lock()
    points = multiprocessing.Array(Point, [(1.5, -6.25), (0, 2)], lock=lock)
    flag, number = multiprocessing.Value(c_bool, False), sharedctypes.Value(c_int, 7, lock=lock)
    p = multiprocessing.Process(target=move, args=(points, flag, number))
    p.start()
    p.join()
    print([(point.x, point.y) for point in points], flag.value, number.value)
    single = multiprocessing.Value(Point, 3, 4)
    print(single.x, single.y)
    single.x = 10
    print(single.x, type(single).__name__)
