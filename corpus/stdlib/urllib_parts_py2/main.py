# pymp: python=2
"""urllib without a network: escapes, parts, files and data."""
import urllib as u
def t(f,*a,**k):
    try: r=f(*a,**k)
    except Exception as e: r=repr(e)
    print repr(r),
for s in ['abc','a b','/x y/z','\xe9','',u'abc',u'a b',None,'~!*()\'"<>#%{}|\\^[]`;/?:@&=+$,','a+b%20c',5]:
    for f in (u.quote,u.quote_plus,u.unquote,u.unquote_plus): t(f,s)
    t(u.quote,s,''); t(u.quote,s,'/ '); print
for q in [{'a':1},[('a','b c'),('d',u'x\xe9')],[('a',[1,2]),('b',u'\xe9'),('c','s'),('d',5),('e',()),('f',u'abc')],'abc','',5,[],['ab'],(('a',1),),[('a',None)],u'ab',[['a',1]]]:
    t(u.urlencode,q); t(u.urlencode,q,1); t(u.urlencode,q,True); print
for f in 'splittype splithost splituser splitpasswd splitport splitnport splitquery splittag splitattr splitvalue unwrap url2pathname pathname2url toBytes'.split():
    print f,
    for x in ['','http://h:1/p?q#t','//u:p@h:99/x','//h?q','//h#f','h:','h:x','h:80','a;b=1;c=2','a=b=c','a?b?c','a#b#c','<URL:http://x>','< http://x >',' x ','u:p:q','HTTP:x',':','//','//h','a@b@c','x\n:y','//h\n/p','a?b\nc',u'h:1',';','/a b%20']:
        t(getattr(u,f),x)
    print
t(u.splitnport,'h',7); t(u.splitnport,'h:',7); t(u.splitnport,'h:-1')
import os, shutil, tempfile
here = os.getcwd()
for k in os.environ.keys():
    if k.lower().endswith('_proxy'): del os.environ[k]
print u.getproxies()
os.environ.update({'HTTP_PROXY':'http://a:1','http_proxy':'http://b:2','ftp_PROXY':'x','no_proxy':'localhost, .foo.com,bar:80','https_proxy':''})
print sorted(u.getproxies().items()), [u.proxy_bypass(h) for h in ['localhost','LOCALHOST:80','x.foo.com','foo.com','xfoo.com','bar:80','bar','']]
os.environ['no_proxy']='*'; print u.proxy_bypass('x'); os.environ['REQUEST_METHOD']='GET'; print u.getproxies()['http']; del os.environ['http_proxy']; print 'http' in u.getproxies()
os.environ.clear()
for url in ['nope:x','local_file:///etc/passwd','local-file:///x','file:///no/such','/no/such','./x','data:,hello%20x','data:text/html;charset=x;base64,aGk=','data:base64','http:///x','file://elsewhere.invalid/x','data:;base64,aGk=','data:text/x,a,b',u'http://\xe9', '<URL:data:,q>', 'ftp:///x', 'x-y:z','http:']:
    t(u.urlopen,url) if 'data' not in url else None
    if 'data:' in url:
        try:
            f=u.urlopen(url); print repr(f.read()), f.info().items()[1:], f.geturl().replace(here,''), f.getcode(), f.info().gettype(), [k for k in sorted(f.info().keys())],
        except Exception as e: print repr(e),
    print
folder = tempfile.mkdtemp(); os.chdir(folder); here = os.getcwd()
open('loc.txt','w').write('hello\n')
f=u.urlopen('file://'+here+'/loc.txt'); print f.read(), sorted(f.info().keys()), f.info()['content-length'], f.url.replace(here, ''), f.code, repr(f)[:13], f.headers is f.info(); f.close(); print f.read, f.fp
f=u.urlopen(here+'/loc.txt'); print f.geturl().replace(here,''), list(f)
f=u.urlopen('file://localhost'+here+'/loc.txt'); print f.geturl().replace(here,'')
f=u.urlopen('loc.txt'); print f.geturl().replace(here,''), f.next()
print u.urlretrieve(here+'/loc.txt')[0].replace(here, '')
def hook(*a): print a,
print u.urlretrieve('file://'+here+'/loc.txt','loc2.txt',hook)[0], open('loc2.txt').read()
e=u.ContentTooShortError('m','c'); print repr(e), e, e.content
o=u.URLopener({'http':'http://h'}); print o.version, o.addheaders, o.proxies; o.addheader('a','b'); print o.addheaders
t(u.URLopener({'x':'y://z'}).open,'x:1')
h=u.addclosehook(open(here+'/loc.txt'), hook, 1, 2); h.close(); h.close(); print repr(h)[:13]
print u.noheaders().items(), u.localhost(), u.__version__
print u.FancyURLopener().maxtries, u.always_safe, u.ftpcache
shutil.rmtree(folder)
