# pymp: python=2
import xmlrpclib, datetime
d=xmlrpclib.dumps
def t(f):
    try: print repr(f())
    except Exception as e: print type(e).__name__, repr(e), e
t(lambda: d((1,-5,2**31-1,1.5,'a<&>',u'\xe9',True,None),allow_none=1))
t(lambda: d((None,)))
t(lambda: d((2**31,)))
t(lambda: d((2**40,)))
t(lambda: d(([1,(2,'x')],{'a':1,u'b\xe9':[]}),'m.eth'))
t(lambda: d(({1:2},)))
t(lambda: d((object(),)))
t(lambda: d((set(),)))
class C:
    def __init__(s): s.x=1
t(lambda: d((C(),)))
t(lambda: d((1,),methodresponse=1))
t(lambda: d((1,),'m',encoding='iso-8859-1'))
t(lambda: d(xmlrpclib.Fault(3,'why')))
t(lambda: d((u'\xe9\u1234','\xc3\xa9'),'m',encoding='iso-8859-1'))
l=[];l.append(l)
t(lambda: d((l,)))
t(lambda: d((1,2),methodresponse=1))
t(lambda: d(5))
x=xmlrpclib.loads
t(lambda: x(d((1,1.5,'a<&>',u'\xe9',True,[1,[2]],{'a':{'b':u'\xe9'}}),'m')))
t(lambda: x(d((xmlrpclib.DateTime('20090102T03:04:05'),)),use_datetime=1))
t(lambda: x(d(xmlrpclib.Fault(3,'why'))))
t(lambda: x('<a/>'))
t(lambda: x('<methodResponse><params><param><value>text &#233;&lt; x</value></param></params></methodResponse>'))
t(lambda: x('<?xml version="1.0" encoding="iso-8859-1"?>\n<!-- c --><params><param><value><string>\xe9</string></value></param><param><value><i8>5</i8></value></param><param><value><nil/></value></param><param><value><boolean>0</boolean></value></param><param><value> <int> 7 </int> </value></param><param><value><string><![CDATA[<x>]]></string></value></param></params>'))
t(lambda: x('<params><param><value><int>x</int></value></param></params>'))
t(lambda: x('<params><param>'))
t(lambda: x('<params></param>'))
t(lambda: x(''))
t(lambda: x('<params><param><value><foo>x</foo></value></param></params>'))
t(lambda: xmlrpclib.Fault(1,'x'))
t(lambda: xmlrpclib.ProtocolError('u',404,'m',{}))
t(lambda: xmlrpclib.ServerProxy('ftp://x'))
t(lambda: xmlrpclib.ServerProxy('http://x/y'))
t(lambda: (str(xmlrpclib.DateTime((2009,1,2,3,4,5,0,0,0))), xmlrpclib.DateTime('20090102T03:04:05').timetuple(), xmlrpclib.DateTime('20090102T03:04:05')=='20090102T03:04:05', xmlrpclib.DateTime('20090102T03:04:05')<datetime.datetime(2010,1,1)))
t(lambda: (str(xmlrpclib.Binary('x')), xmlrpclib.Binary('x')==xmlrpclib.Binary('x'), xmlrpclib.Binary().data))
t(lambda: xmlrpclib.Fault.__mro__)
t(lambda: xmlrpclib.escape('<&>"'))
t(lambda: xmlrpclib.DateTime(5) < 7)

import threading
from SimpleXMLRPCServer import SimpleXMLRPCServer


class Things:
    def add(self, a, b):
        """The sum."""
        return a + b

    def fail(self):
        raise ValueError('no good')

    def _private(self):
        return 1


server = SimpleXMLRPCServer(('127.0.0.1', 0), logRequests=False, allow_none=True)
server.register_function(pow)
server.register_function(lambda *args: args, 'echo')
server.register_instance(Things())
server.register_introspection_functions()
server.register_multicall_functions()
thread = threading.Thread(target=server.serve_forever, args=(0.05,))
thread.daemon = True
thread.start()
proxy = xmlrpclib.ServerProxy('http://127.0.0.1:%d' % server.server_address[1], allow_none=True)
print proxy.pow(2, 10), proxy.add('a', 'b'), proxy.echo(None, 1.5, u'\u20ac', {'a': [1, (2,)]})
print proxy.system.listMethods(), proxy.system.methodHelp('add')
print len(proxy.echo('long ' * 1000)[0]), proxy.echo(xmlrpclib.Binary('\0\xff'))[0].data == '\0\xff'
for call in proxy.fail, proxy._private, proxy.nothing:
    try:
        print call()
    except xmlrpclib.Fault as fault:
        print fault
multi = xmlrpclib.MultiCall(proxy)
multi.add(1, 2)
multi.fail()
results = multi()
print results[0]
t(lambda: results[1])
other = xmlrpclib.ServerProxy('http://127.0.0.1:%d/else' % server.server_address[1])
try:
    other.add(1, 2)
except xmlrpclib.ProtocolError as e:
    print e.errcode, e.errmsg
server.shutdown()
thread.join()
