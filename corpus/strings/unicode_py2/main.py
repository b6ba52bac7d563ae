# -*- coding: utf-8 -*-
# pymp: python=2 stderr=last-line
# In Python 2 a plain string is bytes; unicode is a type of its own.
plain = '中文'
text = u'中文'
print plain, len(plain), repr(plain)
print text.encode('utf-8'), len(text), repr(text)
print plain.decode('utf-8') == text, text.encode('gbk').encode('hex'), repr(plain[:2]), repr(text[::-1])
print 'abc' + u'def', type('abc' + u'd'), 'abc' == u'abc', hash('abc') == hash(u'abc'), {u'k': 1}['k']
for action in (lambda: plain + u'x', lambda: str(text), lambda: unicode(plain), lambda: u'%s' % plain, lambda: text.decode('utf-8')):
    try:
        print repr(action())
    except UnicodeError, error:
        print type(error).__name__, error
print '%s' % u'x' == u'x', type('%s' % u'x'), 'x %s' % plain, repr('%r' % text), [plain, text]
print u'caf\xe9'.upper().encode('utf-8'), repr(u'\u00df'.upper()), u'\u0663'.isdigit(), u' x\u3000'.strip()
print isinstance(plain, basestring), isinstance(text, str), unicode(5), repr(unicode('a')), unicode('中', 'utf-8') == u'中'
print 'abc'.encode('rot13'), 'aGk='.decode('base64'), 'hi'.encode('hex'), repr('tab\t\xff'), '\x41\101'
print sorted([u'b', 'a', u'中', 'c']) == ['a', u'b', 'c', u'中'], plain.find('文'), text.find(u'文'), plain.count('\xe4')
print text
