"""Talks to listener.py: family, address, authkey."""
from __future__ import print_function
import sys
from collections import OrderedDict
from datetime import date
from decimal import Decimal
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client

if __name__ == '__main__':
    family, address, key = sys.argv[1:4]
    if family == 'AF_INET':
        address = ('127.0.0.1', int(address))
    try:
        Client(address, authkey=b'not the key')
    except AuthenticationError as error:
        print('refused:', error)
    connection = Client(address, family, authkey=key.encode('ascii'))
    shared = [1]
    values = [0, 255, 65536, -1, 2 ** 100, 1.5, float('inf'), u'\u4e2d\U0001f600', b'\x00\xff', 'str', None, True,
              (), (1,), [], [shared, shared], {}, {'a': {'b': 1}}, {1, 2}, 3 + 4j, OrderedDict([('z', 1), ('a', 2)]),
              date(2020, 2, 29), Decimal('1.10'), ValueError('text', 3), len, dict, 'y' * 70000]
    for value in values:
        connection.send(value)
        back = connection.recv()
        shown = repr(back)
        print(type(back).__name__, len(shown), shown[:60], back == value or type(back) is ValueError)
    connection.send([shared, shared])
    pair = connection.recv()
    print(pair[0] is pair[1], connection.poll(0), connection.poll(0.05))
    for size in (0, 1, 16384, 16385, 1000000):
        connection.send('bytes')
        data = bytes(bytearray(i % 251 for i in range(size)))
        connection.send_bytes(data)
        back = connection.recv_bytes()
        print(size, back == data[::-1])
    connection.send('bytes')
    connection.send_bytes(b'abcdef', 1, 3)
    buffer = bytearray(8)
    print(connection.poll(5), connection.recv_bytes_into(buffer, 2), bytes(buffer))
    connection.close()
