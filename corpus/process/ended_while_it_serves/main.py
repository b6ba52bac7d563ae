"""A process that is ended while it waits for its sockets, which others still talk to; the program ends at once."""
import multiprocessing
import select
import socket


def serve(ready):
    listener = socket.create_server(('127.0.0.1', 0))
    ready.send(listener.getsockname()[1])
    while True:
        if select.select([listener], [], [], 0.5)[0]:
            connection, _ = listener.accept()
            connection.sendall(connection.recv(100).upper())
            connection.close()


def ask(port, text):
    client = socket.create_connection(('127.0.0.1', port))
    client.sendall(text)
    return client, client.recv(100)


def answer(port):
    return ask(port, b'from a pool')[1]


if __name__ == '__main__':
    here, there = multiprocessing.Pipe(False)
    p = multiprocessing.Process(target=serve, args=(there,), daemon=True)
    p.start()
    port = here.recv()
    pool = multiprocessing.Pool(2)
    print(pool.map(answer, [port] * 4))
    held = [ask(port, b'client %d' % i) for i in range(5)]
    print([reply for _, reply in held])
    p.terminate()
