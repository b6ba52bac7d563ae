# pymp: python=2 stderr=exact
"""A logger that has no handlers says so, once in a process; so does a child that was forked before."""
import logging
import multiprocessing

log = logging.getLogger('unheard.of')


def complain():
    log.error('in the child')
    log.error('and again')


if __name__ == '__main__':
    log.debug('too low')
    logging.getLogger('quiet').addHandler(logging.NullHandler())
    logging.getLogger('quiet').error('nobody hears')
    child = multiprocessing.Process(target=complain)
    child.start()
    child.join()
    log.warning('in the parent')
    log.error('once is enough')
    logging.getLogger('other').error('of any logger')
    logging.warning('the root has one from here on')
    log.error('heard %d', 1)
    raise ValueError('blanks follow')    
