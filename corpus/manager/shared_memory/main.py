"""SharedMemoryManager: blocks and lists that last as long as it."""
import multiprocessing
from multiprocessing import shared_memory
from multiprocessing.managers import SharedMemoryManager


def double(name, size):
    block = shared_memory.SharedMemory(name=name)
    for i in range(size):
        block.buf[i] *= 2
    block.close()


def change(items):
    items[0] = 'new'


if __name__ == '__main__':
    manager = SharedMemoryManager()
    try:
        manager.SharedMemory(10)
    except Exception as error:
        print(type(error).__name__)
    with manager as smm:
        block = smm.SharedMemory(size=8)
        for i in range(8):
            block.buf[i] = i
        p = multiprocessing.Process(target=double, args=(block.name, 8))
        p.start()
        p.join()
        print(bytes(block.buf[:8]), block.size >= 8)
        items = smm.ShareableList(['old', 5, 2.5, None, b'bytes'])
        p = multiprocessing.Process(target=change, args=(items,))
        p.start()
        p.join()
        print(list(items), items.count(5), items.index(2.5), len(items))
        name = block.name
        try:
            smm.start()
        except Exception as error:
            print(type(error).__name__, error)
    try:
        shared_memory.SharedMemory(name=name)
    except FileNotFoundError as error:
        print('gone', error.errno)
    try:
        manager.get_server()
    except Exception as error:
        print(type(error).__name__, error)
    try:
        with manager:
            pass
    except Exception as error:
        print(type(error).__name__, error)
