# The parts of a connection's handshake, and families that are not here.
from multiprocessing import connection

KEY = b'key'
for message in (b'{md5}' + b'a' * 20, b'a' * 20, b'a' * 16, b'{sha256}abc', b'{foo}abc', b'abc'):
    try:
        answer = connection._create_response(KEY, message)
        print(message, answer)
        connection._verify_challenge(KEY, message, answer)
        connection._verify_challenge(KEY, message, answer[:-1] + b'!')
    except connection.AuthenticationError as error:
        print(error)
print(connection._CHALLENGE, connection._WELCOME, connection._FAILURE, connection.MESSAGE_LENGTH)
for address, family in [('\\\\.\\pipe\\x', None), ('/x', 'AF_PIPE'), (5, None)]:
    for make in (connection.Listener, connection.Client):
        try:
            make(address, family)
        except (TypeError, ValueError) as error:
            print(make.__name__, error)
one = connection.Connection(1, readable=False)
print(one.fileno(), one.readable, one.writable, one.closed)
one._handle = None
print(one.closed)
for names in ([1, 2], ['a', 3], ['a']):
    try:
        print(connection.__class__ and __import__('multiprocessing').set_forkserver_preload(names))
    except TypeError as error:
        print(error)
