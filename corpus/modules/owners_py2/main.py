# pymp: python=2
"""Functions belong to the modules that the program knows, whoever loaded them first."""
import codecs, io, logging, pickle, pprint, re, time

print len.__module__, open.__module__, time.sleep.__module__, repr(pickle.dumps(len)), pickle.loads(pickle.dumps(len)) is len
