# pymp: python=3
# Paths relative to a directory's descriptor, and other functions of os that CPython's own tests look at.
import os
import pickle
import shutil
import stat
import sys
import tempfile


def shown(f, *args, **kwargs):
    try:
        print(f.__name__, f(*args, **kwargs))
    except BaseException as e:
        print(f.__name__, type(e).__name__, e)


def relative(folder):
    fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    os.mkdir('sub', dir_fd=fd)
    inner = os.open('sub', os.O_RDONLY, dir_fd=fd)
    with open(os.open('a.txt', os.O_WRONLY | os.O_CREAT, 0o600, dir_fd=inner), 'w') as f:
        f.write('hello')
    print(os.stat('sub/a.txt', dir_fd=fd).st_size, os.access('a.txt', os.R_OK, dir_fd=inner))
    os.rename('a.txt', 'b.txt', src_dir_fd=inner, dst_dir_fd=fd)
    os.symlink('b.txt', 'link', dir_fd=fd)
    os.link('b.txt', 'c.txt', src_dir_fd=fd, dst_dir_fd=inner)
    print(os.readlink('link', dir_fd=fd), sorted(os.listdir(fd)), os.listdir(inner))
    os.chmod('b.txt', 0o640, dir_fd=fd)
    os.utime('b.txt', (4.5, 5.25), dir_fd=fd)
    found = os.stat('link', dir_fd=fd)
    print(oct(stat.S_IMODE(found.st_mode)), found.st_atime_ns, found.st_mtime_ns)
    print(stat.S_ISLNK(os.stat('link', dir_fd=fd, follow_symlinks=False).st_mode))
    for _root, folders, files, _ in os.fwalk('.', dir_fd=fd):
        print(_root, sorted(folders), sorted(files))
    for f in (os.unlink, os.rmdir, os.stat):
        shown(f, 'nothing', dir_fd=fd)
    shown(os.stat, 'x', dir_fd='a')
    shown(os.stat, 'x', dir_fd=999)
    shown(os.stat, 0, dir_fd=fd)
    os.unlink('sub/c.txt', dir_fd=fd)
    os.rmdir('sub', dir_fd=fd)
    print(sorted(os.listdir(folder)), {os.open, os.stat, os.unlink, os.rmdir} <= os.supports_dir_fd)
    os.close(inner)
    os.close(fd)
    print(shutil.rmtree.avoids_symlink_attacks)


def programs():
    # Programs that are started this way ignore SIGPIPE, as this one does; their variables may have any names.
    sys.stdout.flush()
    os.environ['a-b'] = 'c'
    program = '/usr/bin/printenv'
    print(os.spawnv(os.P_WAIT, program, ['printenv', 'a-b']))
    sys.stdout.flush()
    print(os.spawnve(os.P_WAIT, program, ['printenv', 'a-b'], os.environ))
    sys.stdout.flush()
    print(os.spawnve(os.P_WAIT, program, ['printenv', 'a-b'], {b'a-b': b'd'}))
    shown(os.execv, '/bin/true', 5)
    shown(os.execv, '/bin/true', [])
    shown(os.execve, '/bin/true', [''], {})
    shown(os.execve, '/bin/true', ['a'], 5)
    shown(os.execve, '/bin/true', ['a'], {'a\0': 'b'})
    shown(os.execve, '/bin/true', ['a'], {'a=': 'b'})
    shown(os.posix_spawn, '/bin/true', ['a'], {}, file_actions=[(os.POSIX_SPAWN_CLOSE,)])
    shown(os.posix_spawn, '/bin/true', ['a'], {}, file_actions=[(12345,)])
    shown(os.register_at_fork, before=3)


def machine():
    shown(os.DirEntry)
    shown(pickle.dumps, next(os.scandir('/')))
    shown(os.sched_setaffinity, 0, [])
    shown(os.sched_setaffinity, 0, [-1])
    shown(os.sched_getaffinity, -1)
    some = min(os.sched_getaffinity(0))
    os.sched_setaffinity(0, [some])
    print(os.sched_getaffinity(0) == {some}, os.process_cpu_count())
    print(os.sched_get_priority_max(os.SCHED_RR), os.sched_get_priority_min(os.SCHED_RR))
    shown(os.sched_get_priority_min, -23)
    shown(os.confstr, 'CS_garbage')
    shown(os.major, -2)
    print(os.major(-1), os.setuid(os.getuid()), os.setregid(-1, os.getegid()))
    reader, writer = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
    print(os.get_blocking(reader), os.get_blocking(writer))
    os.close(reader)
    os.close(writer)


def pieces(folder):
    with open(os.path.join(folder, 'pieces'), 'wb+', buffering=0) as f, open(os.path.join(folder, 'copy'), 'wb+', buffering=0) as copy:
        fd = f.fileno()
        print(os.pwritev(fd, [b'abc', b'defgh'], 2), f.tell(), os.fstat(fd).st_size)
        buffers = [bytearray(2), bytearray(4), bytearray(5)]
        print(os.preadv(fd, buffers, 1), buffers, f.tell())
        print(os.copy_file_range(fd, copy.fileno(), 4, 3), os.copy_file_range(fd, copy.fileno(), 100, offset_src=0, offset_dst=6))
        print(f.tell(), copy.tell(), os.pread(copy.fileno(), 100, 0))
        os.posix_fallocate(fd, 5, 20)
        print(os.fstat(fd).st_size)
        shown(os.copy_file_range, fd, fd, -1)
        shown(os.posix_fallocate, fd, 0, -1)


def names(folder):
    os.chdir(folder)
    odd = 'odd\udcff'
    os.mkdir(odd)
    open(os.path.join(odd, 'f'), 'w').close()
    os.chdir(odd)
    print(os.listdir(), ascii(os.path.basename(os.getcwd())), os.path.exists('f'))
    os.chdir('..')
    os.symlink('nowhere', 'lost')
    shown(os.chmod, 'lost', 0o777, follow_symlinks=False)
    shutil.rmtree(odd)
    os.utime('.', (-1.5, -2))
    print(os.stat('.').st_mtime, os.path.exists(odd))


with tempfile.TemporaryDirectory() as folder:
    relative(folder)
    programs()
    machine()
    pieces(folder)
    names(folder)
    os.chdir('/')
