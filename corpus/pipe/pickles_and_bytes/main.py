# pymp: python=2,3
# What send sends is a pickle to recv_bytes, and a pickle that send_bytes sends is a value to recv.
from __future__ import print_function

import multiprocessing
import pickle

RAW = (b'', b'\x00', b'\xf3', b'\xf3abc', b'\xa5', b'\xa5\x01\x02', b'\x80', b'abc', b'\xff' * 3, b'\xc0' * 100000)
VALUES = (0, 5, -1, 96, 'a', '', None, [], (1, 2), 2.5, {'a': 1}, 10 ** 30)


def work(connection):
    for data in RAW:
        connection.send_bytes(data)
    for value in VALUES:
        connection.send(value)


if __name__ == '__main__':
    a, b = multiprocessing.Pipe()
    p = multiprocessing.Process(target=work, args=(b,))
    p.start()
    print([a.recv_bytes() == data for data in RAW])
    print([pickle.loads(a.recv_bytes()) for value in VALUES])
    p.join()
    for value in ([1], 'x', 5):
        for protocol in (0, 2):
            a.send_bytes(pickle.dumps(value, protocol))
            print(b.recv())
    a.send('abc')
    buffer = bytearray(100)
    count = b.recv_bytes_into(buffer)
    print(pickle.loads(bytes(buffer[:count])))
