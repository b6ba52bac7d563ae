# pymp: python=2 stderr=exact
import argparse, textwrap, optparse, sys
p = argparse.ArgumentParser(prog='x', description='Some long description that has to be wrapped because it is long, long, long.', epilog='end')
p.add_argument('-n', '--num', type=int, default=3, metavar='N', help='number of %(prog)s (default: %(default)s)')
p.add_argument('files', nargs='+', help='the files'); p.add_argument('--flag', action='store_true'); g = p.add_mutually_exclusive_group(); g.add_argument('-a'); g.add_argument('-b', choices=['x', 'y'])
p.print_help(); p.print_usage(); print p.parse_args(['-n', '4', 'f1', 'f2']), p.parse_args(['f', '--flag']).flag
try: p.parse_args([])
except SystemExit, e: print e.code
try: p.parse_args(['f', '-b', 'z'])
except SystemExit, e: print e.code
print textwrap.fill('The quick brown fox jumped over the lazy dog and more', 20), textwrap.dedent('''
   a
     b'''), textwrap.wrap('hello there', 5), textwrap.wrap(u'caf\xe9 x', 4)

parser = argparse.ArgumentParser(prog='tool', version='tool 1.0', formatter_class=argparse.RawDescriptionHelpFormatter,
                                 description='first\n  second')
commands = parser.add_subparsers(help='what to do', dest='command')
run = commands.add_parser('run', help='runs')
run.add_argument('items', nargs='*', default=['d'])
run.add_argument('-j', '--jobs', type=int, required=True)
parser.print_help()
run.print_help()
print parser.parse_args(['run', '-j', '2', 'a'])
for arguments in ['-v'], [], ['nope'], ['run'], ['run', '-j', 'x']:
    try:
        parser.parse_args(arguments)
    except SystemExit, end:
        print end.code
