/** Top-level modules of Python 2.7's library. */
const NAMES =
  'BaseHTTPServer Bastion CGIHTTPServer ConfigParser Cookie DocXMLRPCServer HTMLParser MimeWriter Queue ' +
  'SimpleHTTPServer SimpleXMLRPCServer SocketServer StringIO UserDict UserList UserString abc aifc anydbm argparse ' +
  'array ast asynchat asyncore atexit audiodev audioop base64 bdb binascii binhex bisect bz2 cPickle cProfile ' +
  'cStringIO calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys commands compileall ' +
  'compiler contextlib cookielib copy copy_reg crypt csv ctypes curses datetime dbhash decimal difflib dircache dis ' +
  'distutils doctest dumbdbm dummy_thread dummy_threading email encodings errno exceptions fcntl filecmp fileinput ' +
  'fnmatch formatter fpformat fractions ftplib functools future_builtins gc genericpath getopt getpass gettext glob ' +
  'grp gzip hashlib heapq hmac hotshot htmlentitydefs htmllib httplib ihooks imaplib imghdr imp importlib imputil ' +
  'inspect io itertools json keyword linecache linuxaudiodev locale logging macpath macurl2path mailbox mailcap ' +
  'markupbase marshal math md5 mhlib mimetools mimetypes mimify mmap modulefinder multifile multiprocessing mutex ' +
  'netrc new nis nntplib ntpath nturl2path numbers opcode operator optparse os os2emxpath ossaudiodev parser pdb ' +
  'pickle pickletools pipes pkgutil platform plistlib popen2 poplib posix posixfile posixpath pprint profile pstats ' +
  'pty pwd py_compile pyclbr pydoc pydoc_data pyexpat quopri random re readline repr resource rexec rfc822 ' +
  'rlcompleter robotparser runpy sched select sets sgmllib sha shelve shlex shutil signal site smtpd smtplib sndhdr ' +
  'socket spwd sqlite3 sre sre_compile sre_constants sre_parse ssl stat statvfs string stringold stringprep strop ' +
  'struct subprocess sunau sunaudio symbol symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile ' +
  'termios textwrap thread threading time timeit toaiff token tokenize trace traceback tty types unicodedata ' +
  'unittest urllib urllib2 urlparse user uu uuid warnings wave weakref webbrowser whichdb wsgiref xdrlib xml xmllib ' +
  'xmlrpclib xxsubtype zipfile zipimport zlib ';

export const python2Names = (): ReadonlySet<string> => new Set(NAMES.trim().split(' '));
