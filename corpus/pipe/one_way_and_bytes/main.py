"""One-way pipes, poll, raw bytes, closed ends."""
import multiprocessing


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def write(connection):
    connection.send_bytes(b'raw bytes')
    connection.send_bytes(b'0123456789', 2, 5)
    connection.send([None, 'object'])


if __name__ == '__main__':
    reader, writer = multiprocessing.Pipe(duplex=False)
    print(reader.readable, reader.writable, writer.readable, writer.writable, reader.poll(), reader.poll(0.05))
    attempt(lambda: reader.send(1))
    attempt(lambda: writer.recv())
    p = multiprocessing.Process(target=write, args=(writer,))
    p.start()
    print(reader.poll(5), reader.recv_bytes())
    buffer = bytearray(8)
    print(reader.recv_bytes_into(buffer, 1), buffer, reader.recv())
    p.join()
    print(reader.poll())
    writer.send_bytes(b'too long for it')
    attempt(lambda: reader.recv_bytes(maxlength=3))
    left, right = multiprocessing.Pipe()
    right.close()
    attempt(lambda: left.recv())
    attempt(lambda: left.send('x'))
    attempt(lambda: right.send('x'))
    left.close()
    attempt(lambda: left.poll())
    attempt(lambda: left.fileno())
    with multiprocessing.Pipe()[0] as connection:
        print(connection.closed, isinstance(connection.fileno(), int))
    print(connection.closed)
    a, b = multiprocessing.Pipe()
    a.send('x' * 40000)
    print(len(b.recv()))
    attempt(lambda: a.send(lambda: 0))
