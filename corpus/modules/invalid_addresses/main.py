# pymp: python=3
"""Addresses that cannot be bound, and what `connection.wait` does not take."""
import socket
from multiprocessing import connection
for f in (lambda: socket.socket().bind(('127.0.0.1', 1, 2)), lambda: socket.socket().connect(('127.0.0.1', 1, 2)), lambda: socket.socket().bind(('127.0.0.1',)), lambda: socket.socket(socket.AF_UNIX).bind('/nope/x'), lambda: socket.socket(socket.AF_UNIX).bind('/etc/hostname/x'), lambda: connection.Listener('/nope/x'), lambda: connection.wait([1.5]), lambda: connection.wait(['a']), lambda: connection.wait([None]), lambda: connection.wait([-1]),lambda: connection.wait([object]), lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 1, 2))):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
