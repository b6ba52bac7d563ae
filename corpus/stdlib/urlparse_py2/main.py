# pymp: python=2
"""urlparse: splitting, joining and queries."""
import urlparse as u, itertools
urls=['http://a/b/c/d;p?q#f','HTTP://U:P@Host:80/x','//x/y','http:80','HTTP:80','a:80','path:80x','mailto:a@b','','?','#','http://','http:///p','http://[::1]:99/x','http://[::1/x','http://a]/','svn+ssh://h/p','1a:b','a b:c',':x','file:///etc','x;y/z;w?a;b','http://u@p@h:x','http://h:','http://h:99999','tel:+123;x=y','http://a?b#c','http://a#b?c','data:,x','javascript:alert(1);2','x#y#z','x?y?z','http://u:@h', 'http://:p@h','a/b;c/d', 'ftp://f/x;type=a', 'http://a:b:c/','http://a@[::1]:8/','sip:u@h;p=1']
def t(f,*a,**k):
    try: r=f(*a,**k)
    except Exception as e: r=repr(e)
    print r if not isinstance(r,tuple) else r,
for x in urls:
    print repr(x),
    t(u.urlsplit,x); t(u.urlparse,x); t(u.urlsplit,x,'s',0); t(u.urlparse, unicode(x),u'sx')
    t(u.urldefrag,x)
    print
    try: r=u.urlparse(x)
    except ValueError: continue
    for a in 'username password hostname port'.split():
        try: print getattr(r,a),
        except Exception as e: print repr(e),
    print repr(r.geturl()), repr(u.urlsplit(x).geturl()), u.urlunsplit(u.urlsplit(x))
base=['http://a/b/c/d;p?q','http://a','http://a/','','file:///x/y','mailto:x','a/b','/a/b/','//h/x','http://a/b/../c','svn://h/p/']
rel=['g','./g','g/','/g','//g','?y','g?y','#s','g#s','g?y#s',';x','g;x','g;x?y#s','.','./','..','../','../g','../..','../../','../../g','../../../g','../../../../g','/./g','/../g','g.','.g','g..','..g','./../g','./g/.','g/./h','g/../h','g;x=1/./y','g;x=1/../y','','http:g','http:','https://z','a//../b','a/b/..','a/..','a/../..','.//g','../.','./..','file:x','mailto:y','/a//b']
for b in base:
    for r in rel: print repr(u.urljoin(b,r)), repr(u.urljoin(b,r,False)) if '#' in r else '',
    print
for q in ['a=1&b=2','a=1;b','a=&b=','','&&','a','=x','a=b=c','a=%41+b%zz','a=%e9&%E9=1',u'a=%e9+\u1234','a=1&a=2']:
    for kw in ({},{'keep_blank_values':1},{'strict_parsing':1},{'max_num_fields':1}):
        t(u.parse_qs,q,**kw); t(u.parse_qsl,q,**kw)
    print
print u.ParseResult.__mro__, u.SplitResult._fields, u.urlparse('http://x')==('http','x','','','',''), repr(u.unquote('%41%zz%')), repr(u.unquote(u'%e9\u1234'))
t(u.unquote,5); t(u.urlsplit,None); t(u.urljoin,None,'x')
for n in 'uses_relative uses_netloc uses_params uses_query uses_fragment non_hierarchical'.split(): print n, sorted(getattr(u,n))
print u.scheme_chars, u.__all__
t(u.urlsplit,u'http://ex\u2100mple/'); t(u.urlsplit,u'http://ex\xe9mple/'); t(u.urlsplit,'http://ex\xe9mple/')
for f in ('http://\xff/\xfe','http://a/\xe9?\xe9#\xe9'): t(u.urlparse,f)
