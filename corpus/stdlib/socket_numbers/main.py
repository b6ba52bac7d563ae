# pymp: python=3
"""Numbers of socket options, a listener's error once it was closed, and what a socket says that nobody is connected to."""
import socket
from multiprocessing.connection import Listener

print([getattr(socket, name) for name in "TCP_NOTSENT_LOWAT IPPROTO_PIM IP_PKTINFO IP_ADD_SOURCE_MEMBERSHIP ETHERTYPE_ARP".split()])
listener = Listener(("localhost", 0))
listener.close()
try:
    listener.accept()
except OSError as error:
    print(error)
for family in (socket.AF_INET, socket.AF_UNIX):
    for attempt in ('send', 'sendall', 'recv', 'getpeername'):
        with socket.socket(family) as alone:
            try:
                print(getattr(alone, attempt)(*{'send': [b'x'], 'sendall': [b'x'], 'recv': [1]}.get(attempt, [])))
            except OSError as error:
                print(attempt, type(error).__name__, error)
try:
    socket.inet_ntoa(b'x')
except OSError as error:
    print(error)
