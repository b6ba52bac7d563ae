# pymp: python=2
"""Details of Python 2's library: uu's names and modes, short tags, keys of HMAC, files of aborted transfers."""
import ftplib, hmac, os, sgmllib, shutil, smtplib, tempfile, uu
from StringIO import StringIO

folder = tempfile.mkdtemp()


def tried(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return '%s: %s' % (type(error).__name__, error)


# Line ends in names are written as escapes; the mode that a file tells is not set.
encoded = StringIO()
uu.encode(StringIO('abc'), encoded, 'a\nb\rc', 0755)
print repr(encoded.getvalue())
path = os.path.join(folder, 'decoded')
os.umask(022)
for mode in None, 0700:
    uu.decode(StringIO(encoded.getvalue()), path, mode)
    print oct(os.stat(path).st_mode), open(path).read()
print tried(uu.decode, StringIO('begin 644 x\n#86)C\n'), path)
print tried(uu.decode, StringIO('begin 9 x\n'))


# A short tag is not the one that <> repeats.
class Tags(sgmllib.SGMLParser):
    def unknown_starttag(self, tag, attrs):
        print 'start', tag, attrs

    def unknown_endtag(self, tag):
        print 'end', tag

    def handle_data(self, data):
        print 'data', repr(data)


tags = Tags()
tags.feed('<p/text/ <><Q x=1>y<></>')
tags.close()
print tags.lasttag

# A key stays as it is.
key = bytearray('key')
print tried(lambda: hmac.HMAC(key, 'm').hexdigest()), repr(key)

# What a file's wrapper keeps.
with tempfile.NamedTemporaryFile(dir=folder) as wrapper:
    print sorted(vars(wrapper)), wrapper.unlink is os.unlink
print os.listdir(folder)
print smtplib.LMTP_PORT, [kind.__name__ for kind in smtplib.SMTPDataError.__mro__]


# The connection for a transfer is closed when a callback fails.
class Connection:
    def __init__(self):
        self.text = StringIO('one\r\ntwo\n')
        self.is_closed = False

    def recv(self, size):
        return self.text.read(size)

    def sendall(self, data):
        print 'sent', repr(data)

    def makefile(self, mode):
        return self.text

    def close(self):
        self.is_closed = True


class Transfer(ftplib.FTP):
    def sendcmd(self, cmd):
        print cmd
        return '200'

    voidcmd = sendcmd

    def transfercmd(self, cmd, rest=None):
        self.made = Connection()
        return self.made

    def voidresp(self):
        return '226'


def fails(data):
    raise ValueError(data)


for take in fails, None:
    ftp = Transfer()
    print tried(ftp.retrlines, 'RETR x', take), ftp.made.is_closed
    print tried(ftp.retrbinary, 'RETR x', take or len, 4), ftp.made.is_closed
    print tried(ftp.storlines, 'STOR x', StringIO('a\nb'), take), ftp.made.is_closed
    print tried(ftp.storbinary, 'STOR x', StringIO('ab'), 1, take), ftp.made.is_closed
shutil.rmtree(folder)
