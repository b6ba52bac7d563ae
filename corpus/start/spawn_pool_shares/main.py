# What the workers of a pool get by spawn they have together with its owner, who has it still when they have ended.
import ctypes
import multiprocessing as mp

ROWS, WIDTH = 40, 64


def begin(queue, writer, array):
    global shared
    shared = queue, writer, array


def fill(row):
    queue, writer, array = shared
    for x in range(WIDTH):
        array[row * WIDTH + x] = row
    queue.put(row)
    writer.send_bytes(b'%d' % row)


def main():
    for method in ('spawn', 'forkserver'):
        context = mp.get_context(method)
        queue = context.Queue()
        reader, writer = context.Pipe(duplex=False)
        array = context.Array(ctypes.c_ubyte, ROWS * WIDTH, lock=False)
        pool = context.Pool(4, begin, (queue, writer, array))
        pool.map(fill, range(ROWS))
        pool.close()
        pool.join()
        writer.close()
        more = [context.Queue() for _ in range(5)], context.Array(ctypes.c_ubyte, ROWS * WIDTH, lock=False)
        print(sum(queue.get(timeout=20) for _ in range(ROWS)))
        queue.put('again')
        print(queue.get(), [each.empty() for each in more[0]], sum(more[1]))
        print(all(array[i] == i // WIDTH for i in range(ROWS * WIDTH)))
        count = 0
        try:
            while True:
                reader.recv_bytes()
                count += 1
        except EOFError:
            print(count)


if __name__ == '__main__':
    main()
