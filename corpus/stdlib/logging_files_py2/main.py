# pymp: python=2 mask=frames
# -*- coding: utf-8 -*-
"""logging into files and streams: bytes, unicode, encodings, rotation, several processes, records that cannot be written."""
import logging
import logging.config
import logging.handlers
import multiprocessing
import os
import StringIO
import sys


def work(i):
    logging.info('working on %d', i)
    logging.getLogger('sub').warn(u'Größe %s', u'中')
    return i


def show(name):
    print name, repr(open(name, 'rb').read())


if __name__ == '__main__':
    logging.basicConfig(filename='w.log', level=logging.DEBUG, format='%(processName)s %(levelname)s %(message)s')
    pool = multiprocessing.Pool(1)
    print pool.map(work, range(2))
    pool.close()
    pool.join()
    logging.error('bytes \xc3\xa9')
    show('w.log')

    log = logging.getLogger('files')
    log.propagate = False
    handlers = [
        logging.FileHandler('latin.log', 'w', 'latin-1'),
        logging.FileHandler('late.log', delay=True),
        logging.handlers.RotatingFileHandler('turning.log', maxBytes=60, backupCount=2),
    ]
    for handler in handlers:
        log.addHandler(handler)
    for i in range(4):
        log.warning(u'a line with \xe9, number %d', i)
    logging.shutdown()
    for name in sorted(os.listdir('.')):
        if name.endswith('.log') or '.log.' in name:
            show(name)

    stream = StringIO.StringIO()
    log.handlers[:] = [logging.StreamHandler(stream), logging.StreamHandler(sys.stdout)]
    log.warning('plain')
    log.warning(u'with \xe9')
    print repr(stream.getvalue())
    log.handlers[:] = [logging.StreamHandler(sys.stdout)]
    sys.stderr = sys.stdout
    log.warning('%d', 'no number')
    logging.config.dictConfig({
        'version': 1,
        'formatters': {'short': {'format': '%(name)s|%(message)s'}},
        'handlers': {'file': {'class': 'logging.FileHandler', 'formatter': 'short', 'filename': 'configured.log'}},
        'root': {'handlers': ['file'], 'level': 'INFO'},
    })
    logging.getLogger('x.y').info(u'by config \xe9')
    show('configured.log')

import re
for each in (logging.getLogger(), logging.getLogger('a.b'), logging.StreamHandler(), logging.NullHandler()):
    print re.sub('0x[0-9a-f]+', 'ADDRESS', repr(each))
