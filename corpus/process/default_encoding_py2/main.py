# pymp: python=2
# -*- coding: utf-8 -*-
"""The default encoding that a program has set is its children's too."""
import multiprocessing
import sys

reload(sys)
sys.setdefaultencoding('utf-8')


def show(word):
    print u'中', word, str(word), len(str(word)), sys.getdefaultencoding()


if __name__ == '__main__':
    show(u'é')
    p = multiprocessing.Process(target=show, args=(u'é',))
    p.start()
    p.join()
    pool = multiprocessing.Pool(2)
    print pool.map(str, [u'é', u'中'])
    pool.close()
    pool.join()
