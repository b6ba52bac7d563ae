# pymp: python=2
"""hmac, uuid5, shelve, ElementTree and inspect.getargspec: modules that count on Python 3's bytes and ints."""
import hashlib, hmac, inspect, os, shelve, shutil, tempfile, uuid
import md5
import xml.etree.ElementTree as ET

print hmac.new('k', 'm').hexdigest(), repr(hmac.new('k' * 99, 'm', hashlib.sha1).digest())
print hmac.new('k', 'm', md5).hexdigest(), hmac.new('key', 'text', hashlib.sha256).hexdigest()
h = hmac.new('k')
h.update('a')
g = h.copy()
h.update('b')
print h.hexdigest(), g.hexdigest(), h.digest_size, h.blocksize, hmac.HMAC
print hmac.compare_digest('a', 'a'), hmac.compare_digest('a', 'b'), hmac.compare_digest(u'a', u'a')
try:
    hmac.compare_digest('a', 1)
except TypeError as error:
    print error
print uuid.uuid5(uuid.NAMESPACE_DNS, 'a.b'), uuid.uuid3(uuid.NAMESPACE_URL, 'x'), repr(uuid.UUID(int=5).bytes)

folder = tempfile.mkdtemp()
path = os.path.join(folder, 'shelf')
shelf = shelve.open(path, writeback=True)
shelf['list'] = [1, {'a': (2, 3)}]
shelf['list'].append('more')
shelf['text'] = u'\xe9'
print sorted(shelf.keys()), 'text' in shelf, shelf.get('none', 7), len(shelf)
shelf.close()
try:
    shelf['list']
except ValueError as error:
    print error
again = shelve.open(path, 'r')
print again['list'], repr(again['text']), sorted(again.iteritems())
again.close()
shutil.rmtree(folder)

root = ET.fromstring('<a x="1"><b>t</b>tail<c y="\xc3\xa9"/></a>')
print repr(root.tag), root.attrib, repr(root[0].text), repr(root[0].tail), root[1].attrib
print repr(ET.tostring(root)), repr(ET.tostring(root, 'utf-8'))
print [each.tag for each in root.iter()], root.find('b').text, root.findtext('nothing', 'no')
print inspect.getargspec(lambda a, b=1, *c, **d: 0)
