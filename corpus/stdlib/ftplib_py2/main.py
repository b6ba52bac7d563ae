# pymp: python=2
"""ftplib: a conversation with a server in a thread."""
import ftplib, socket, threading, StringIO
srv = socket.socket(); srv.bind(('127.0.0.1', 0)); srv.listen(1)
stored = {}
def serve():
    c, _ = srv.accept()
    f = c.makefile('rb')
    c.sendall('220 welcome\r\n')
    data = None
    while 1:
        line = f.readline().strip()
        if not line: break
        cmd, _, arg = line.partition(' ')
        cmd = cmd.upper()
        if cmd == 'USER': c.sendall('331 pw\r\n')
        elif cmd == 'PASS': c.sendall('230-hello\r\n230 in\r\n')
        elif cmd == 'PWD': c.sendall('257 "/home" is cwd\r\n')
        elif cmd == 'TYPE': c.sendall('200 ok\r\n')
        elif cmd == 'PASV':
            data = socket.socket(); data.bind(('127.0.0.1', 0)); data.listen(1)
            p = data.getsockname()[1]
            c.sendall('227 Entering (127,0,0,1,%d,%d)\r\n' % (p // 256, p % 256))
        elif cmd == 'EPSV':
            c.sendall('500 no\r\n')
        elif cmd in ('LIST', 'NLST', 'RETR'):
            d, _ = data.accept(); c.sendall('150 here\r\n')
            d.sendall('a.txt\r\nb.txt\r\n' if cmd != 'RETR' else 'content of %s\r\nline2\r\n' % arg); d.close(); c.sendall('226 done\r\n')
        elif cmd == 'STOR':
            d, _ = data.accept(); c.sendall('150 go\r\n')
            got = ''
            while 1:
                x = d.recv(100)
                if not x: break
                got += x
            stored[arg] = got; c.sendall('226 stored\r\n')
        elif cmd == 'SIZE': c.sendall('213 42\r\n')
        elif cmd == 'MKD': c.sendall('257 "%s" created\r\n' % arg)
        elif cmd == 'QUIT': c.sendall('221 bye\r\n'); break
        else: c.sendall('502 what\r\n')
    c.close()
t = threading.Thread(target=serve); t.start()
f = ftplib.FTP()
print f.connect('127.0.0.1', srv.getsockname()[1])
print f.login('me', 'pw'), f.getwelcome()
print f.pwd(), f.nlst(), f.size('x'), f.mkd('/d')
lines = []
print f.retrlines('LIST', lines.append), lines
out = []
print f.retrbinary('RETR foo', out.append), out
print f.storbinary('STOR bar', StringIO.StringIO('binary\x00data')), f.storlines('STOR lines', StringIO.StringIO('l1\nl2\n'))
try: f.sendcmd('NONSENSE')
except ftplib.error_perm as e: print repr(e)
print f.quit()
t.join()
print sorted(stored.items())
print ftplib.error_perm, ftplib.error_perm.__mro__[1], ftplib.all_errors[:3]
print ftplib.parse257('257 "a""b" x'), ftplib.parse150('150 data (42 bytes)'), ftplib.parse227('227 x (1,2,3,4,5,6)'), ftplib.parse229('229 x (|||77|)', ('h', 1))
for answer in '227 nothing', '500 no':
    try: ftplib.parse227(answer)
    except ftplib.Error as e: print repr(e)
