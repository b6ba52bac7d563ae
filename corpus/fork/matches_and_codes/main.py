# pymp: python=2,3
"""What a forked process has of its parent's matches, of codes that compile() made, and of generators of random numbers."""
from __future__ import print_function

import multiprocessing
import random
import re


class Dice(random.Random):
    def __init__(self, seed):
        random.Random.__init__(self, seed)
        self.bias = 0.5
        self.name = 'dice'


match = re.search(r'(?P<word>[a-z]+)-(\d+)?(x)?', 'some text-12 more')
anchored = re.compile(r'(\w)(\w)*$').match('abc def', 0, 3)
looked = re.compile(r'(?<=a)b').search('xab', 2)
found = [m for m in re.finditer('a(b)?', 'ab a ab')]
of_bytes = re.match(b'(.)(.)', b'xyz')

expression = compile('x * 2 + 1', '<expression>', 'eval')
statements = compile('y = 5\nprint("y is %d" % y)', '<statements>', 'exec')
interactive = compile('3 + 4', '<stdin>', 'single')
used = compile('6', '<used>', 'eval')
eval(used)
dice = Dice(3)
dice.bias = 1
dice.random()


def show(*all_of_them):
    for m in all_of_them:
        print(m.group(0), m.groups(), m.span(), m.pos, m.endpos, m.lastindex, m.lastgroup, m.string == m.string[:])


def work(given):
    show(match, anchored, looked, of_bytes, *found)
    print(match.groupdict(), match.expand(r'\2-\g<word>'), match.re.pattern, match.regs, given is match)
    print(eval(expression, {'x': 4}), eval(used), eval(statements), expression.co_filename)
    exec(statements)
    exec(interactive)
    print(dice.bias, dice.name, dice.random())


if __name__ == '__main__':
    child = multiprocessing.Process(target=work, args=(match,))
    child.start()
    child.join()
    work(match)
