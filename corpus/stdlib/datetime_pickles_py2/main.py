# pymp: python=2
"""Dates and times as Python 2 pickles and shows them."""
import cPickle
import copy
import datetime
import pickle

VALUES = [datetime.date(2020, 2, 29), datetime.datetime(2020, 2, 29, 23, 59, 58, 999999), datetime.time(1, 2, 3, 4),
          datetime.timedelta(3, 4, 5), datetime.timedelta(0), datetime.timedelta(0, 7), datetime.timedelta(-1, 0, 9)]
for value in VALUES:
    print repr(value), value, value.__reduce__()[1]
    for protocol in range(3):
        data = pickle.dumps(value, protocol)
        print repr(data), cPickle.loads(data) == value, cPickle.loads(cPickle.dumps(value, protocol)) == value


class Zone(datetime.tzinfo):
    def __init__(self, hours=0):
        self.hours = hours

    def utcoffset(self, when):
        return datetime.timedelta(hours=self.hours)

    dst = utcoffset


class Named(Zone):
    def __getinitargs__(self):
        return (self.hours,)


class Stated(Zone):
    def __getstate__(self):
        return {'hours': self.hours + 1}


for zone in Zone(1), Named(2), Stated(3), datetime.tzinfo():
    print zone.__reduce__()[1:], hasattr(zone, '__getstate__')
    for module in pickle, cPickle:
        for protocol in range(3):
            again = module.loads(module.dumps(zone, protocol))
            print type(again).__name__, vars(again) if isinstance(again, Zone) else '', 
    print vars(copy.copy(zone)) if isinstance(zone, Zone) else type(copy.deepcopy(zone))
    moment = datetime.datetime(2020, 1, 2, tzinfo=zone)
    print type(pickle.loads(pickle.dumps(moment)).tzinfo).__name__
