# pymp: python=2,3
"""What `termios` says of files that are no terminals, and what it makes of wrong settings."""
import array
import fcntl
import os
import struct
import termios


def tell(call, *args):
    try:
        print(call(*args))
    except Exception as e:
        print('%s: %s' % (type(e).__name__, e))


null = open(os.devnull)
attributes = [0, 0, 0, 0, 0, 0, [b'\0'] * termios.NCCS]
for call, args in (
    (termios.tcgetattr, ()),
    (termios.tcsetattr, (termios.TCSANOW, attributes)),
    (termios.tcflush, (termios.TCIFLUSH,)),
    (termios.tcdrain, ()),
    (termios.tcflow, (termios.TCOOFF,)),
    (termios.tcsendbreak, (0,)),
    (fcntl.ioctl, (termios.TIOCGWINSZ, struct.pack('HHHH', 0, 0, 0, 0))),
    (fcntl.ioctl, (termios.TIOCGWINSZ, array.array('h', [0] * 4), True)),
):
    tell(call, null, *args)
    tell(call, 9999, *args)
for wrong in 1, attributes[:6], tuple(attributes), attributes[:6] + [[]], attributes[:6] + [[b'ab'] * termios.NCCS]:
    tell(termios.tcsetattr, null, termios.TCSANOW, wrong)
print(issubclass(termios.error, OSError), termios.error.__mro__[1].__name__, termios.error.__module__)
print(termios.ECHO, termios.ICANON, termios.TIOCGWINSZ, termios.B38400, termios.VMIN)
