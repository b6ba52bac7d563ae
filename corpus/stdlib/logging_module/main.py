# pymp: stderr=exact mask=time
"""logging: levels, formats, handlers, exceptions; most goes to stderr."""
import logging
import sys

logging.warning('root without configuration')
log = logging.getLogger('app.part')
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter('%(levelname)-8s|%(name)s|%(funcName)s|%(lineno)d|%(message)s'))
log.addHandler(handler)
log.setLevel(logging.DEBUG)
log.propagate = False
log.debug('value %d of %s', 3, 'x')
log.info('info %s', {'k': 1})
log.error('no arguments %d')
logging.getLogger('app').setLevel(logging.ERROR)
print(logging.getLogger('app.other').isEnabledFor(logging.INFO), log.getEffectiveLevel(), logging.getLevelName(35), logging.getLevelName('INFO'))
try:
    1 / 0
except ZeroDivisionError:
    log.exception('it failed')


def inside():
    log.critical('from a function', extra={'ignored': 1})


inside()


class OnlyEven(logging.Filter):
    def filter(self, record):
        return record.args and record.args[0] % 2 == 0


handler.addFilter(OnlyEven())
for n in range(4):
    log.info('n=%d', n)
logging.basicConfig(level=logging.INFO, format='%(asctime)s %(levelname)s %(message)s', force=True)
logging.info('with a time')
logging.getLogger('lib').warning('propagates')
logging.disable(logging.WARNING)
logging.warning('disabled')
logging.error('still shown')
