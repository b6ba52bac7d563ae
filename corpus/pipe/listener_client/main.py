# pymp: compare=unordered
"""A listener in the main process, a client with a key in a child."""
import multiprocessing
from multiprocessing.connection import AuthenticationError, Client, Listener


def client(address, key):
    try:
        with Client(address, authkey=key) as connection:
            connection.send(['hello', 1])
            print('client got', connection.recv(), flush=True)
    except AuthenticationError as error:
        print('client:', error, flush=True)


if __name__ == '__main__':
    with Listener(('localhost', 0), authkey=b'secret') as listener:
        for key in (b'secret', b'wrong'):
            p = multiprocessing.Process(target=client, args=(listener.address, key))
            p.start()
            try:
                with listener.accept() as connection:
                    print('server got', connection.recv(), flush=True)
                    connection.send('welcome')
            except AuthenticationError as error:
                print('server:', error, flush=True)
            p.join()
