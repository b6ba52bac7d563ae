# pymp: python=3
"""What a view looks at cannot be resized or closed before the view has gone."""
import array
import mmap
from multiprocessing import shared_memory


def attempt(f, *args):
    try:
        return f(*args)
    except BufferError as error:
        return "BufferError: %s" % error


data = bytearray(b"abcdef")
view = memoryview(data)
part = view[1:3]
print(attempt(data.append, 1), attempt(data.extend, b"x"), attempt(data.pop), attempt(data.clear), attempt(data.insert, 0, 1))
data[0:2] = b"XY"
print(data, bytes(part))
view.release()
print(attempt(data.append, 1))
del part
print(attempt(data.append, 1), data)
with memoryview(data) as inner:
    print(attempt(data.append, 2))
print(attempt(data.append, 3), data)
kept = {"views": [memoryview(data)]}
print(attempt(data.append, 4))
kept["views"].clear()
print(attempt(data.append, 5), data)


class Reader:
    def __init__(self, size):
        self.buffer = bytearray(size)
        self.view = memoryview(self.buffer)


reader = Reader(4)
print(attempt(reader.buffer.extend, b"more"))
reader.view = None
print(attempt(reader.buffer.extend, b"more"), len(reader.buffer))

numbers = array.array("i", [1, 2, 3])
view = memoryview(numbers)
print(attempt(numbers.append, 4))
view = None
print(attempt(numbers.append, 4), numbers)

pages = mmap.mmap(-1, 100)
view = memoryview(pages)[:5]
print(attempt(pages.close))
view.release()
print(attempt(pages.close), pages.closed)

block = shared_memory.SharedMemory(create=True, size=16)
whole = block.buf
part = whole[2:4]
print(attempt(block.close), block.buf)
try:
    whole[0]
except ValueError as error:
    print(error)
part[0] = 7
del part
print(attempt(block.close), attempt(block.close))
block.unlink()


def local():
    block = shared_memory.SharedMemory(create=True, size=16)
    part = block.buf[:4]
    part[0] = 1
    total = sum(part)
    del part
    block.close()
    block.unlink()
    return total


print(local())
