"""Built-ins called with keywords: those that fit, in any order, and what is said of those that do not."""


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


print("a b c".split(sep=" ", maxsplit=1), "a b c".split(maxsplit=1, sep=None), "a,b".rsplit(",", maxsplit=0))
print(sorted([3, 1, 2], reverse=True), sorted("bA", key=str.lower), sorted("bA", reverse=False, key=None), max("abc", key=ord), max([], default=5))
print("{x} {0} {y}".format(1, x=2, y=3), int("ff", base=16), int("7"), "{a}".format(**{"a": 1}), "%s" % dict(a=1, b=2))
print("ab".encode(encoding="utf-8", errors="strict"), b"ab".decode(errors="ignore"), sum([1, 2], start=3), round(2.567, ndigits=1), pow(2, exp=5, mod=7))
print(list(enumerate("ab", start=3)), list(zip([1], [2], strict=True)), "x".join(["1", "2"]), bytes("a", encoding="ascii"), str(b"a", encoding="ascii"))
l = [2, 1]
l.sort(key=lambda x: x, reverse=False)
print(l, "abc".replace("a", "b", count=1), "a\tb".expandtabs(tabsize=4), "a\nb".splitlines(keepends=True))
print("x", "y", sep="-", end="!\n")
for text in (
    '"a b".split(" ", sep=" ")', '"a b".split(sep=" ", nothing=1)', '"a".upper(x=1)', 'sorted()', 'sorted(key=1)', 'sorted([1], [2], key=1)',
    'len(obj=[])', 'int(x="1")', 'max(1, 2, kee=3)', 'print(1, separator="")', '[].sort(kee=1)', '[].append(x=1)', '{}.get(key=1)', '{}.pop("a", default=1)', 'sum(iterable=[1])',
    'sum([1], begin=1)', 'round(number=2.5)', 'pow(base=2, exp=3)', '"{a}".format(b=1)', '"{}".format(a=1)', 
    'sorted([1], **{"reverse": True, 1: 2})', 'isinstance(1, cls=int)', 'open(mode="r")', 'dict.fromkeys([1], value=2)',
    'str.split("a b", sep=" ")', 'str.split(sep=" ")', 'str.split(1, sep=" ")',
):
    attempt(eval, text)


class Text(str):
    def split(self, *args, **kwargs):
        return args, kwargs


print(Text("a b").split(sep=" "), Text("a b").rsplit(sep=None, maxsplit=1))
