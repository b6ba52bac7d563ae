# pymp: python=2
"""The parts of distutils that programs use on their own, imghdr and fpformat."""
import os
import shutil
import sys
import tempfile
import time
from StringIO import StringIO
from distutils import dir_util, file_util, log, spawn, util
from distutils.dep_util import newer, newer_group, newer_pairwise
from distutils.errors import DistutilsError, DistutilsFileError
from distutils.version import LooseVersion, StrictVersion

import fpformat
import imghdr


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except (DistutilsError, ValueError, AttributeError, OSError) as error:
        return '%s: %s' % (type(error).__name__, str(error).replace(folder, '<folder>'))


def versions():
    names = ['1.5.2', '161', '3.10a', '8.02', '1.13++', '2.0b1pl0', '0.960923', '1.10', '1.9', '1.2.3rc1', '']
    loose = [LooseVersion(name) for name in names[:-1]]
    print sorted(loose), loose[0].version, loose[2].version, str(loose[4])
    print LooseVersion('1.10') > '1.9', LooseVersion('2.7') >= LooseVersion('2.7.0'), LooseVersion('1') == '1'
    names = ['0.4', '0.4.0', '0.4.1', '0.5a1', '0.5b3', '0.5', '0.9.6', '1.0', '1.0.4a3', '1.0.4b1', '1.0.4']
    strict = [StrictVersion(name) for name in reversed(names)]
    print sorted(strict), strict[0].version, strict[0].prerelease, strict[2].prerelease
    print StrictVersion('1.0') == '1.0.0', StrictVersion('0.5a1') < '0.5', cmp(StrictVersion('1.2'), '1.10')
    for name in '1', '2.7.2.2', '1.3.a4', '1.3c4':
        print attempt(StrictVersion, name)


def files():
    dir_util.mkpath(os.path.join(folder, 'a', 'b'))
    print [os.path.relpath(made, folder) for made in dir_util.mkpath(os.path.join(folder, 'c/d/e'))]
    print dir_util.mkpath(os.path.join(folder, 'c/d/e')), dir_util.mkpath(''), attempt(dir_util.mkpath, 3)
    old, new = os.path.join(folder, 'a', 'old'), os.path.join(folder, 'a', 'b', 'new')
    file_util.write_file(old, ['one', 'two'])
    os.chmod(old, 0o640)
    os.utime(old, (1e9, 1e9))
    file_util.write_file(new, ['three'])
    print newer(new, old), newer(old, new), newer(old, folder + '/none'), attempt(newer, folder + '/none', old)
    print newer_group([old, new], old), newer_group([old], new), newer_group([folder + '/none'], new, 'newer')
    print attempt(newer_group, [folder + '/none'], new), attempt(newer_pairwise, [old], [])
    print newer_pairwise([old, new], [new, old]) == ([new], [old])
    copied, done = file_util.copy_file(old, folder)
    print os.path.relpath(copied, folder), done, oct(os.stat(copied).st_mode & 0o777), os.stat(copied).st_mtime, open(copied).read().split()
    print file_util.copy_file(old, copied, update=1)[1], file_util.copy_file(old, folder + '/link', link='sym')[1], os.path.islink(folder + '/link')
    print attempt(file_util.copy_file, folder + '/none', folder), attempt(file_util.copy_file, old, folder + '/x', link='odd')
    print os.path.relpath(file_util.move_file(copied, folder + '/moved'), folder), os.path.exists(copied)
    print attempt(file_util.move_file, folder + '/none', folder), attempt(file_util.move_file, old, folder + '/moved')
    tree = dir_util.copy_tree(os.path.join(folder, 'a'), os.path.join(folder, 'copy'))
    print sorted(os.path.relpath(path, folder) for path in tree), attempt(dir_util.copy_tree, folder + '/none', folder)
    dir_util.create_tree(folder + '/made', ['x/1', 'y/2', 'x/3'])
    print sorted(os.listdir(folder + '/made')), dir_util.ensure_relative('/a/b')
    dir_util.remove_tree(folder + '/copy')
    print os.path.exists(folder + '/copy'), dir_util.mkpath(folder + '/copy', dry_run=1), os.path.exists(folder + '/copy')


def texts():
    for value in 'Yes', 't', 'ON', '1', 'no', 'False', 'off', '0', 'maybe':
        print attempt(util.strtobool, value),
    print
    for text in 'a b  c', '"a b" c', "x'y z'w \\\"q", '  ', 'a\\ b', '"un', "it's", '"a\\"b"', 'end\\':
        print attempt(util.split_quoted, text),
    print
    print util.convert_path('a/b'), util.change_root('/root', '/usr/x'), util.change_root('/root', 'x')
    print attempt(util.subst_vars, '$a and $b-$a', {'a': 1, 'b': 'two'}), attempt(util.subst_vars, '$no_such', {})
    print repr(util.rfc822_escape('one\ntwo')), util.get_platform().split('-')[0]
    print util.grok_environment_error(IOError(2, 'No such file', 'name')), util.grok_environment_error(OSError(2, 'Bad'))
    print util.grok_environment_error(ValueError('plain'), 'why: ')
    util.execute(sys.stdout.write, ('executed\n',))


def logs():
    out, err = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = StringIO(), StringIO()
    before = log.set_threshold(log.INFO)
    log.debug('debug')
    log.info('info %s', 1)
    log.warn('100%')
    log.error('error %d %d', 1, 2)
    util.execute(len, ('abc',))
    log.set_verbosity(0)
    log.info('nothing')
    texts = sys.stdout.getvalue(), sys.stderr.getvalue()
    sys.stdout, sys.stderr = out, err
    print before, texts


def programs():
    print spawn.find_executable('sh') is not None, spawn.find_executable('no-such-program'), spawn.find_executable(__file__) == __file__
    print spawn.find_executable('moved', '/nowhere:' + folder) == folder + '/moved'
    spawn.spawn(['true'])
    print attempt(spawn.spawn, ['false']), attempt(spawn.spawn, ['sh', '-c', 'exit 3']), attempt(spawn.spawn, ['sh', '-c', 'kill -9 $$'])


def images():
    beginnings = ['\211PNG\r\n\032\n', 'GIF89a', '\xff\xd8\xff\xe0\0\x10JFIF', '\xff\xd8\xff\xe0\0\x10Exif', 'BM', 'P1 ', 'P5\n', 'P6 ', 'MM', '\001\332', '#define ', 'text', '']
    print [imghdr.what(None, beginning) for beginning in beginnings]
    path = os.path.join(folder, 'image')
    with open(path, 'wb') as f:
        f.write('GIF87a' + 'x' * 100)
    with open(path, 'rb') as f:
        f.read(0)
        print imghdr.what(path), imghdr.what(f), f.tell(), len(imghdr.tests)


def numbers():
    for x in 0, 1, 3.14159, -2.5, 99.995, 1234567.891, 1e20, 1.5e-7, '12.5e3', 'text', 0.05, 999.99:
        print [fpformat.fix(x, digits) for digits in (3, 1, 0, -2)], [attempt(fpformat.sci, x, digits) for digits in (3, 0)]


folder = os.path.realpath(tempfile.mkdtemp())
try:
    versions()
    files()
    texts()
    logs()
    programs()
    images()
    numbers()
finally:
    shutil.rmtree(folder)
