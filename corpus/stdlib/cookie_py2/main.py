# pymp: python=2
import Cookie

c = Cookie.SimpleCookie()
c['fig'] = 'newton'
c['sugar'] = 'wa"f,e;r\\ \n\xe9'
c['number'] = 5
c['fig']['path'] = '/x'
c['fig']['max-age'] = 10
c['fig']['secure'] = True
c['fig']['httponly'] = 0
print c
print repr(c), repr(c['fig']), c['fig'].value, c['number'].coded_value, sorted(c['fig'].items())
print c.output(header='Cookie:', sep='|'), c['fig'].output(['path']), c['fig'].OutputString(['secure'])
print c.js_output()
c.load('keebler="E=everybody; L=\\"Loves\\"; fudge=\\012;"; a=1; Path=/acme; b=x[1]; secure; c = d; expires=Wed, 01-Jan-2010 10:00:00 GMT; $Version=1')
for name in sorted(c):
    print name, repr(c[name].value), repr(c[name].coded_value), [item for item in sorted(c[name].items()) if item[1] != '']
d = Cookie.SimpleCookie({'a': 'b'})
d.load(c.output(header='', sep=';'))
print sorted(d.keys()), Cookie.SimpleCookie('a=b; c').keys(), Cookie.SimpleCookie('x y=1; z=2')
for action in (lambda: c['fig'].__setitem__('no', 1), lambda: c.__setitem__('a b', 1), lambda: c.__setitem__('path', 1)):
    try:
        action()
    except Cookie.CookieError as e:
        print e
e = Cookie.SmartCookie()
e['list'] = [1, 'a']
e['text'] = 'b'
print e['list'].value, Cookie.SmartCookie(e.output(header=''))['list'].value, Cookie.BaseCookie('a="b"')['a'].value
