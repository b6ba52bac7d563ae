# pymp: stderr=exact
"""logging ends after what was registered since it was imported, and counts time from there."""
import logging
import atexit
import time


def last_words():
    logging.warning('still open')
    print('registered after the import')


atexit.register(last_words)
time.sleep(0.12)


class Handler(logging.StreamHandler):
    def close(self):
        print('closed')
        super().close()

    def emit(self, record):
        print(record.getMessage(), record.relativeCreated > 100)


logging.getLogger().addHandler(Handler())
logging.warning('%d', 5)
