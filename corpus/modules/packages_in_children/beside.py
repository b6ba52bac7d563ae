import concurrent.futures
import email.mime.text
import xml.dom.minidom

print(concurrent.futures.FIRST_COMPLETED, xml.dom.minidom.Document, email.mime.text.MIMEText, xml.dom.Node)
