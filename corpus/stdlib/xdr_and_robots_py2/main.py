# pymp: python=2
"""Python 2's xdrlib and robotparser."""
import robotparser, xdrlib

p = xdrlib.Packer()
p.pack_uint(9)
p.pack_int(-9)
p.pack_bool(True)
p.pack_bool(False)
p.pack_uhyper(45L)
p.pack_hyper(-3)
p.pack_float(1.9)
p.pack_double(-1.9)
p.pack_string('hello world')
p.pack_fstring(5, 'abcdefg')
p.pack_fstring(5, 'ab')
p.pack_opaque('')
p.pack_list(range(5), p.pack_uint)
p.pack_array(['what', 'is', 'hapnin', 'doctor'], p.pack_string)
p.pack_farray(2, [1.5, 2.5], p.pack_double)
data = p.get_buffer()
print repr(data), len(data), p.get_buf() == data
u = xdrlib.Unpacker(data)
print u.get_position(), u.unpack_uint(), u.unpack_int(), u.unpack_bool(), u.unpack_bool(), u.unpack_uhyper(), u.unpack_hyper()
print u.unpack_float(), u.unpack_double(), repr(u.unpack_string()), repr(u.unpack_fstring(5)), repr(u.unpack_fstring(5)), repr(u.unpack_opaque())
print u.unpack_list(u.unpack_uint), u.unpack_array(u.unpack_string), u.unpack_farray(2, u.unpack_double), u.get_position() == len(data)
u.done()
u.set_position(0)
for action in (lambda: u.done(), lambda: p.pack_int('x'), lambda: p.pack_uint(-1), lambda: p.pack_fstring(-1, ''), lambda: p.pack_farray(3, [1], p.pack_int),
               lambda: xdrlib.Unpacker('abc').unpack_int(), lambda: xdrlib.Unpacker('\0\0\0\5abc').unpack_string(), lambda: xdrlib.Unpacker('\0\0\0\7').unpack_list(None),
               lambda: p.pack_double('x'), lambda: u.unpack_fstring(-1), lambda: p.pack_uhyper('x')):
    try:
        print action()
    except Exception as error:
        print type(error).__name__, error, isinstance(error, xdrlib.Error) and repr(error)
p.reset()
print repr(p.get_buffer())

TEXT = '''
# a comment
User-agent: *
Disallow: /cyberworld/map/ # infinite
Disallow: /tmp/
Disallow: /foo.html

User-agent: cybermapper
User-agent: Other Robot
Disallow:

User-agent: figtree
Disallow: /tmp
Disallow: /a%3cd.html
Disallow: /a%2fb.html
Allow: /%7ejoe/index.html
Disallow: /%7ejoe

User-agent: * 
Disallow: /
nonsense
Disallow: /behind?with=question
'''
robots = robotparser.RobotFileParser()
print robots.can_fetch('any', '/'), robots.mtime()
robots.parse(TEXT.split('\n'))
print robots
print robots.mtime() > 0, robots.default_entry is not None, len(robots.entries)
for agent in 'any', 'cybermapper/1.0', 'FigTree', 'Other Robot', 'figtree/2 (x)':
    print agent, [path for path in ('/', '', '/test.html', '/cyberworld/map/index.html', '/tmp/xxx', '/foo.html', '/a%3cd.html', '/a%3Cd.html', '/a/b.html',
                                    '/~joe/index.html', '/%7ejoe/x', 'http://host/tmp', '/tmp', '/behind?with=question') if robots.can_fetch(agent, path)]
robots.disallow_all = True
print robots.can_fetch('x', '/')
named = robotparser.RobotFileParser('http://example.org:80/robots.txt')
print named.host, named.path, named.url
