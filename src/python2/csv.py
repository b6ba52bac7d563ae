"""Tables as text: dialects, rows as dictionaries, and a guess at how a table is written, on top of _csv."""

from _csv import (Error, QUOTE_ALL, QUOTE_MINIMAL, QUOTE_NONE, QUOTE_NONNUMERIC, __doc__, __version__,
                  field_size_limit, get_dialect, list_dialects, reader, register_dialect, unregister_dialect, writer)
from _csv import Dialect as _Checked
from cStringIO import StringIO

__all__ = ('__doc__ __version__ Dialect DictReader DictWriter Error QUOTE_ALL QUOTE_MINIMAL QUOTE_NONE QUOTE_NONNUMERIC '
           'Sniffer excel excel_tab field_size_limit get_dialect list_dialects reader register_dialect '
           'unregister_dialect writer').split()


class Dialect:
    """How a table is written: a class whose attributes say it all."""

    _name, _valid = '', False
    delimiter = quotechar = escapechar = lineterminator = None
    doublequote = skipinitialspace = quoting = None

    def __init__(self):
        # Whoever makes one finds out early what is wrong with it.
        self._validate()
        self._valid = self.__class__ is not Dialect

    def _validate(self):
        try:
            _Checked(self)
        except TypeError, refusal:
            raise Error('%s' % refusal)


class excel(Dialect):
    """As Excel writes it."""

    delimiter, quotechar, lineterminator = ',', '"', '\r\n'
    doublequote, skipinitialspace, quoting = True, False, QUOTE_MINIMAL


class excel_tab(excel):
    """As Excel writes it with tabs."""

    delimiter = '\t'


for _kind in excel, excel_tab:
    register_dialect(_kind.__name__.replace('_', '-'), _kind)
del _kind


class DictReader:
    """Rows as dictionaries; the first row has the keys if they are not given."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **kwds):
        self.reader, self.line_num = reader(f, dialect, *args, **kwds), 0
        self.dialect, self._fieldnames = dialect, fieldnames
        self.restkey, self.restval = restkey, restval

    def _names(self):
        self._fieldnames = next(self.reader, None) if self._fieldnames is None else self._fieldnames
        self.line_num = self.reader.line_num
        return self._fieldnames

    def _rename(self, names):
        self._fieldnames = names

    fieldnames = property(_names, _rename)

    def __iter__(self):
        return self

    def next(self):
        """The next row that is not empty."""
        names, row = self.fieldnames, []
        while not row:
            row = next(self.reader)
        self.line_num = self.reader.line_num
        found = dict.fromkeys(names[len(row):], self.restval)
        found.update(zip(names, row))
        more = row[len(names):]
        if more:
            found[self.restkey] = more
        return found


class DictWriter:
    """Writes dictionaries as rows."""

    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args, **kwds):
        if extrasaction.lower() not in ('ignore', 'raise'):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
        self.fieldnames, self.restval, self.extrasaction = fieldnames, restval, extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def _row(self, values):
        """The values in the order of the columns."""
        if self.extrasaction == 'raise':
            others = ', '.join(repr(name) for name in values if name not in self.fieldnames)
            if others:
                raise ValueError('dict contains fields not in fieldnames: %s' % others)
        return [values.get(name, self.restval) for name in self.fieldnames]

    def writeheader(self):
        """Writes the names of the columns."""
        self.writerow(dict((name, name) for name in self.fieldnames))

    def writerow(self, rowdict):
        """Writes one row."""
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        """Writes many rows, or none if one of them cannot be written."""
        return self.writer.writerows(map(self._row, rowdicts))


def _library():
    """The library's module; the dialects that it registers are not this one's."""
    known = [(name, get_dialect(name)) for name in list_dialects()]
    module = __import__('@csv')
    map(unregister_dialect, list_dialects())
    for name, kind in known:
        register_dialect(name, kind)
    # Samples are str.
    module.StringIO = StringIO
    return module


class Sniffer:
    """Guesses how a table is written, from a part of it: by the library's own rules."""

    def __init__(self):
        self._rules = _library().Sniffer()
        self.preferred = self._rules.preferred

    def sniff(self, sample, delimiters=None):
        """A dialect that fits; raises Error if there is none."""
        found = self._rules.sniff(sample, delimiters)

        class guessed(excel):
            _name = 'sniffed'

        for name in 'delimiter', 'doublequote', 'quotechar', 'skipinitialspace':
            setattr(guessed, name, getattr(found, name))
        return guessed

    def has_header(self, sample):
        """Whether the first row seems to name the columns."""
        return self._rules.has_header(sample)
