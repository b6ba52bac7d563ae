# pymp: python=2,3 compare=unordered
# A listener goes on after clients without the key, and after those that have it and send no message. What it catches is what the documentation names.
from __future__ import print_function
import multiprocessing
import os
import socket
import struct
import sys
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Listener

KEY = b'the key'


def serve(ready):
    listener = Listener(('127.0.0.1', 0), authkey=KEY)
    ready.send(listener.address)
    while True:
        try:
            connection = listener.accept()
        except (AuthenticationError, EOFError, IOError) as error:
            print('refused:', type(error).__name__, str(error)[:60])
            continue
        finally:
            sys.stdout.flush()
        try:
            while True:
                message = connection.recv()
                if message == 'stop':
                    return
                connection.send(message)
        except Exception as error:
            print('gone:', type(error).__name__, error)
        connection.close()


def raw(length, data=b''):
    return struct.pack('!i', length) + data


STRANGERS = [
    b'\x00' * 3, b'GET / HTTP/1.0\r\n\r\n', b'\xff' * 100, raw(100, b'too short'), raw(0x7fffffff, b'x' * 1000), raw(0),
    raw(-1, b'\x7f' + b'\xff' * 7), raw(-7, b'x' * 20), raw(20, b'#WELCOME#' + b'y' * 11),
]
FRIENDS = [raw(100, b'too short'), raw(0x7fffffff, b'x'), raw(-5, b'xx'), b'\x00\x00', raw(0), raw(14, b'cnowhere\nNo\n.'), raw(9, b'\x80\x09garbage')]


def greet(address):
    client = Client(address, authkey=KEY)
    client.send('hello')
    answer = client.recv()
    client.close()
    return answer


def main():
    here, there = multiprocessing.Pipe(False)
    server = multiprocessing.Process(target=serve, args=(there,))
    server.start()
    address = here.recv()
    assert greet(address) == 'hello'
    for data in STRANGERS:
        stranger = socket.create_connection(address)
        stranger.settimeout(0.5)
        try:
            stranger.sendall(data)
            stranger.shutdown(socket.SHUT_WR)
            while stranger.recv(1000):
                pass
        except (socket.error, OSError):
            pass
        stranger.close()
        assert greet(address) == 'hello'
    try:
        Client(address, authkey=b'another key')
    except AuthenticationError as error:
        print('client:', error)
        sys.stdout.flush()
    for data in FRIENDS:
        friend = Client(address, authkey=KEY)
        os.write(friend.fileno(), data)
        friend.close()
        assert greet(address) == 'hello'
    last = Client(address, authkey=KEY)
    last.send('stop')
    server.join()
    print('end')


if __name__ == '__main__':
    main()
