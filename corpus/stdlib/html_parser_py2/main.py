# pymp: python=2
import HTMLParser, htmlentitydefs
class P(HTMLParser.HTMLParser):
    pass
for n in 'starttag endtag startendtag data comment decl pi charref entityref'.split():
    def h(self, *a):
        print self._n, a, self.getpos()
    def mk(n):
        def h(self,*a): print n, a, self.getpos()
        return h
    setattr(P,'handle_'+n,mk(n))
P.unknown_decl = lambda s,d: mk and __import__('sys').stdout.write('unknown %r\n' % d)
for t in ['<!DOCTYPE html><html><!-- c --><a href="x?a=1&amp;b=2" B=\'q\' c=d e>te&lt;xt &#65; &copy; &nope</a></A ><br/><img src=x /><?php x?>',
  '<script>if (a<b && c) "</b>";</script><p>x', 'a < b <c', '<a b="1"c=2>', '</>', '</ x>', '<!x>', '<![CDATA[y]]>', '<a\nb=\n"c">', 'x & y &amp', '<!-- unfinished', '<a href="', '<1>', '<div<p>', '<!-->x', '&#x41;&#1z;','<a $x=1 @y>','</p attr=1>','<style><a></style>t','<A/B>','<a b=c/d>','<a =b>']:
    print '==', repr(t)
    p=P(); p.feed(t); print 'fed', repr(p.rawdata); p.close(); print repr(p.get_starttag_text())
p=HTMLParser.HTMLParser(); print repr(p.unescape('&lt;&#65;&#x42;&eacute;&nope; &amp')), repr(p.unescape(u'&euro;'))
print len(htmlentitydefs.entitydefs), htmlentitydefs.entitydefs['lt'], repr(htmlentitydefs.entitydefs['eacute']), htmlentitydefs.entitydefs['euro'], htmlentitydefs.name2codepoint['euro'], htmlentitydefs.codepoint2name[233], len(htmlentitydefs.name2codepoint)
