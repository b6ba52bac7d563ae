"""shared_memory: blocks by name, in parent and child, and ShareableList."""
import multiprocessing
from multiprocessing import shared_memory


def write(name):
    block = shared_memory.SharedMemory(name=name)
    block.buf[:5] = b'child'
    block.close()


def change(items):
    items[0] = 'new'
    items[2] += 1


if __name__ == '__main__':
    block = shared_memory.SharedMemory(create=True, size=16)
    block.buf[5:8] = bytes([1, 2, 3])
    p = multiprocessing.Process(target=write, args=(block.name,))
    p.start()
    p.join()
    print(bytes(block.buf[:8]), block.size >= 16)
    block.close()
    block.unlink()
    try:
        shared_memory.SharedMemory(name=block.name)
    except FileNotFoundError as error:
        print(error.strerror)
    items = shared_memory.ShareableList(['old', 2.5, 3, None, True, b'b'])
    p = multiprocessing.Process(target=change, args=(items,))
    p.start()
    p.join()
    print(list(items), len(items), items[-2], items.count(2.5), items.index(None))
    try:
        items[0] = 'far too long for this slot'
    except ValueError as error:
        print(error)
    items.shm.close()
    items.shm.unlink()
    try:
        print(items[0])
    except TypeError as error:
        print(error)
