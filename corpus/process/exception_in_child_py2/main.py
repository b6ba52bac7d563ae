# pymp: python=2 mask=frames stderr=exact
import multiprocessing


def work(table):
    return table['missing']


if __name__ == '__main__':
    p = multiprocessing.Process(target=work, args=({},), name='reader')
    p.start()
    p.join()
    print 'parent sees', p.exitcode
