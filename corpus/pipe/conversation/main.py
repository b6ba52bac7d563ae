# pymp: python=2,3
from __future__ import print_function
import multiprocessing


def child(connection):
    while True:
        message = connection.recv()
        if message == 'bye':
            connection.send('see you')
            connection.close()
            return
        connection.send({'you said': message, 'length': len(message)})


if __name__ == '__main__':
    here, there = multiprocessing.Pipe()
    p = multiprocessing.Process(target=child, args=(there,))
    p.start()
    there.close()
    for message in ('hello', [1, 2, 3], 'bye'):
        here.send(message)
        answer = here.recv()
        print(sorted(answer.items()) if isinstance(answer, dict) else answer)
    p.join()
    try:
        here.recv()
    except EOFError as error:
        print('EOFError', error)
    print(here.closed, here.readable, here.writable)
    here.close()
    print(here.closed)
