# pymp: python=2,3
"""Process groups and sessions: who is in which, and signals to all of one."""
import multiprocessing
import os
import signal
import subprocess
import sys


def error_of(call, *args):
    try:
        return call(*args)
    except OSError as e:
        return str(e)


def told(r):
    return os.read(r, 1)


def in_programs():
    for options in {'preexec_fn': os.setsid}, {'preexec_fn': os.setpgrp}:
        # The shell's own child keeps the pipe open, unless the whole group ends.
        p = subprocess.Popen('sleep 50 & echo ready; wait', shell=True, stdout=subprocess.PIPE, **options)
        p.stdout.readline()
        print(os.getpgid(p.pid) == p.pid, os.getpgid(p.pid) == os.getpgrp())
        os.killpg(os.getpgid(p.pid), signal.SIGTERM)
        print(p.stdout.read() == b'', p.wait(), error_of(os.getpgid, p.pid))
    p = subprocess.Popen(['sleep', '50'])
    print(os.getpgid(p.pid) == os.getpgrp(), os.getsid(p.pid) == os.getsid(0))
    p.kill()
    p.wait()


def in_forked():
    r, w = os.pipe()
    leader = os.fork()
    if leader == 0:
        os.setpgrp()
        if os.fork() == 0:
            os.write(w, b'01'[os.getpgrp() == os.getppid():][:1])
        else:
            os.write(w, b'x')
        signal.pause()
        os._exit(1)
    print(sorted([told(r), told(r)]))
    print(os.getpgid(leader) == leader, os.getsid(leader) == os.getsid(0))
    os.kill(-leader, signal.SIGKILL)
    print(os.waitpid(leader, 0)[1])
    put = os.fork()
    if put == 0:
        signal.pause()
        os._exit(1)
    os.setpgid(put, put)
    os.killpg(put, signal.SIGTERM)
    print(os.waitpid(put, 0)[1], error_of(os.killpg, put, 0))


def alone():
    got = []
    signal.signal(signal.SIGUSR1, lambda number, frame: got.append(number))
    print(os.setpgrp(), os.getpgrp() == os.getpid(), os.getsid(0) == os.getpid())
    os.killpg(0, signal.SIGUSR1)
    os.kill(0, signal.SIGUSR1)
    print(got == [signal.SIGUSR1] * 2, error_of(os.setsid))


def session():
    print(os.setsid(), os.getpgrp() == os.getpid(), os.getsid(0) == os.getpid())
    print(error_of(os.setsid), error_of(os.setpgid, 0, 0))


def work():
    signal.pause()


def leader(conn):
    os.setsid()
    workers = [multiprocessing.Process(target=work) for _ in range(2)]
    for w in workers:
        w.start()
    conn.send([os.getpgid(w.pid) == os.getpid() == os.getsid(w.pid) for w in workers])
    work()


def in_multiprocessing():
    for target in alone, session:
        p = multiprocessing.Process(target=target)
        p.start()
        p.join()
    ours, theirs = multiprocessing.Pipe()
    p = multiprocessing.Process(target=leader, args=(theirs,))
    p.start()
    print(ours.recv())
    os.killpg(p.pid, signal.SIGTERM)
    p.join()
    print(p.exitcode, error_of(os.getpgid, p.pid))


if __name__ == '__main__':
    in_programs()
    sys.stdout.flush()
    in_forked()
    in_multiprocessing()
    print(error_of(os.setpgid, 0, 99999999), error_of(os.setpgid, 99999999, 0), error_of(os.killpg, 99999999, 0))
