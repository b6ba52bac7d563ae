# pymp: python=2,3
# What a wrong call says: the functions of multiprocessing are functions in Python, and their messages are those of such.
import multiprocessing

CALLS = '''
pool.map(abs)
pool.map()
pool.map(abs, [1], 1, 2, 3)
pool.map(abs, [1], chunk=1)
pool.apply()
pool.imap(abs)
pool.apply_async(abs, args=(1,), kwd={})
pool.apply_async(abs, (1,), callbak=abs)
pool.close(1)
pool.join(1)
queue.put()
queue.put(1, 2, 3, 4)
queue.get(1, 2, 3)
queue.get_nowait(1)
queue.put(1, blok=1)
event.set(1)
condition.wait(1, 2)
process.join(1, 2)
process.start(1)
process.terminate(5)
multiprocessing.Process(1, 2, 3, 4, 5, 6)
multiprocessing.Process(targt=abs)
multiprocessing.Process(target=abs, arg=(1,))
multiprocessing.Value()
multiprocessing.Array('i')
multiprocessing.Pool(process=3)
multiprocessing.Queue(1, 2)
multiprocessing.Queue(max_size=3)
multiprocessing.Event(1)
multiprocessing.active_children(1)
multiprocessing.current_process(1)
'''


def call(text, names):
    try:
        eval(text, names)
    except TypeError as error:
        print('%s: %s' % (text, error))


if __name__ == '__main__':
    pool = multiprocessing.Pool(1)
    names = {
        'multiprocessing': multiprocessing,
        'pool': pool,
        'queue': multiprocessing.Queue(),
        'event': multiprocessing.Event(),
        'condition': multiprocessing.Condition(),
        'process': multiprocessing.Process(target=abs),
    }
    for line in CALLS.split('\n'):
        if line:
            call(line, names)
    pool.terminate()
