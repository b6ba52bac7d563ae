# pymp: python=2
"""os.path.walk, and programs with pipes by popen2."""
import multiprocessing
import os
import popen2


def visit(found, folder, names):
    names.sort()
    found.append((os.path.basename(folder), list(names)))
    if 'hidden' in names:
        names.remove('hidden')


def walk(top):
    found = []
    os.path.walk(top, visit, found)
    return found


if __name__ == '__main__':
    for name in ('top/a/b', 'top/hidden/c'):
        os.makedirs(name)
    open('top/a/file', 'w').close()
    os.symlink('a', 'top/link')
    print walk('top'), walk('missing')
    pool = multiprocessing.Pool(1)
    print pool.apply(walk, ('top/a',))
    pool.close()
    r, w = popen2.popen2('tr a b')
    w.write('banana')
    w.close()
    print r.read()
    r, w, e = popen2.popen3(['sh', '-c', 'echo out; echo error >&2'])
    print r.read(), e.read(),
    both = popen2.Popen4('echo out; echo error >&2; exit 3')
    print both.fromchild.read(), both.wait(), both.poll(), both.childerr
    print popen2.Popen3('kill -9 $$').wait(), popen2.Popen3('cat', True).childerr is None
