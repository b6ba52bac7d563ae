"""A block of shared memory, changed by two processes."""
import sys
from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def invert(name, start, stop):
    block = SharedMemory(name=name)
    view = block.buf
    for i in range(start, stop):
        view[i] = 255 - view[i]
    half = bytes(view[start:stop])
    view[start:stop] = half
    del view
    block.close()


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 6000000
    block = SharedMemory(create=True, size=size)
    block.buf[:size] = bytes(i % 251 for i in range(size))
    workers = [Process(target=invert, args=(block.name, i * size // 2, (i + 1) * size // 2)) for i in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print(size, sum(block.buf[:size]))
    block.close()
    block.unlink()
