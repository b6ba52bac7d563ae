# pymp: python=2
import sys


def bye():
    print 'bye'
    raise KeyError('too late')


sys.exitfunc = bye
