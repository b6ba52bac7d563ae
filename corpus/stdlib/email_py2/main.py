# pymp: python=2
# -*- coding: utf-8 -*-
"""Messages: made, coded, written and read; the names that modules of email had once."""
import traceback
from email.MIMEText import MIMEText
from email.MIMEMultipart import MIMEMultipart
from email.MIMEBase import MIMEBase
from email import Encoders, Utils
from email.Header import Header, decode_header
import email, email.mime.text, email.utils
def t(f):
    try: print f()
    except Exception as e: print type(e), e; traceback.print_exc()
print MIMEText is email.mime.text.MIMEText
m=MIMEText('hello\n'); m['Subject']='x'; m['From']='a@b'; m['To']='c@d'
t(lambda: m.as_string()); t(lambda: (m['subject'], m.keys(), m.get_payload(), m.get_content_type()))
def mime2():
    m=MIMEMultipart('mixed', boundary='B'); m['Subject']='x'; m.attach(MIMEText('<b>h</b>','html')); b=MIMEBase('application','octet-stream'); b.set_payload('\0\xff'*50); Encoders.encode_base64(b); b.add_header('Content-Disposition','attachment', filename='x.bin'); m.attach(b)
    return m.as_string()
t(mime2)
t(lambda: repr(email.message_from_string(mime2()).get_payload(1).get_payload(decode=True)[:6]))
t(lambda: email.message_from_string(mime2()).get_payload(1).get_filename())
def parse():
    m=email.message_from_string('From: a\nSubject: =?utf-8?q?h=C3=A9?=\nContent-Type: multipart/mixed; boundary=B\n\n--B\n\none\n--B\nContent-Type: text/html\n\n<p>\xe9\n--B--\n')
    return m['from'], m.is_multipart(), [p.get_payload() for p in m.walk() if not p.is_multipart()], m.get_content_type(), decode_header(m['subject'])
t(parse)
t(lambda: MIMEText('h\xc3\xa9\n','plain','utf-8').as_string())
t(lambda: MIMEText('h\xe9\n','plain','iso-8859-1').as_string())
t(lambda: str(Header(u'h\xe9llo','utf-8'))); t(lambda: Header('abc').encode())
t(lambda: (Utils.formataddr(('Joe','a@b')), Utils.parseaddr('Joe <a@b>'), Utils.formatdate(0), email.utils.getaddresses(['a@b, c <d@e>'])))
t(lambda: str(Header('plain text that is long enough to be folded somewhere because it has more than seventy-six characters', header_name='Subject')))
t(lambda: Header('h\xe9', 'iso-8859-1').encode()); t(lambda: Header('\xc3\xa9'*40, 'utf-8').encode())
m=MIMEText('x'); m['Subject']=Header(u'\u20ac uro','utf-8'); t(lambda: m.as_string())
