"""Work of every kind whose last line says that all went well; faults.mjs runs it in surroundings where something does not work."""
import multiprocessing
import sys
from multiprocessing import shared_memory


def square(n):
    return n * n


def fill(name, value):
    memory = shared_memory.SharedMemory(name)
    memory.buf[0] = value
    memory.close()


def main(kind):
    if kind == 'prints':
        for n in range(100000):
            print('line', n)
        return
    if kind == 'blocks':
        made = []
        try:
            for _ in range(50):
                made.append(shared_memory.SharedMemory(create=True, size=100000))
        except OSError as error:
            print('refused:', error.errno, len(made) < 50)
        for memory in made:
            memory.close()
            memory.unlink()
    else:
        memory = shared_memory.SharedMemory(create=True, size=1000)
        process = multiprocessing.Process(target=fill, args=(memory.name, 7))
        process.start()
        process.join()
        assert memory.buf[0] == 7
        memory.close()
        memory.unlink()
    queue = multiprocessing.Queue()
    queue.put(bytes(1000000))
    assert len(queue.get()) == 1000000
    with multiprocessing.Pool(2) as pool:
        assert pool.map(square, range(100)) == [n * n for n in range(100)]
    print('ok')


if __name__ == '__main__':
    main(sys.argv[1])
