# pymp: python=3
"""What calls of shared objects fail with once their manager has ended, by the kind of its address."""
from multiprocessing.managers import SyncManager


def attempt(do):
    try:
        return do()
    except Exception as error:
        return type(error).__name__


if __name__ == '__main__':
    for address in ('127.0.0.1', 0), None:
        m = SyncManager(address=address, authkey=b'key')
        m.start()
        d, l = m.dict(a=1), m.list([1])
        print(d['a'])
        m.shutdown()
        # TCP takes the first message; the connection was made for the dict and serves the list too.
        print([attempt(call) for call in (d.copy, d.copy, lambda: l.append(1), d.keys, lambda: len(l))])
