# pymp: python=2
import multiprocessing


def risky(n):
    if n == 2:
        raise ValueError('bad number %d' % n)
    return n


if __name__ == '__main__':
    pool = multiprocessing.Pool(2)
    for arguments in ([1, 2, 3], [0, 1]):
        try:
            print pool.map(risky, arguments)
        except ValueError, error:
            print 'map failed:', error
    result = pool.apply_async(risky, (2,))
    try:
        result.get(timeout=5)
    except ValueError, error:
        print repr(error), result.successful()
    pool.close()
    pool.join()
    print 'done'
