"""The opcodes of pickles up to protocol 2, and what reads, shows and shortens a pickle by them.

https://docs.python.org/2/library/pickletools.html
"""
import struct
from pickle import decode_long

__all__ = ['dis', 'genops', 'optimize']

# In place of a number of bytes: how an argument says itself where it ends.
UP_TO_NEWLINE = -1
TAKEN_FROM_ARGUMENT1 = -2
TAKEN_FROM_ARGUMENT4 = -3


class ArgumentDescriptor(object):
    """What follows the code of an opcode: `reader` takes it from a file; `n` is its size in bytes, or one of the constants above."""

    __slots__ = ('name', 'n', 'reader', 'doc')

    def __init__(self, name, n, reader, doc):
        self.name = name
        self.n = n
        self.reader = reader
        self.doc = doc


class StackObject(object):
    """A kind of thing on the stack of the machine that reads pickles."""

    __slots__ = ('name', 'obtype', 'doc')

    def __init__(self, name, obtype, doc):
        self.name = name
        self.obtype = obtype
        self.doc = doc

    def __repr__(self):
        return self.name


class OpcodeInfo(object):
    """An opcode: its argument (or None), what it takes from the stack and leaves there, and the first protocol that has it."""

    __slots__ = ('name', 'code', 'arg', 'stack_before', 'stack_after', 'proto', 'doc')

    def __init__(self, name, code, arg, stack_before, stack_after, proto, doc):
        self.name = name
        self.code = code
        self.arg = arg
        self.stack_before = stack_before
        self.stack_after = stack_after
        self.proto = proto
        self.doc = doc


# --- Readers of arguments.


def _bytes(f, count, what):
    data = f.read(count)
    if len(data) < count:
        raise ValueError('not enough data in stream to read ' + what)
    return data


def read_uint1(f):
    return ord(_bytes(f, 1, 'uint1'))


def read_uint2(f):
    return struct.unpack('<H', _bytes(f, 2, 'uint2'))[0]


def read_int4(f):
    return struct.unpack('<i', _bytes(f, 4, 'int4'))[0]


def read_float8(f):
    return struct.unpack('>d', _bytes(f, 8, 'float8'))[0]


def _line(f, what):
    data = f.readline()
    if not data.endswith('\n'):
        raise ValueError('no newline found when trying to read ' + what)
    return data[:-1]


def read_stringnl(f, decode=True, stripquotes=True):
    """A line; in quotes, which must be a pair, and with the escapes of a literal."""
    data = _line(f, 'stringnl')
    if stripquotes:
        for quote in '"\'':
            if data.startswith(quote):
                if not data.endswith(quote):
                    raise ValueError('strinq quote %r not found at both ends of %r' % (quote, data))
                data = data[1:-1]
                break
        else:
            raise ValueError('no string quotes around %r' % data)
    return data.decode('string_escape') if decode else data


def read_stringnl_noescape(f):
    return read_stringnl(f, decode=False, stripquotes=False)


def read_stringnl_noescape_pair(f):
    """Two lines, joined by a space."""
    return '%s %s' % (read_stringnl_noescape(f), read_stringnl_noescape(f))


def _counted(f, count, what):
    if count < 0:
        raise ValueError('%s byte count < 0: %d' % (what, count))
    data = f.read(count)
    if len(data) < count:
        raise ValueError('expected %d bytes in a %s, but only %d remain' % (count, what, len(data)))
    return data


def read_string1(f):
    return _counted(f, read_uint1(f), 'string1')


def read_string4(f):
    return _counted(f, read_int4(f), 'string4')


def read_unicodestringnl(f):
    return unicode(_line(f, 'unicodestringnl'), 'raw-unicode-escape')


def read_unicodestring4(f):
    return unicode(_counted(f, read_int4(f), 'unicodestring4'), 'utf-8')


def read_decimalnl_short(f):
    """A line with an int; 00 and 01 are the booleans of protocols that had none."""
    data = read_stringnl_noescape(f)
    if data.endswith('L'):
        raise ValueError("trailing 'L' not allowed in %r" % data)
    if data in ('00', '01'):
        return data == '01'
    return int(data)


def read_decimalnl_long(f):
    data = read_stringnl_noescape(f)
    if not data.endswith('L'):
        raise ValueError("trailing 'L' required in %r" % data)
    return long(data)


def read_floatnl(f):
    return float(read_stringnl_noescape(f))


def read_long1(f):
    return decode_long(_bytes(f, read_uint1(f), 'long1'))


def read_long4(f):
    count = read_int4(f)
    if count < 0:
        raise ValueError('long4 byte count < 0: %d' % count)
    return decode_long(_bytes(f, count, 'long4'))


def _argument(name, n, doc):
    return ArgumentDescriptor(name, n, globals()['read_' + name], doc)


uint1 = _argument('uint1', 1, 'An unsigned byte.')
uint2 = _argument('uint2', 2, 'Two bytes without a sign, the lower one first.')
int4 = _argument('int4', 4, 'Four bytes with a sign, the lowest first.')
stringnl = _argument('stringnl', UP_TO_NEWLINE, 'A line with a literal of a str.')
stringnl_noescape = _argument('stringnl_noescape', UP_TO_NEWLINE, 'A line, as it is.')
stringnl_noescape_pair = _argument('stringnl_noescape_pair', UP_TO_NEWLINE, 'Two lines, as they are.')
string4 = _argument('string4', TAKEN_FROM_ARGUMENT4, 'A length of four bytes, and so many bytes.')
string1 = _argument('string1', TAKEN_FROM_ARGUMENT1, 'A length of one byte, and so many bytes.')
unicodestringnl = _argument('unicodestringnl', UP_TO_NEWLINE, 'A line of text with the escapes of a raw unicode literal.')
unicodestring4 = _argument('unicodestring4', TAKEN_FROM_ARGUMENT4, 'A length of four bytes, and so many bytes of UTF-8.')
decimalnl_short = _argument('decimalnl_short', UP_TO_NEWLINE, 'A line with the digits of an int.')
decimalnl_long = _argument('decimalnl_long', UP_TO_NEWLINE, 'A line with the digits of a long, and L.')
floatnl = _argument('floatnl', UP_TO_NEWLINE, 'A line with the repr of a float.')
float8 = _argument('float8', 8, 'A double, the highest byte first.')
long1 = _argument('long1', TAKEN_FROM_ARGUMENT1, 'A length of one byte, and so many bytes of a number, the lowest first.')
long4 = _argument('long4', TAKEN_FROM_ARGUMENT4, 'A length of four bytes, and so many bytes of a number, the lowest first.')

# --- What is on the stack.

pyint = StackObject('int', int, 'An int.')
pylong = StackObject('long', long, 'A long.')
pyinteger_or_bool = StackObject('int_or_bool', (int, long, bool), 'An int, a long, or a bool.')
pybool = StackObject('bool', (bool,), 'A bool.')
pyfloat = StackObject('float', float, 'A float.')
pystring = StackObject('str', str, 'A str.')
pyunicode = StackObject('unicode', unicode, 'A unicode.')
pynone = StackObject('None', type(None), 'None.')
pytuple = StackObject('tuple', tuple, 'A tuple.')
pylist = StackObject('list', list, 'A list.')
pydict = StackObject('dict', dict, 'A dict.')
anyobject = StackObject('any', object, 'Anything.')
markobject = StackObject('mark', StackObject, 'What MARK has put there: things above it belong together.')
stackslice = StackObject('stackslice', StackObject, 'All that is above the topmost mark.')

# --- The opcodes: name, code, argument; what it takes; what it leaves; protocol; what it does.

_TABLE = r"""
INT             I    decimalnl_short        |                 | int_or_bool | 0 | An int, or a bool of protocols that have none.
BININT          J    int4                   |                 | int     | 1 | An int of four bytes.
BININT1         K    uint1                  |                 | int     | 1 | An int of one byte.
BININT2         M    uint2                  |                 | int     | 1 | An int of two bytes.
LONG            L    decimalnl_long         |                 | long    | 0 | A long.
LONG1           \x8a long1                  |                 | long    | 2 | A long of up to 255 bytes.
LONG4           \x8b long4                  |                 | long    | 2 | A long of any size.
STRING          S    stringnl               |                 | str     | 0 | A str.
BINSTRING       T    string4                |                 | str     | 1 | A str of any length.
SHORT_BINSTRING U    string1                |                 | str     | 1 | A str of up to 255 bytes.
NONE            N    -                      |                 | None    | 0 | None.
NEWTRUE         \x88 -                      |                 | bool    | 2 | True.
NEWFALSE        \x89 -                      |                 | bool    | 2 | False.
UNICODE         V    unicodestringnl        |                 | unicode | 0 | A unicode.
BINUNICODE      X    unicodestring4         |                 | unicode | 1 | A unicode of any length.
FLOAT           F    floatnl                |                 | float   | 0 | A float.
BINFLOAT        G    float8                 |                 | float   | 1 | A float of eight bytes.
EMPTY_LIST      ]    -                      |                 | list    | 1 | A new list.
APPEND          a    -                      | list any        | list    | 0 | Adds an item to a list.
APPENDS         e    -                      | list mark stackslice | list | 1 | Adds all items above the mark to a list.
LIST            l    -                      | mark stackslice | list    | 0 | A list of all above the mark.
EMPTY_TUPLE     )    -                      |                 | tuple   | 1 | The tuple without items.
TUPLE           t    -                      | mark stackslice | tuple   | 0 | A tuple of all above the mark.
TUPLE1          \x85 -                      | any             | tuple   | 2 | A tuple of one item.
TUPLE2          \x86 -                      | any any         | tuple   | 2 | A tuple of two items.
TUPLE3          \x87 -                      | any any any     | tuple   | 2 | A tuple of three items.
EMPTY_DICT      }    -                      |                 | dict    | 1 | A new dict.
DICT            d    -                      | mark stackslice | dict    | 0 | A dict of the keys and values above the mark.
SETITEM         s    -                      | dict any any    | dict    | 0 | Puts a key and its value into a dict.
SETITEMS        u    -                      | dict mark stackslice | dict | 1 | Puts all keys and values above the mark into a dict.
POP             0    -                      | any             |         | 0 | Drops what is on top.
DUP             2    -                      | any             | any any | 0 | Puts what is on top there once more.
MARK            (    -                      |                 | mark    | 0 | Puts a mark.
POP_MARK        1    -                      | mark stackslice |         | 1 | Drops all down to the topmost mark, and the mark.
GET             g    decimalnl_short        |                 | any     | 0 | What is remembered under a number.
BINGET          h    uint1                  |                 | any     | 1 | What is remembered under a number below 256.
LONG_BINGET     j    int4                   |                 | any     | 1 | What is remembered under a number.
PUT             p    decimalnl_short        |                 |         | 0 | Remembers what is on top under a number.
BINPUT          q    uint1                  |                 |         | 1 | Remembers what is on top under a number below 256.
LONG_BINPUT     r    int4                   |                 |         | 1 | Remembers what is on top under a number.
EXT1            \x82 uint1                  |                 | any     | 2 | What copyreg has registered under a code below 256.
EXT2            \x83 uint2                  |                 | any     | 2 | What copyreg has registered under a code below 65536.
EXT4            \x84 int4                   |                 | any     | 2 | What copyreg has registered under a code.
GLOBAL          c    stringnl_noescape_pair |                 | any     | 0 | What a module has under a name.
REDUCE          R    -                      | any any         | any     | 0 | Calls something with a tuple of arguments.
BUILD           b    -                      | any any         | any     | 0 | Gives an object its state.
INST            i    stringnl_noescape_pair | mark stackslice | any     | 0 | An instance of a class by its name.
OBJ             o    -                      | mark any stackslice | any | 1 | An instance of a class.
NEWOBJ          \x81 -                      | any any         | any     | 2 | An instance by the `__new__` of its class.
PROTO           \x80 uint1                  |                 |         | 2 | Says the protocol.
STOP            .    -                      | any             |         | 0 | The end: what is on top is the object.
PERSID          P    stringnl_noescape      |                 | any     | 0 | An object by a persistent name.
BINPERSID       Q    -                      | any             | any     | 1 | An object by a persistent name of any kind.
"""


def _opcode(line):
    head, before, after, proto, doc = [part.strip() for part in line.split('|')]
    name, code, argument = head.split()
    kinds = dict((kind.name, kind) for kind in globals().values() if isinstance(kind, StackObject))
    stacks = [[kinds[word] for word in words.split()] for words in (before, after)]
    argument = None if argument == '-' else globals()[argument]
    return OpcodeInfo(name, code.decode('string_escape'), argument, stacks[0], stacks[1], int(proto), doc)


opcodes = [_opcode(line) for line in _TABLE.strip().splitlines()]
code2op = dict((opcode.code, opcode) for opcode in opcodes)


def genops(pickle):
    """Yields (opcode, argument, position) for a pickle: a str, or a file, which is left behind the pickle's end.

    The position is None where the file does not tell it. ValueError at what is no opcode, and where no STOP comes.
    """
    if isinstance(pickle, str):
        import cStringIO as StringIO

        pickle = StringIO.StringIO(pickle)
    tell = getattr(pickle, 'tell', lambda: None)
    code = None
    while code != '.':
        pos = tell()
        code = pickle.read(1)
        opcode = code2op.get(code)
        if opcode is None:
            if code == '':
                raise ValueError('pickle exhausted before seeing STOP')
            where = '<unknown>' if pos is None else pos
            raise ValueError('at position %s, opcode %r unknown' % (where, code))
        yield opcode, None if opcode.arg is None else opcode.arg.reader(pickle), pos


def optimize(p):
    """A pickle (a str) without what it remembers and never asks for."""
    asked = set()
    kept = []
    ops = list(genops(p))
    ends = [pos for _, _, pos in ops[1:]] + [len(p)]
    for opcode, arg, _ in ops:
        if 'GET' in opcode.name:
            asked.add(arg)
    for (opcode, arg, start), end in zip(ops, ends):
        if 'PUT' not in opcode.name or arg in asked:
            kept.append(p[start:end])
    return ''.join(kept)


class _Machine(object):
    """What the stack and the memo would hold, without the objects."""

    def __init__(self, memo):
        self.stack = []
        self.memo = {} if memo is None else memo
        # Where the marks on the stack were put.
        self.marks = []

    def takes_mark(self, opcode):
        on_top = self.stack and self.stack[-1] is markobject
        return markobject in opcode.stack_before or (opcode.name == 'POP' and on_top)

    def unmark(self, opcode):
        """Drops what is above the topmost mark: (a note on the mark, what is wrong, what the opcode takes besides)."""
        if markobject not in self.stack:
            wrong = 'no MARK exists on stack'
            return wrong, wrong, list(opcode.stack_before)
        where = self.marks.pop()
        while self.stack[-1] is not markobject:
            self.stack.pop()
        self.stack.pop()
        before = opcode.stack_before
        rest = before[: before.index(markobject)] if markobject in before else []
        return '(MARK at %s)' % ('unknown opcode offset' if where is None else where), None, list(rest)

    def remember(self, opcode, arg):
        """What is wrong with a PUT, or None."""
        if arg in self.memo:
            return 'memo key %r already defined' % arg
        if not self.stack:
            return "stack is empty -- can't store into memo"
        if self.stack[-1] is markobject:
            return "can't store markobject in the memo"
        self.memo[arg] = self.stack[-1]
        return None


def dis(pickle, out=None, memo=None, indentlevel=4):
    """Prints the opcodes of a pickle (a str or a file), and checks what they do to the stack and the memo: ValueError where that is wrong.

    A memo is filled for the pickles that follow in the same file.
    """
    machine = _Machine(memo)
    stack = machine.stack
    highest = -1
    indent = ' ' * indentlevel
    for opcode, arg, pos in genops(pickle):
        start = '' if pos is None else '%5d: ' % pos
        line = '%s%-4s %s%s' % (start, repr(opcode.code)[1:-1], indent * len(machine.marks), opcode.name)
        highest = max(highest, opcode.proto)
        before, after = list(opcode.stack_before), list(opcode.stack_after)
        note = wrong = None
        if machine.takes_mark(opcode):
            note, wrong, before = machine.unmark(opcode)
        if opcode.name in ('PUT', 'BINPUT', 'LONG_BINPUT'):
            wrong = machine.remember(opcode, arg)
        elif opcode.name in ('GET', 'BINGET', 'LONG_BINGET'):
            if arg in machine.memo:
                after = [machine.memo[arg]]
            else:
                wrong = 'memo key %r has never been stored into' % arg
        if arg is not None or note:
            line += ' ' * (10 - len(opcode.name))
            if arg is not None:
                line += ' ' + repr(arg)
            if note:
                line += ' ' + note
        if out is None:
            print line
        else:
            print >>out, line
        if wrong:
            raise ValueError(wrong)
        if len(stack) < len(before):
            raise ValueError('tries to pop %d items from stack with only %d items' % (len(before), len(stack)))
        if before:
            del stack[-len(before):]
        if markobject in after:
            machine.marks.append(pos)
        stack.extend(after)
    print >>out, 'highest protocol among opcodes =', highest
    if stack:
        raise ValueError('stack not empty after STOP: %r' % stack)
