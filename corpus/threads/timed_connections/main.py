# Many threads connect at once, each with a time limit.
import socket
import threading

server = socket.create_server(('127.0.0.1', 0))
port = server.getsockname()[1]
got = []


def serve():
    for _ in range(12):
        connection, _ = server.accept()
        connection.sendall(b'hello')
        connection.close()


def ask(timeout):
    try:
        with socket.create_connection(('127.0.0.1', port), timeout=timeout) as s:
            got.append(s.recv(10))
    except OSError as error:
        got.append(error)


def refused():
    try:
        socket.create_connection(('127.0.0.1', 1), timeout=5)
    except OSError as error:
        got.append(error)


threading.Thread(target=serve, daemon=True).start()
askers = [threading.Thread(target=ask, args=(5 if i % 2 else None,)) for i in range(12)]
for t in askers:
    t.start()
for t in askers:
    t.join()
last = threading.Thread(target=refused)
last.start()
last.join()
for each in got:
    print(repr(each))
