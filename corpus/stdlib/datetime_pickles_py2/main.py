# pymp: python=2
"""Dates and times as Python 2 pickles and shows them."""
import cPickle
import datetime
import pickle

VALUES = [datetime.date(2020, 2, 29), datetime.datetime(2020, 2, 29, 23, 59, 58, 999999), datetime.time(1, 2, 3, 4),
          datetime.timedelta(3, 4, 5), datetime.timedelta(0), datetime.timedelta(0, 7), datetime.timedelta(-1, 0, 9)]
for value in VALUES:
    print repr(value), value, value.__reduce__()[1]
    for protocol in range(3):
        data = pickle.dumps(value, protocol)
        print repr(data), cPickle.loads(data) == value, cPickle.loads(cPickle.dumps(value, protocol)) == value
