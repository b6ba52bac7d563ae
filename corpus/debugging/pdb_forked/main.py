# A debugger in a forked process, with its own standard input.
import sys, pdb, multiprocessing
class ForkedPdb(pdb.Pdb):
    """A Pdb subclass that may be used from a forked multiprocessing child"""
    def interaction(self, *args, **kwargs):
        _stdin = sys.stdin
        try:
            sys.stdin = open('/dev/stdin')
            pdb.Pdb.interaction(self, *args, **kwargs)
        finally:
            sys.stdin = _stdin
def work(n):
    total = 0
    for i in range(n):
        total += i
        if i == 1:
            ForkedPdb().set_trace()
    print('total', total)
    sys.stdout.flush()
if __name__ == '__main__':
    p = multiprocessing.get_context('fork').Process(target=work, args=(4,))
    p.start()
    p.join()
    print('exit', p.exitcode)
