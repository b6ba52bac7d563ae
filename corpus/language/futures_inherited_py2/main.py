# pymp: python=2
"""Texts that are evaluated are read with the features of the text that evaluates them."""
from __future__ import division, print_function, unicode_literals

import multiprocessing
import sys


def calculate(text):
    return eval(text), eval(compile(text, 'calculated', 'eval'))


def statements():
    local = 4
    exec('shown = 1 / local; print(shown, "text".__class__.__name__, sep="; ")')
    return shown


print(eval('1/2'), calculate('7/2'), map(eval, ['1/4', '"a".__class__']))
exec('print(3/2, "a", end="!\\n")')
exec('print(5/2, type(""))', {})
exec('exec("print(1/8)")')
print(statements())
print(eval(compile('3/2', 'apart', 'eval', 0, True)))
print(eval(compile('3/2', 'apart', 'eval', 0x2000, True)))
exec(compile('print "as it was", 1/2', 'apart', 'exec', dont_inherit=True))
code = compile('print(9/2)\nprint(eval("9/4"))', 'code', str('exec'))
exec(code)
for wrong in 'print 1', '1 +':
    try:
        compile(wrong, 'wrong', 'exec')
    except SyntaxError as error:
        print('SyntaxError', error.lineno, error.offset)
print([sys.stdout.write('%r\n' % eval('1/2'))])

if __name__ == '__main__':
    pool = multiprocessing.Pool(2)
    print(pool.map(calculate, ['1/2', '9/2']), pool.map(eval, ['1/2']))
    pool.close()
    pool.join()
