# pymp: python=2
"""asyncore and asynchat: a server that echoes lines, a client, a pipe, errors."""
import asyncore, asynchat, socket, sys

class Echo(asynchat.async_chat):
    def __init__(self, sock):
        asynchat.async_chat.__init__(self, sock)
        self.set_terminator('\r\n')
        self.data = []
    def collect_incoming_data(self, data): self.data.append(data)
    def found_terminator(self):
        line = ''.join(self.data); self.data = []
        print 'server got', repr(line)
        if line == 'quit':
            self.push_with_producer(asynchat.simple_producer('bye ' * 5, 3))
            self.close_when_done()
        elif line == 'five':
            self.set_terminator(5)
        else:
            self.set_terminator('\r\n')
            self.push('echo ' + line + '\r\n')

class Server(asyncore.dispatcher):
    def __init__(self):
        asyncore.dispatcher.__init__(self)
        self.create_socket(socket.AF_INET, socket.SOCK_STREAM)
        self.set_reuse_addr()
        self.bind(('127.0.0.1', 0))
        self.listen(5)
        self.port = self.socket.getsockname()[1]
    def handle_accept(self):
        pair = self.accept()
        if pair is not None:
            print 'accepted', type(pair[0]).__name__
            Echo(pair[0])
            self.close()

class Client(asyncore.dispatcher):
    def __init__(self, port):
        asyncore.dispatcher.__init__(self)
        self.create_socket(socket.AF_INET, socket.SOCK_STREAM)
        self.connect(('127.0.0.1', port))
        self.buffer = 'hello\r\nfive\r\n12345quit\r\n'
        self.got = ''
    def handle_connect(self): print 'connected'
    def handle_close(self):
        print 'client got', repr(self.got)
        self.close()
    def handle_read(self): self.got += self.recv(8192)
    def writable(self): return len(self.buffer) > 0 or not self.connected
    def handle_write(self):
        sent = self.send(self.buffer[:7])
        self.buffer = self.buffer[sent:]

s = Server()
c = Client(s.port)
asyncore.loop(timeout=1)
print len(asyncore.socket_map)
class Bad(asyncore.dispatcher_with_send):
    def handle_read(self):
        raise ValueError('bad')
    def handle_close(self): print 'bad closes'; self.close()
    def log_info(self, message, type='info'): print type, message.split(' <')[0], 'ValueError' in message
a, b = socket.socketpair()
d = Bad(a)
b.send('x')
asyncore.loop(timeout=0.1, count=2, use_poll=True)
print asynchat.find_prefix_at_end('qwerty\r', '\r\n'), asynchat.find_prefix_at_end('qwertydkjf', '\r\n')
q = asynchat.fifo(); q.push(7); q.push('a'); print len(q), q.first(), q.pop(), q.pop(), q.pop(), q.is_empty()
try: d.nothing
except AttributeError as e: print e
import os
r, w = os.pipe()
class F(asyncore.file_dispatcher):
    def handle_read(self): print 'file', self.recv(10); self.close()
    def writable(self): return False
F(r); os.write(w, 'data')
asyncore.loop(timeout=0.5)
