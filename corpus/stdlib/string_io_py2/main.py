# pymp: python=2
import StringIO, cStringIO, Queue, cPickle, urllib, urlparse, itertools, string, collections, ConfigParser, time, os, commands

buf = StringIO.StringIO()
print >>buf, 'to the buffer', 1
print repr(buf.getvalue()), repr(cStringIO.StringIO('a\nb').readlines())
q = Queue.Queue(2)
q.put(1)
q.put(2)
try:
    q.put(3, False)
except Queue.Full:
    print 'full', q.qsize(), q.get()
print cPickle.loads(cPickle.dumps({'a': [1, 2L, u'x']})), urllib.quote('a b&c'), urllib.urlencode([('k', 'v w')]), urlparse.urlparse('http://h/p?q').netloc
print list(itertools.izip('ab', [1, 2])), list(itertools.imap(abs, [-1])), list(itertools.ifilter(None, [0, 1])), list(itertools.izip_longest('a', 'bc'))
print string.upper('x'), string.join(['a', 'b'], '-'), string.letters[:3], string.split('a b'), string.maketrans('a', 'b')[97], 'abc'.translate(None, 'b')
print collections.OrderedDict([('z', 1), ('a', 2)]), collections.Counter('aab').most_common(1), collections.namedtuple('P', 'x y')(1, 2)
config = ConfigParser.ConfigParser()
config.readfp(StringIO.StringIO('[main]\nport = 80\nname: x\n'))
print config.getint('main', 'port'), config.get('main', 'name'), config.sections()
start = time.clock()
print time.clock() - start >= 0, os.getcwd() == os.getcwdu(), commands.getoutput('echo hi')
