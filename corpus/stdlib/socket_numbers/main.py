# pymp: python=3
"""Numbers of socket options, and a listener's error once it was closed."""
import socket
from multiprocessing.connection import Listener

print([getattr(socket, name) for name in "TCP_NOTSENT_LOWAT IPPROTO_PIM IP_PKTINFO IP_ADD_SOURCE_MEMBERSHIP ETHERTYPE_ARP".split()])
listener = Listener(("localhost", 0))
listener.close()
try:
    listener.accept()
except OSError as error:
    print(error)
