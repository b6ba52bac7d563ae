# pymp: python=2
import SocketServer, socket, threading, os

class Echo(SocketServer.StreamRequestHandler):
    def handle(self):
        for line in iter(self.rfile.readline, ''):
            self.wfile.write(line.upper())

class Raw(SocketServer.BaseRequestHandler):
    def handle(self):
        self.request.sendall(self.request.recv(1024)[::-1])

class Fails(SocketServer.BaseRequestHandler):
    def handle(self):
        raise ValueError('no')

class Datagram(SocketServer.DatagramRequestHandler):
    def handle(self):
        self.wfile.write(self.rfile.read() * 2)

def ask(address, text):
    sock = socket.create_connection(address)
    sock.sendall(text)
    sock.shutdown(socket.SHUT_WR)
    answer = sock.makefile().read()
    sock.close()
    return answer

def serve(kind, handler):
    server = kind(('127.0.0.1', 0), handler)
    print server.__class__.__name__, server.server_address[0], server.timeout
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    return server, thread

for kind, handler in [(SocketServer.TCPServer, Echo), (SocketServer.ThreadingTCPServer, Echo),
                      (SocketServer.ThreadingTCPServer, Raw)]:
    server, thread = serve(kind, handler)
    for text in ('abc\ndef\n', '\xff\x00 bytes'):
        print repr(ask(server.server_address, text))
    server.shutdown()
    thread.join()
    server.server_close()

server, thread = serve(SocketServer.UDPServer, Datagram)
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.sendto('ping', server.server_address)
print sock.recvfrom(100)[0]
server.shutdown()
thread.join()

server = SocketServer.TCPServer(('127.0.0.1', 0), Echo)
server.timeout = 0.05
server.handle_timeout = lambda: None
print server.handle_request()
server.server_close()
try:
    server.fileno()
except socket.error as e:
    print e
print SocketServer.__all__, SocketServer.__version__
