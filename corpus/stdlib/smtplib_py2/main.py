# pymp: python=2
"""smtplib: a conversation with a server in a thread."""
import smtplib, socket, threading
from email.mime.text import MIMEText
srv = socket.socket(); srv.bind(('127.0.0.1', 0)); srv.listen(1)
log = []
def serve():
    c, _ = srv.accept()
    f = c.makefile('rb')
    c.sendall('220 hi ESMTP\r\n')
    data = False
    while 1:
        line = f.readline()
        if not line: break
        log.append(line)
        if data:
            if line == '.\r\n':
                data = False; c.sendall('250 queued\r\n')
            continue
        w = line.split(' ')[0].strip().upper()
        if w == 'EHLO': c.sendall('250-me\r\n250-SIZE 1000000\r\n250 AUTH PLAIN LOGIN\r\n')
        elif w == 'DATA': data = True; c.sendall('354 go\r\n')
        elif w == 'AUTH': c.sendall('235 ok\r\n')
        elif w == 'QUIT': c.sendall('221 bye\r\n'); break
        elif line.upper().startswith('RCPT TO:<BAD'): c.sendall('550 no such user\r\n')
        elif w == 'RSET': c.sendall('250 reset\r\n')
        else: c.sendall('250 ok\r\n')
    c.close()
t = threading.Thread(target=serve); t.start()
m = MIMEText('Hello\n.dot\nbye\n'); m['Subject'] = 'Hi'; m['From'] = 'a@x'; m['To'] = 'b@y'
s = smtplib.SMTP('127.0.0.1', srv.getsockname()[1], 'localhost')
print s.ehlo(), sorted(s.esmtp_features.items()), s.has_extn('size')
print s.login('user', 'pw')
print s.sendmail('a@x', ['b@y', 'bad@y'], m.as_string())
try: s.sendmail('a@x', ['bad@z'], 'x')
except smtplib.SMTPRecipientsRefused as e: print type(e).__name__, e.recipients
print s.docmd('NOOP'), s.verify('x'), s.noop()
print s.quit()
t.join()
print ''.join(log)
