# pymp: python=2
"""Python 2's telnetlib, with a server of this process at the other end."""
import socket
import telnetlib
import threading
from telnetlib import DO, DONT, ECHO, IAC, NAWS, NOP, SB, SE, TTYPE, WILL, WONT


def serve(talk):
    listener = socket.socket()
    listener.bind(('127.0.0.1', 0))
    listener.listen(1)

    def run():
        connection = listener.accept()[0]
        talk(connection)
        connection.close()
        listener.close()
    thread = threading.Thread(target=run)
    thread.start()
    return telnetlib.Telnet('127.0.0.1', listener.getsockname()[1]), thread


def attempt(action):
    try:
        print repr(action())
    except Exception as error:
        print type(error).__name__, error


def login(connection):
    reader = connection.makefile('rb')
    connection.sendall('login: ')
    name = reader.readline()
    connection.sendall('password: ')
    reader.readline()
    connection.sendall('Welcome %s!\r\n$ ' % name.strip())
    for line in reader:
        if line.strip() == 'exit':
            break
        connection.sendall('ran %r\r\n$ ' % line)
    connection.sendall('bye\r\n')
    reader.close()


t, thread = serve(login)
print repr(t.read_until('login: '))
t.write('me\n')
print repr(t.read_until('word: ', 5))
t.write('secret\xff\n')
print repr(t.read_until('$ '))
t.write('ls\n')
index, match, text = t.expect(['nothing', r'ran (\S+)', 'ran'], 5)
print index, match.group(1), repr(text)
print repr(t.read_until('$ ')), repr(t.read_until('never', 0.05)), t.expect(['never'], 0.05)
t.write('exit\n')
print repr(t.read_all())
attempt(t.read_very_eager)
attempt(lambda: t.read_until('x'))
attempt(lambda: t.expect(['x']))
attempt(t.read_some)
t.close()
thread.join()


def negotiate(connection):
    connection.sendall('a' + IAC + DO + TTYPE + 'b' + IAC + WILL + ECHO + IAC + NOP + 'c\0\021' + IAC + IAC + 'd' + IAC + DONT + NAWS + IAC + WONT + ECHO)
    connection.sendall(IAC + SB + TTYPE + chr(1) + IAC + IAC + IAC + SE + 'end\n')
    got = ''
    while len(got) < 12:
        part = connection.recv(100)
        if not part:
            break
        got += part
    answers.append(got)


answers = []
t, thread = serve(negotiate)
print repr(t.read_until('\n')), repr(t.read_sb_data()), repr(t.read_sb_data())
thread.join()
print answers
t.close()

seen = []
t, thread = serve(negotiate)
t.set_option_negotiation_callback(lambda sock, command, option: seen.append((ord(command), ord(option))))
print repr(t.read_until('\n')), repr(t.read_sb_data()), seen
t.get_socket().shutdown(socket.SHUT_WR)
print repr(t.read_all())
thread.join()
t.close()
print t.sock, t.eof, ord(telnetlib.BINARY), ord(telnetlib.NAWS), ord(telnetlib.FORWARD_X), ord(telnetlib.SSPI_LOGON), telnetlib.TELNET_PORT
