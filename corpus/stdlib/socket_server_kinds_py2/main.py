# pymp: python=2
"""SocketServer with a process or a thread for each request, and what happens when a handler fails."""
import os, socket, SocketServer, sys, threading

MAIN = os.getpid()


class Upper(SocketServer.StreamRequestHandler):
    def handle(self):
        line = self.rfile.readline()
        if line == 'fail\n':
            raise ValueError('as asked')
        if line == 'exit\n':
            sys.exit(3)
        own = os.getpid() != MAIN
        self.wfile.write('%s%s %s\n' % (line.upper(), own, self.server.note))


class Forking(SocketServer.ForkingMixIn, SocketServer.TCPServer):
    note = 'forking'
    allow_reuse_address = True


class Threading(SocketServer.ThreadingMixIn, SocketServer.TCPServer):
    note = 'threading'
    daemon_threads = True


class Plain(SocketServer.TCPServer):
    note = 'plain'

    def verify_request(self, request, client_address):
        return client_address[0] == '127.0.0.1'

    def handle_error(self, request, client_address):
        print 'error', sys.exc_info()[0].__name__, client_address[0]


def ask(address, text):
    sock = socket.create_connection(address)
    sock.sendall(text)
    answer = sock.makefile().read()
    sock.close()
    return answer


def clients(server):
    for word in 'one', 'two', 'three':
        answers.append(ask(server.server_address, word + '\n'))
    server.shutdown()


for cls in Forking, Threading, Plain:
    server = cls(('127.0.0.1', 0), Upper)
    answers = []
    thread = threading.Thread(target=clients, args=(server,))
    thread.start()
    server.serve_forever(0.05)
    thread.join()
    print answers, cls.__name__
    server.server_close()

server = Plain(('127.0.0.1', 0), Upper)
thread = threading.Thread(target=server.serve_forever, args=(0.05,))
thread.start()
for word in 'fail', 'exit', 'more':
    print repr(ask(server.server_address, word + '\n'))
server.shutdown()
thread.join()
print isinstance(server, SocketServer.BaseServer), SocketServer.ThreadingTCPServer.__bases__ == (
    SocketServer.ThreadingMixIn, SocketServer.TCPServer)
