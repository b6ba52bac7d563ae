"""mmap between processes, memoryviews of it, files that are mapped, and the package's own heap."""
import mmap
import multiprocessing
import multiprocessing.heap
import tempfile

anonymous = mmap.mmap(-1, 100)
numbers = memoryview(anonymous).cast('i')


def change():
    numbers[3] = 77
    anonymous[0:3] = b'abc'


def run(target):
    process = multiprocessing.Process(target=target)
    process.start()
    process.join()


if __name__ == '__main__':
    run(change)
    print(numbers[3], anonymous[:4], len(anonymous), anonymous)
    numbers.release()
    with tempfile.TemporaryFile() as file:
        file.write(b'hello world' * 10)
        file.flush()
        with mmap.mmap(file.fileno(), 0) as mapped:
            print(mapped[:5], mapped.find(b'world'), mapped.readline()[:3], mapped.size(), mapped.tell())
            mapped[:5] = b'HELLO'
            mapped.flush()
        file.seek(0)
        print(file.read(11))
    view = multiprocessing.heap.BufferWrapper(64).create_memoryview()

    def fill():
        view[0] = 5

    run(fill)
    print(view[0], len(view))
