# pymp: python=2,3
# sys.tracebacklimit: of an exception that nothing caught, the last entries are shown. Other hooks of sys with what they refuse.
import sys

sys.stderr = sys.stdout


def fail():
    1 / 0


def call_fail():
    fail()


for limit in (1, 0, -1, 2, 10):
    sys.tracebacklimit = limit
    print(limit)
    try:
        call_fail()
    except ZeroDivisionError:
        sys.excepthook(*sys.exc_info())
del sys.tracebacklimit


def shown(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__)


shown(sys.call_tracing, max, (1, 2))
shown(sys.call_tracing, str, 2)
out = sys.stdout
del sys.stdout
try:
    sys.displayhook(3)
except RuntimeError as e:
    out.write('%s\n' % e)
sys.stdout = out
if sys.version_info[0] == 3:
    shown(sys.setswitchinterval, 'a')
    shown(sys.setswitchinterval, -1)
    sys.setswitchinterval(0.02)
    print(sys.getswitchinterval())
