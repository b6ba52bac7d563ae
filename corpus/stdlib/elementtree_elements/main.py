"""Elements of xml.etree.ElementTree: every method, as a sequence, copied and pickled, and what they refuse."""
# pymp: python=3
import copy
import pickle
import warnings
import xml.etree.ElementTree as ET


def warned(message, category, filename, lineno, file=None, line=None):
    print('warning:', category.__name__, message)


warnings.showwarning = warned
warnings.simplefilter('always')


def plain(value):
    if isinstance(value, ET.Element):
        return '<%s %s %r %r %d>' % (value.tag, value.attrib, value.text, value.tail, len(value))
    if isinstance(value, (list, tuple)):
        return type(value)(map(plain, value))
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return '<address>' if isinstance(value, str) and ' at 0x' in value else value


def show(f, *args, **keywords):
    name = getattr(f, '__name__', f)
    try:
        print(name, plain(f(*args, **keywords)))
    except Exception as error:
        print(name, '!!', type(error).__name__, error)


E = ET.Element
show(E)
show(E, 'a', 1)
show(E, 'a', {}, 2)
show(E, 'a', {'x':1}, y=2)
show(E, 'a', attrib={'z':1}, y=3)
show(E,'a',attrib=5)
show(E, tag='a')
show(E, 1)
show(E,'a',{'q':1},attrib={'z':1})
show(ET.SubElement)
show(ET.SubElement, 1, 2)
show(ET.SubElement, E('a'))
show(ET.SubElement, E('a'), 'b', 3)
show(ET.SubElement, E('a'), 'b', {'m':1}, n=2)
show(ET.SubElement, E('a'), 'b', attrib=3)
show(ET.SubElement, E('a'), 'b', attrib={'c':1}, d=4)
show(ET.SubElement, E('a'), 'b', {}, 5)
show(ET.SubElement, E('a'), tag='b')
e = E('r', {'k':'v'})
show(e.append, 1)
show(e.append)
show(e.append, E('a'))
show(e.extend, 5)
show(e.extend, [1])
show(e.extend, (E(c) for c in 'bc'))
show(e.insert, 'x', E('q'))
show(e.insert, 1, 2)
show(e.insert, 1, E('ins'))
show(e.insert, -100, E('first'))
show(e.insert, 100, E('last'))
show(e.insert, 1.5, E('l'))
show(e.insert, 1)
show(lambda: [c.tag for c in e])
show(e.remove, 1)
show(e.remove, E('zz'))
show(e.remove, e[0])
show(e.get, 'k')
show(e.get,'zz')
show(e.get,'zz',3)
show(e.get,[])
show(e.get, key='k', default=4)
show(e.set,'m')
show(e.set,[],1)
show(e.set,'m','n')
show(e.keys)
show(e.items)
show(e.find, 'b')
show(e.find, path='b')
show(e.find, path='c', namespaces=None)
show(e.find, './/c')
show(e.find, 5)
show(e.findtext, 'zz', 'dflt')
show(e.findtext,'b')
show(e.findall, 'b')
show(e.find)
show(e.iterfind)
show(e.makeelement, 'a', {})
show(e.makeelement,'a', 1)
show(e.makeelement,'a')
show(e.iter, 1, 2)
show(lambda: [x.tag for x in e.iter('b')])
show(lambda: [x.tag for x in e.iter(tag='*')])
show(lambda: list(e.itertext()))
show(lambda: list(e.iter(1)))
for k in (0, -1, 100, -100, 'a', 1.5, None, slice(1,3), slice(None,None,-1), slice('a')):
    show(e.__getitem__, k)
show(e.__setitem__, 0, 1)
show(e.__setitem__, 100, E('a'))
show(e.__setitem__, 'a', E('b'))
show(e.__delitem__, 100)
show(e.__delitem__, 'x')
show(e.__setitem__, slice(0,1), 5)
show(e.__setitem__, slice(0,1), [5])
show(e.__setitem__, slice(0,None,2), [E('a')])
show(e.__setitem__, slice(0,2), [E('n1'),E('n2'),E('n3')])
show(e.__setitem__, slice(None,None,-2), [E('m%d'%i) for i in range((len(e)+1)//2)])
show(lambda: [c.tag for c in e])
show(e.__delitem__, slice(None,None,2))
show(lambda: [c.tag for c in e])
show(e.__delitem__, slice(3, None,-2))
show(lambda: [c.tag for c in e])
show(bool, e)
show(bool, E('q'))
show(len, e)
show(e.__len__)
def d(n):
    delattr(e,n)
for n in ('tag','text','tail','attrib','nope'): show(d, n)
def s(n,v): setattr(e,n,v)
show(s,'attrib',1)
show(s,'attrib',{'new':1})
show(s,'text',[1])
show(s, 'foo', 1)
show(getattr, e, '__dict__')
class M(E): pass
m = M('sub', {'a':'b'}); m.x = 5
show(copy.copy, m)
show(lambda: type(copy.copy(m)))
show(lambda: type(copy.deepcopy(m)))
show(lambda: pickle.loads(pickle.dumps(m)).x)
show(lambda: type(pickle.loads(pickle.dumps(m))))
show(e.__deepcopy__)
show(e.__deepcopy__, 5)
show(e.__copy__)
show(e.__getstate__)
show(e.__setstate__, 5)
show(e.__setstate__, {'tag':1,'foo':2})
show(e.__setstate__, {})
show(e.__setstate__, {'tag':'t','_children':5})
show(e.__setstate__, {'tag':'t','_children':[5]})
show(e.__setstate__, {'tag':'t','text':'tx','tail':'tl','attrib':{'a':'b'},'_children':[E('kid')]})
show(lambda: ET.tostring(e))
show(e.__setstate__, [1])
show(lambda: e.__reduce_ex__(2)[1:])
show(e.clear, 1)
show(e.clear)
show(lambda: (e.tag,e.text,e.tail,e.attrib,len(e)))
e.tag = e; show(repr, e)
print(E, M, type(e.iter()), E.__module__, E.__qualname__, E.__name__, type(e.iter()).__module__, ET.TreeBuilder, ET.XMLParser, ET.ParseError, ET.ParseError.__mro__)
show(type(e.iter()))

print(sorted(name for name in dir(E) if not name.startswith('_')))
print(iter(e).__class__.__name__, list(iter(E('empty'))), [child.tag for child in ET.fromstring('<a><b/><c/></a>')])
grown = ET.fromstring('<a><b/></a>')
for child in grown:
    if len(grown) < 5:
        ET.SubElement(grown, child.tag + '+')
print([child.tag for child in grown], [child.tag for child in grown.iter('b++')])


class Reversed(E):
    def __getitem__(self, index):
        return super().__getitem__(-1 - index)


turned = Reversed('t')
turned.extend([E('x'), E('y')])
print([child.tag for child in turned], [child.tag for child in turned.iter()])
print(E.tag.__doc__, E.attrib.__doc__)
