"""signal handlers, alarm, pause, and a handler that raises."""
import os
import signal
import time


def note(number, frame):
    print('handler got', signal.Signals(number).name, frame.f_code.co_name, flush=True)


def main():
    print(signal.signal(signal.SIGUSR1, note), signal.getsignal(signal.SIGUSR1) is note)
    os.kill(os.getpid(), signal.SIGUSR1)
    print('after the signal')

    def stop(number, frame):
        raise TimeoutError('took too long')

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, 0.1)
    try:
        time.sleep(10)
    except TimeoutError as error:
        print(error)
    signal.signal(signal.SIGALRM, note)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    started = time.time()
    time.sleep(0.2)
    print('slept on after the handler:', time.time() - started >= 0.19)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(1)
    except KeyboardInterrupt:
        print('KeyboardInterrupt')
    signal.signal(signal.SIGUSR1, signal.SIG_IGN)
    os.kill(os.getpid(), signal.SIGUSR1)
    print(signal.getsignal(signal.SIGUSR1), signal.SIGTERM, int(signal.SIGTERM), signal.strsignal(9))
    try:
        signal.signal(signal.SIGKILL, note)
    except OSError as error:
        print(error)


main()
