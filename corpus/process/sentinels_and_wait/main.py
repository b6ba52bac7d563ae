"""multiprocessing.connection.wait on sentinels and pipes."""
import multiprocessing
import time
from multiprocessing.connection import wait


def nap(seconds):
    time.sleep(seconds)


def sender(connection):
    connection.send('message')
    connection.close()


if __name__ == '__main__':
    slow = multiprocessing.Process(target=nap, args=(0.6,), name='slow')
    fast = multiprocessing.Process(target=nap, args=(0.05,), name='fast')
    slow.start()
    fast.start()
    by_sentinel = {p.sentinel: p for p in (slow, fast)}
    order = []
    while by_sentinel:
        for sentinel in wait(list(by_sentinel), timeout=10):
            order.append(by_sentinel.pop(sentinel).name)
    print(order)
    for p in (slow, fast):
        p.join()
    reader, writer = multiprocessing.Pipe(duplex=False)
    print(wait([reader], timeout=0.05))
    p = multiprocessing.Process(target=sender, args=(writer,))
    p.start()
    writer.close()
    print(wait([reader, p.sentinel])[0] in (reader, p.sentinel))
    print(reader.recv())
    p.join()
    try:
        reader.recv()
    except EOFError:
        print('EOF')
