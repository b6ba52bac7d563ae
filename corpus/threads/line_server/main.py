# pymp: python=2,3
"""A thread reads from a socket's file what the main thread sends bit by bit, and waits for the answers to."""
from __future__ import print_function
import socket
import threading


def serve():
    connection, _ = server.accept()
    stream = connection.makefile('rb')
    while True:
        line = stream.readline()
        if not line:
            break
        connection.sendall(b'line ' + line)
        connection.sendall(b'body ' + stream.read(4) + b'\n')
    connection.sendall(b'bye\n')
    stream.close()
    connection.close()


server = socket.socket()
server.bind(('127.0.0.1', 0))
server.listen(1)
thread = threading.Thread(target=serve)
thread.start()
client = socket.create_connection(server.getsockname())
answers = client.makefile('rb')
ended = threading.Event()
for part in (b'one', b' and more\nab', b'cd', b'two\n1234three\n', b'wxyz'):
    client.sendall(part)
    ended.wait(.02)
for _ in range(6):
    print(answers.readline().decode().rstrip())
client.shutdown(socket.SHUT_WR)
print(answers.read().decode().rstrip())
thread.join()
