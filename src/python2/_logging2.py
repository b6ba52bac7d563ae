"""How `logging` writes in Python 2: files of bytes, and unicode by the stream's encoding or as UTF-8."""

import codecs
import logging
import sys


def finding(find):
    """Manager.getLogger, made of the library's own: names may be unicode."""
    def getLogger(self, name):
        if not isinstance(name, basestring):
            raise TypeError('A logger name must be string or Unicode')
        return find(self, name.encode('utf-8') if isinstance(name, unicode) else name)
    return getLogger


def add_old_names(names, numbers):
    """The names that programs of Python 2 use of what the module keeps to itself."""
    levels = dict(names)
    levels.update(numbers)
    add = logging.addLevelName

    def addLevelName(level, levelName):
        add(level, levelName)
        levels.update({level: levelName, levelName: level})

    def getLevelName(level):
        return levels.get(level, 'Level %s' % level)

    def _acquireLock():
        logging._lock.acquire()

    def _releaseLock():
        logging._lock.release()

    for function in addLevelName, getLevelName, _acquireLock, _releaseLock:
        setattr(logging, function.__name__, function)
    logging._levelNames = levels


def format_message(formatter, record):
    """A record's line. A logger's name, which is bytes, may have to go into a unicode format."""
    try:
        return formatter._style.format(record)
    except UnicodeDecodeError as error:
        try:
            record.name = record.name.decode('utf-8')
            return formatter._style.format(record)
        except UnicodeDecodeError:
            raise error


def get_message(record):
    """The text of a record with its arguments; unicode stays unicode."""
    text = record.msg
    if not isinstance(text, basestring):
        try:
            text = str(text)
        except UnicodeError:
            pass
    return text % record.args if record.args else text


def open_file(handler):
    """The file of a FileHandler. Without an encoding of its own it takes bytes as they are."""
    if handler.encoding in (None, 'locale'):
        return open(handler.baseFilename, handler.mode)
    return codecs.open(handler.baseFilename, handler.mode, handler.encoding)


def emit(handler, record):
    """Writes a record as a line to the handler's stream."""
    try:
        write_line(handler.stream, handler.format(record))
        handler.flush()
    except (KeyboardInterrupt, SystemExit):
        raise
    except:
        handler.handleError(record)


def write_line(stream, line):
    if not isinstance(line, unicode):
        stream.write('%s\n' % line)
        return
    encoding = getattr(stream, 'encoding', None)
    line += u'\n'
    try:
        stream.write(line)
    except UnicodeEncodeError:
        stream.write(line.encode(encoding or 'UTF-8'))


def handle_error(handler, record):
    """Tells on standard error that a record could not be written, and from where it came."""
    if not logging.raiseExceptions or not sys.stderr:
        return
    import traceback
    kind, error, trace = sys.exc_info()
    try:
        traceback.print_exception(kind, error, trace, None, sys.stderr)
        sys.stderr.write('Logged from file %s, line %s\n' % (record.filename, record.lineno))
    except IOError:
        pass


def flush_buffer(handler):
    """BufferingHandler.flush: what it holds is dropped."""
    handler.acquire()
    try:
        handler.buffer = []
    finally:
        handler.release()


def flush_memory(handler):
    """MemoryHandler.flush: its records go to the target; without one they stay."""
    handler.acquire()
    try:
        if handler.target:
            for record in handler.buffer:
                handler.target.handle(record)
            handler.buffer = []
    finally:
        handler.release()
