# pymp: python=2
# Arguments that Python 2 refuses in its own words, and closed connections, which have nothing to read.
import multiprocessing
import signal


def show(name, function, *args, **keywords):
    try:
        print name, repr(function(*args, **keywords))
    except Exception as error:
        print name, type(error).__name__, error


show('Value', multiprocessing.Value, 'i', foo=1)
show('Array', multiprocessing.Array, 'i', 3, foo=1)
show('Array without size', multiprocessing.Array, 'i', foo=1)
show('Value with a lock', lambda: multiprocessing.Value('i', 5, lock=multiprocessing.Lock()).value)
show('Value without', lambda: multiprocessing.Value('i', 5, lock=False).value)
show('Value with something else', multiprocessing.Value, 'i', lock=5)
show('Array of a text', lambda: multiprocessing.Array('c', 'text', lock=True).value)

first, second = multiprocessing.Pipe()
first.close()
show('poll', first.poll)
show('poll with a limit', first.poll, 0.1)
show('recv', first.recv)
reader, writer = multiprocessing.Pipe(False)
writer.close()
show('poll of a writer', writer.poll)

show('alarm', signal.alarm, 'x')
show('signal', signal.signal, 'x', signal.SIG_IGN)
show('getsignal', signal.getsignal, None)
