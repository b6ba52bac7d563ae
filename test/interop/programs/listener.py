"""Echoes what a client sends: family, address, authkey."""
from __future__ import print_function
import sys
from multiprocessing import AuthenticationError
from multiprocessing.connection import Listener

if __name__ == '__main__':
    family, address, key = sys.argv[1:4]
    if family == 'AF_INET':
        address = ('127.0.0.1', int(address))
    listener = Listener(address, family, authkey=key.encode('ascii'))
    print('ready', listener.address[1] if family == 'AF_INET' else listener.address)
    sys.stdout.flush()
    try:
        listener.accept()
    except AuthenticationError as error:
        print('refused:', error)
    connection = listener.accept()
    while True:
        try:
            message = connection.recv()
        except EOFError:
            break
        if message == 'bytes':
            connection.send_bytes(connection.recv_bytes()[::-1])
        else:
            connection.send(message)
    connection.close()
    listener.close()
    print('end')
