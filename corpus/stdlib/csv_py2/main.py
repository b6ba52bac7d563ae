# pymp: python=2
import csv
def t(**k):
    try: csv.reader([], **k); print k, 'ok'
    except Exception as e: print k, type(e), e
for n in ('delimiter', 'quotechar', 'escapechar', 'lineterminator', 'quoting', 'skipinitialspace', 'doublequote', 'strict'):
    for v in ('', None, 5, u'x', 'xx', u'\xe9', [], 'x', 9, -1):
        t(**{n: v})
    try: print f()
    except Exception as e: print type(e), e
for f in (lambda: list(csv.reader([',3,"5",7.3, 9'], quoting=csv.QUOTE_NONNUMERIC)), lambda: list(csv.reader(['a\0b'])), lambda: csv.writer(5)):
    try: print f()
    except Exception as e: print e
for row in csv.DictReader(['x,y', '', '1,2,3', '4'], restkey='more', restval='-'): print sorted(row.items())
r = csv.DictReader(['1,2'], ['a', 'b']); print r.fieldnames, r.line_num, r.next(), r.line_num
import sys
w = csv.DictWriter(sys.stdout, ['a', 'b'], extrasaction='ignore'); w.writeheader(); w.writerow({'a': 1, 'z': 2}); w.writerows([{'b': 'x,y'}, {'a': '"'}])
try: csv.DictWriter(sys.stdout, ['a']).writerow({'q': 1, 'a': 2})
except ValueError as e: print e
try: csv.DictWriter(sys.stdout, ['a'], extrasaction='no')
except ValueError as e: print e
s = csv.Sniffer(); d = s.sniff("name;age\n'a;b';5\n'c';6\n"); print d.delimiter, d.quotechar, d._name, s.has_header('name,age\nbob,5\nal,6\n'), s.preferred
class Bad(csv.Dialect): delimiter = u';'
try: Bad()
except csv.Error as e: print e
print sorted(csv.list_dialects()), csv.get_dialect('excel-tab').delimiter, csv.excel._valid, csv.excel()._valid
