# pymp: python=2
"""argparse of Python 2: parents and their groups, commands in their order, standard streams as files, what is shown of actions."""
import argparse
import sys

p = argparse.ArgumentParser(add_help=False, prog='PROG')
p.add_argument('--foo', type=int, help='foo help')
g = p.add_mutually_exclusive_group()
g.add_argument('-x', action='store_true')
g.add_argument('-y', action='store_true', help='yy')
c = argparse.ArgumentParser(parents=[p], prog='CHILD', description='desc')
c.add_argument('bar')
print c.format_help()
s = argparse.ArgumentParser(prog='S')
sub = s.add_subparsers(dest='cmd', help='commands', title='subs')
a = sub.add_parser('one', help='one help')
a.add_argument('-n', type=float, default=3)
b = sub.add_parser('two', parents=[p], help='two help')
print s.format_help()
print s.parse_args(['one','-n','4'])
print b.format_help()
print repr(a._actions[1])
print c
f = argparse.FileType('rb')
print f('-') is sys.stdin, argparse.FileType('w')('-') is sys.stdout, argparse.FileType('wb')('-') is sys.stdout, f
v = argparse.ArgumentParser(prog='V', version='1.0')
v.add_argument('-k', choices=['a','b'], required=True)
print v.format_help()
