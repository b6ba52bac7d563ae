"""xml.etree.ElementTree in a pool: trees are parsed, changed, searched and written."""
import io
import multiprocessing
import pickle
import xml.etree.ElementTree as ET

DOCUMENT = '''<?xml version="1.0"?>
<!-- the head -->
<shop xmlns:x="urn:extra" name="Müller &amp; Söhne">
  <item id="1" x:rank="3"><name>nut</name><price>1.50</price></item>
  <item id="2"><name>bolt &lt;M4&gt;</name><price>0.25</price></item>
  <item id="3"><name>ring</name><price>10</price><x:note><![CDATA[a < b]]></x:note> tail</item>
</shop>'''


def total(text):
    root = ET.fromstring(text)
    return sum(float(price.text) for price in root.iter('price')), [item.get('id') for item in root.findall("item[price]")]


def broken(text):
    return ET.fromstring(text)


KEPT = ET.fromstring(DOCUMENT)
WALK = KEPT.iter()
next(WALK)
BUILDER = ET.TreeBuilder()
BUILDER.start('begun', {})
BUILDER.data('half')


def inherited(queue):
    BUILDER.end('begun')
    queue.put((ET.tostring(KEPT)[:40], next(WALK).tag, ''.join(KEPT.itertext()).split(), ET.tostring(BUILDER.close())))


def main():
    queue = multiprocessing.get_context('fork').Queue()
    process = multiprocessing.get_context('fork').Process(target=inherited, args=(queue,))
    process.start()
    print(queue.get())
    process.join()
    root = ET.fromstring(DOCUMENT)
    print(root.tag, root.attrib, len(root))
    for element in root.iter():
        print(element.tag, sorted(element.attrib.items()), repr(element.text), repr(element.tail))
    print(root.find("item[@id='2']/name").text, root.findtext('item/price'), root.find('.//{urn:extra}note').text)
    print([e.get('id') for e in root.findall('item[x:note]', {'x': 'urn:extra'})])
    added = ET.SubElement(root, 'item', id='4')
    added.text = 'ü "quoted" <tag> & \n new'
    added.set('attr', 'a"b\n<c>')
    root.remove(root[0])
    print(ET.tostring(root, encoding='unicode'))
    print(ET.tostring(root))
    print(ET.tostring(root, encoding='iso-8859-1', short_empty_elements=False))
    ET.indent(root)
    out = io.BytesIO()
    ET.ElementTree(root).write(out, encoding='utf-8', xml_declaration=True)
    print(out.getvalue().decode())
    print(ET.canonicalize('<b  y="2" x="1"/>'))

    pull = ET.XMLPullParser(['start', 'end', 'start-ns', 'comment', 'pi'])
    for start in range(0, len(DOCUMENT), 40):
        pull.feed(DOCUMENT[start:start + 40])
    pull.close()
    print([(event, getattr(value, 'tag', value) if isinstance(value, tuple) or isinstance(value.tag, str) else value.text)
           for event, value in pull.read_events()])
    for event, element in ET.iterparse(io.BytesIO(DOCUMENT.encode())):
        print(event, element.tag, end=' ')
    print()

    for text in '<a><b></a>', '<a>&nope;</a>', '', '<a/><b/>', '<a b="1" b="2"/>', '<!DOCTYPE a SYSTEM "x"><a>&nope;</a>':
        try:
            ET.fromstring(text)
        except ET.ParseError as error:
            print(type(error).__name__, error, error.code, error.position)
    with multiprocessing.Pool(2) as pool:
        print(pool.map(total, [DOCUMENT, '<a><price>2</price></a>', DOCUMENT.replace('10', '20')]))
        print(ET.tostring(pool.apply(ET.fromstring, ('<a><b c="d"/>e</a>',))))
        try:
            pool.apply(broken, ('<a>\n <b></a>',))
        except ET.ParseError as error:
            print('from the pool:', error)
    print(ET.tostring(pickle.loads(pickle.dumps(root)))[:60])


if __name__ == '__main__':
    main()
