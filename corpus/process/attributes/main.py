# pymp: mask=pid
"""Names, pids, states and representations through the life of a process."""
import multiprocessing
import os
import re


def work(gate):
    me = multiprocessing.current_process()
    print(f'inside: name={me.name} daemon={me.daemon} alive_parent={multiprocessing.parent_process().is_alive()} pid {os.getpid()} ppid {os.getppid()}', flush=True)
    gate.wait()


def shown(process):
    return re.sub(r'pid=\d+|parent=\d+', lambda m: m.group().split('=')[0] + '=N', repr(process))


if __name__ == '__main__':
    gate = multiprocessing.Event()
    p = multiprocessing.Process(target=work, args=(gate,))
    print(p.name, p.pid, p.exitcode, p.is_alive(), p.daemon, p.ident, shown(p))
    p.start()
    print(p.is_alive(), p.exitcode, p.pid == p.ident, isinstance(p.sentinel, int), shown(p))
    gate.set()
    p.join()
    print(p.is_alive(), p.exitcode, shown(p))
    print('child pid', p.pid, 'main pid', os.getpid())
    q = multiprocessing.Process(target=print, args=('named',), name='my-name')
    q.start()
    q.join()
    print(q.name, shown(q))
    main = multiprocessing.current_process()
    print(main.name, main.daemon, main.exitcode, main.is_alive(), shown(main), main.authkey == multiprocessing.current_process().authkey, multiprocessing.parent_process())
    try:
        main.pid and multiprocessing.Process(target=work).join()
    except AssertionError as error:
        print(error)
    q.name = 'renamed'
    print(q.name, q._identity)
    q.close()
    for action in (lambda: q.is_alive(), lambda: q.join(), lambda: q.exitcode):
        try:
            action()
        except ValueError as error:
            print(error)
    print(shown(q))
