# pymp: python=2,3 mask=pid,frames stderr=last-line timeout=90
# A thread may fork: it is the only one of the new process, which ends with it.
from __future__ import print_function
import os
import sys
import threading
import warnings
try:
    from socketserver import BaseRequestHandler, ForkingMixIn, TCPServer
except ImportError:
    from SocketServer import BaseRequestHandler, ForkingMixIn, TCPServer
import socket

warnings.simplefilter('ignore')

def code(status):
    return os.WEXITSTATUS(status)

def forks(kind, step):
    total = step
    for i in range(3):
        total += i
        if i == 1:
            pid = os.fork()
            if pid == 0:
                thread = threading.current_thread()
                print('child', kind, total, thread.name, thread.daemon, threading.active_count())
                sys.stdout.flush()
                if kind == 'exit':
                    os._exit(total)
                if kind == 'raise':
                    raise ValueError(total)
                if kind == 'sys.exit':
                    sys.exit(3)
                return
            print(kind, code(os.waitpid(pid, 0)[1]))
            sys.stdout.flush()
    print('parent', kind, total)
    sys.stdout.flush()

for step, kind in enumerate(['exit', 'return', 'raise', 'sys.exit']):
    thread = threading.Thread(target=forks, args=(kind, step), name='thread of ' + kind)
    thread.start()
    thread.join()

class Forking(threading.Thread):
    def run(self):
        self.pid = os.fork()
        if self.pid == 0:
            self.work()
        self.status = code(os.waitpid(self.pid, 0)[1])

    def work(self):
        inner = [threading.Thread(target=lambda i=i: sums.append(i)) for i in range(3)]
        for each in inner:
            each.start()
            each.join()
        os._exit(sum(sums))

sums = [4]
thread = Forking()
thread.start()
thread.join()
print(thread.status, sums)

# Two threads that come to their forks in turn.
turns = [threading.Event() for _ in range(2)]

def alternate(me, other, word):
    for i in range(3):
        me.wait()
        me.clear()
        pid = os.fork()
        if pid == 0:
            os._exit(10 * word + i)
        print(word, i, code(os.waitpid(pid, 0)[1]))
        sys.stdout.flush()
        other.set()

pair = [threading.Thread(target=alternate, args=(turns[i], turns[1 - i], i)) for i in range(2)]
for thread in pair:
    thread.start()
turns[0].set()
for thread in pair:
    thread.join()

class Echo(BaseRequestHandler):
    def handle(self):
        data = self.request.recv(1024)
        self.request.sendall(data + (b' from a child' if os.getpid() != main else b' from the parent'))

class Server(ForkingMixIn, TCPServer):
    pass

main = os.getpid()
server = Server(('127.0.0.1', 0), Echo)
thread = threading.Thread(target=server.serve_forever)
thread.daemon = True
thread.start()
for word in (b'one', b'two'):
    client = socket.create_connection(server.server_address[:2])
    client.sendall(word)
    print(client.recv(1024).decode())
    client.close()
server.shutdown()
server.socket.close()
thread.join()
