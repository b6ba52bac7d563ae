"""The socket inside a listener: its timeout holds for accept, and select waits for it."""
import multiprocessing as mp
import select
import socket
import threading
from multiprocessing.connection import Client, Listener


def attempt(label, call):
    try:
        print(label, '->', call())
    except Exception as error:
        print(label, '->', type(error).__name__, error)


def talk(address):
    client = Client(address)
    client.send('hello')
    print(client.recv())
    client.close()


def impatient(listener):
    listener._listener._socket.settimeout(0.05)
    attempt('in a thread', listener.accept)


def main():
    for listener in (Listener(('localhost', 0), authkey=None), Listener()):
        inner = listener._listener
        print(sorted(vars(listener)), sorted(vars(inner)), type(inner).__name__, inner._family)
        print(inner._socket.gettimeout())
        inner._socket.settimeout(0.05)
        print(inner._socket.gettimeout())
        attempt('nobody', listener.accept)
        thread = threading.Thread(target=impatient, args=(listener,))
        thread.start()
        thread.join()
        inner._socket.settimeout(20)
        child = mp.Process(target=talk, args=(listener.address,))
        child.start()
        if inner._family == 'AF_INET':
            print(len(select.select([inner._socket], [], [], 20)[0]), isinstance(inner._socket, socket.socket))
        connection = listener.accept()
        print(connection.recv())
        connection.send('welcome')
        child.join()
        print(inner is listener._listener)
        listener.close()
        print(listener._listener)
        attempt('closed', listener.accept)
        attempt('address', lambda: listener.address)
        attempt('last accepted', lambda: listener.last_accepted)
    keyed = Listener(('localhost', 0), authkey=b'key')
    print(keyed._authkey, keyed._listener._last_accepted)


if __name__ == '__main__':
    main()
