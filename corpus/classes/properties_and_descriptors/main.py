"""Properties, descriptors, __slots__, class methods and __set_name__."""


class Celsius:
    def __init__(self, degrees=0.0):
        self._degrees = degrees

    @property
    def fahrenheit(self):
        """The other scale."""
        return self._degrees * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self._degrees = (value - 32) * 5 / 9

    @fahrenheit.deleter
    def fahrenheit(self):
        self._degrees = 0.0

    @property
    def fixed(self):
        return 'constant'

    @classmethod
    def boiling(cls):
        return cls(100.0)

    @staticmethod
    def unit():
        return '°C'


t = Celsius(37.0)
print(t.fahrenheit, Celsius.fahrenheit.__doc__, Celsius.boiling().fahrenheit, Celsius.unit(), t.unit())
t.fahrenheit = 212
print(t._degrees)
del t.fahrenheit
print(t._degrees)
for action in (lambda: setattr(t, 'fixed', 1), lambda: delattr(t, 'fixed'), lambda: t.missing, lambda: Celsius.missing, lambda: delattr(t, 'missing')):
    try:
        action()
    except AttributeError as error:
        print(error)


class Positive:
    def __set_name__(self, owner, name):
        self.name = '_' + name
        print('named', name, 'in', owner.__name__)

    def __get__(self, instance, owner=None):
        return self if instance is None else getattr(instance, self.name, 'unset')

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError(f'{self.name[1:]} must be positive, not {value}')
        setattr(instance, self.name, value)


class Order:
    quantity = Positive()
    price = Positive()

    def __init__(self, quantity, price):
        self.quantity, self.price = quantity, price


order = Order(2, 9.5)
print(order.quantity * order.price, vars(order), isinstance(Order.price, Positive))
try:
    order.price = -1
except ValueError as error:
    print(error)


class Lazy:
    def __init__(self, function):
        self.function = function

    def __get__(self, instance, owner):
        value = instance.__dict__[self.function.__name__] = self.function(instance)
        return value


class Report:
    @Lazy
    def data(self):
        print('computed once')
        return [1, 2, 3]


report = Report()
print(report.data, report.data, vars(report))


class Slotted:
    __slots__ = ('a', 'b')


s = Slotted()
s.a = 1
for action in (lambda: s.b, lambda: setattr(s, 'c', 1), lambda: s.__dict__):
    try:
        print(action())
    except AttributeError as error:
        print(error)
print(s.a, hasattr(s, 'b'))


class Private:
    def __init__(self):
        self.__secret = 42

    def reveal(self):
        return self.__secret


print(Private().reveal(), Private()._Private__secret, hasattr(Private(), '__secret'))
