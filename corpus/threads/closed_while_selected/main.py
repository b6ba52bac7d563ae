# pymp: python=2,3
"""A thread waits in select for sockets that another thread closes meanwhile: that ends no wait, but they count as ready then."""

import select
import socket
import threading
import time


def watch(sockets, timeout, heard):
    try:
        readable, _, _ = select.select(sockets, [], [], timeout)
    except Exception as error:
        heard.append(type(error).__name__)
        return
    heard.append([sockets.index(one) for one in readable])


def closed_during(timeout, then):
    """Closes one of two sockets under a thread's wait, does something with the other; gives what the thread heard."""
    listener, (left, right) = socket.socket(), socket.socketpair()
    listener.bind(('127.0.0.1', 0))
    listener.listen(1)
    heard = []
    thread = threading.Thread(target=watch, args=([listener, left], timeout, heard))
    thread.start()
    time.sleep(0.1)
    listener.close()
    then(right)
    thread.join()
    left.close()
    right.close()
    return heard


def close_and_reopen(sockets):
    for one in sockets:
        one.close()
    return len([socket.socket().close() for _ in sockets])


print(closed_during(0.4, lambda other: None))
print(closed_during(10, lambda other: other.send(b'x')))
print(closed_during(10, lambda other: other.shutdown(socket.SHUT_RDWR)))

several = [socket.socket() for _ in range(3)]
for one in several:
    one.bind(('127.0.0.1', 0))
    one.listen(1)
heard = []
waiting = threading.Thread(target=watch, args=(list(several), 0.3, heard))
waiting.start()
time.sleep(0.1)
print(close_and_reopen(several))
waiting.join()
print(heard)

gone = socket.socket()
number = gone.fileno()
gone.close()
try:
    select.select([number], [], [], 0)
except (select.error, OSError) as error:
    print(error.args[0])
