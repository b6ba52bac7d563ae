# pymp: python=2
"""What sgmllib.SGMLParser finds in good and bad texts, whole and by character."""
import sgmllib
class P(sgmllib.SGMLParser):
    def handle_data(self, d): print 'data', repr(d)
    def handle_comment(self, d): print 'comment', repr(d)
    def handle_decl(self, d): print 'decl', repr(d)
    def handle_pi(self, d): print 'pi', repr(d)
    def unknown_starttag(self, t, a): print 'start?', t, a, repr(self.get_starttag_text())
    def unknown_endtag(self, t): print 'end?', t
    def unknown_charref(self, r): print 'char?', r
    def unknown_entityref(self, r): print 'ent?', r
    def unknown_decl(self, d): print 'decl?', repr(d)
    def start_b(self, a): print 'b', a
    def end_b(self): print '/b'
    def start_i(self, a): print 'i', a
    def do_br(self, a): print 'br', a
    def report_unbalanced(self, t): print 'unbalanced', t
    def handle_starttag(self, t, m, a):
        print 'hs', t, self.stack; m(a)
texts = ['<p>hi <b>bold</b> <br> x&amp;y &lt; &copy; &#65; &#300; &#x; &foo bar</p>', '<A HREF="x&amp;y" name=z checked alt=\'q "r"\'>t</a><!-- c --><!DOCTYPE html><?php x ?>', '<b><i>x</b>y</i>', 'a < b <3 & c &; <>', '<br/>q<b/text/more', '<p', '<!-- unfinished', '&am', '<b>', '</zz>', '</b>', '<!DOCTYPE', '<a href=foo/bar?x=1&y=2 b = "c">', '<a "odd">x', '<a:b c_d-e.f=1>', '<p\n>', '<a<b>', '&#65', '&copy', '<![CDATA[x]]>', '</ b >', '<a b=">" c>d', '<a title="&#65;&lt;&unknown;&#999;">', 'x</', 'x<', '<a\n  b\n=\nc>', '&amp&lt x']
for t in texts:
    print '==', repr(t)
    p = P()
    try:
        p.feed(t); print '--'; p.close()
    except Exception as e: print type(e).__name__, e
    print p.stack, repr(p.rawdata)
for t in texts[:4]:
    print '== by char', repr(t)
    p = P()
    for c in t: p.feed(c)
    p.close()
p = P(); p.setliteral() if hasattr(p, 'setliteral') else None; p.feed('<b>x</b>&amp;<br>'); p.close()
p = P(verbose=0); p.setnomoretags(); p.feed('<b>x</b>&amp;'); p.close()
q = sgmllib.SGMLParser(); print q.entitydefs, q.convert_charref('65'), q.convert_charref('200'), q.convert_charref('x'), q.convert_codepoint(66), q.convert_entityref('lt'), q.convert_entityref('no')
try: q.error('msg')
except sgmllib.SGMLParseError as e: print e
