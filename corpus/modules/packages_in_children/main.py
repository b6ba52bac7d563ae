"""A forked child imports packages of which it has modules that it has not used; what the library knows by identity stays that."""
import concurrent.futures as cf
import email.mime.text as mime
import multiprocessing
import os
import xml.dom.minidom as minidom
from unittest import mock


class Patched:
    @mock.patch('os.getpid', return_value=42)
    def pid(self, patched):
        return os.getpid(), patched.call_count

    @mock.patch.dict('os.environ', {'SET_HERE': 'yes'})
    @mock.patch.object(os, 'getppid')
    def other(self, patched):
        return os.environ['SET_HERE'], patched is os.getppid, isinstance(patched, mock.MagicMock)


def not_used():
    print(type(cf), type(mime), type(minidom))
    import beside


def used():
    print(cf.ALL_COMPLETED, minidom.Document.__name__)
    import beside

    print(cf is beside.concurrent.futures, minidom is beside.xml.dom.minidom)


def patched():
    print(Patched().pid(), Patched().other(), os.getpid() != 42, 'SET_HERE' in os.environ)
    made = mock.Mock(spec=['run'], side_effect=[1, mock.DEFAULT], return_value='default')
    print(made(), made(), made.mock_calls == [mock.call(), mock.call()], mock.sentinel.a is mock.sentinel.a)


if __name__ == '__main__':
    for target in not_used, used, patched:
        p = multiprocessing.Process(target=target)
        p.start()
        p.join()
        print(p.exitcode)
