"""The types of functions, methods, instances, classes and modules, to call for new ones."""

import types as _types

for _name, _type in dict(classobj='Class', code='Code', function='Function', instance='Instance',
                         instancemethod='Method', module='Module').items():
    globals()[_name] = getattr(_types, _type + 'Type')
del _name, _type, _types
