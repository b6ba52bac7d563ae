# pymp: mask=address
# faulthandler: where the program is, when it asks and when a signal comes.
import faulthandler
import os
import signal
import tempfile


def text_of(write):
    with tempfile.TemporaryFile('w+') as file:
        write(file)
        file.seek(0)
        lines = file.read().splitlines()
    return [line.rpartition('/')[2].replace('"', ' ') for line in lines]


def asks(file):
    faulthandler.dump_traceback(file, all_threads=False)
    faulthandler.dump_traceback(file)


def signalled(file):
    faulthandler.register(signal.SIGUSR1, file, all_threads=False)
    os.kill(os.getpid(), signal.SIGUSR1)
    print(faulthandler.unregister(signal.SIGUSR1), faulthandler.unregister(signal.SIGUSR1))


print(text_of(asks))
print([line for line in text_of(signalled) if 'signalled' in line or 'recent' in line])
