# pymp: python=2,3
"""Streams of sockets with a time limit, read in threads while the main thread waits for what they answer."""
import select
import socket
import threading


def serve(listener):
    for _ in range(2):
        connection, _address = listener.accept()
        connection.settimeout(5.0)
        stream = connection.makefile('rb')
        line = stream.readline()
        connection.sendall(b'got ' + line)
        connection.settimeout(0.05)
        try:
            stream.read(1)
        except socket.timeout as e:
            connection.sendall(('%s: %s\n' % (type(e).__name__.replace('TimeoutError', 'timeout'), e)).encode())
        stream.close()
        connection.close()


listener = socket.socket()
listener.bind(('127.0.0.1', 0))
listener.listen(1)
server = threading.Thread(target=serve, args=(listener,))
server.start()
for text in b'one\n', b'two\n':
    client = socket.create_connection(listener.getsockname())
    client.setblocking(False)
    client.sendall(text)
    answer = b''
    while answer.count(b'\n') < 2:
        select.select([client], [], [], 10)
        answer += client.recv(100)
    print(answer.decode())
    client.close()
server.join()
