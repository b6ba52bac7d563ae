# pymp: python=2
import pickle, select, socket, threading

listener = socket.socket()
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(('127.0.0.1', 0))
listener.listen(5)
print listener.__class__, socket.SocketType, listener.family, listener.type, listener.proto


def serve():
    conn, address = listener.accept()
    print type(conn), type(address[1])
    rfile = conn.makefile('rb', -1)
    wfile = conn.makefile('wb', 0)
    # Files go on when the socket object is closed.
    conn.close()
    print repr(rfile.readline()), repr(rfile.read(3)), repr(rfile.readline(2)), repr(rfile.readline(50))
    print rfile.readlines(), repr(rfile.read()), repr(rfile.readline())
    print >>wfile, 'hello', 1, '\xe9'
    wfile.write('there\n')
    wfile.close()
    state[:] = wfile.closed, rfile.closed, rfile.mode, rfile.name, rfile.bufsize
    rfile.close()


state = []
thread = threading.Thread(target=serve)
thread.start()
client = socket.create_connection(listener.getsockname(), 5)
client.sendall('line\r\nabcdefg\nx\ny\xff')
client.shutdown(socket.SHUT_WR)
print select.select([client], [], [], 2)[0] == [client]
for line in client.makefile():
    print repr(line)
thread.join()
print state
print client.gettimeout(), client.fileno() > 2
try:
    pickle.dumps(client)
except TypeError as e:
    print e
client.close()
for use in (client.fileno, client.close, lambda: client.recv(1), client.getpeername):
    try:
        print use()
    except socket.error as e:
        print repr(e)

first, second = socket.socketpair()
first.sendall('ab')
print second.recv(1), second.dup().recv(1), first.getsockname() == second.getsockname()
second.settimeout(0.01)
try:
    second.recv(1)
except socket.timeout as e:
    print repr(e), isinstance(e, IOError)
try:
    socket.create_connection(('127.0.0.1', 1))
except socket.error as e:
    print e.errno, e, e.__class__.__name__, e.__class__.__mro__[1:3]
print socket.getfqdn('127.0.0.1'), socket.inet_ntoa('\x7f\0\0\1'), hasattr(socket, 'create_server')
