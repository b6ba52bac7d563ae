"""str.translate of short and long texts, by dicts and by what only looks like one."""
from collections import defaultdict

table = str.maketrans({"a": "x", "b": None, "c": "long", "\U0001F600": "smile", "\u00e4": 0x1F600, "d": ord("D")})
for text in ("", "zz", "a", "b", "abcd", "zzazz", "\U0001F600\u00e4\U0001F601a", "b" * 70, "abcde\U0001F600" * 20, "zz\u00e4" * 30, "\ud83d", "\ud83da"):
    print(ascii(text.translate(table)), ascii((text * 9).translate(table))[:90])
print("hello".translate({}), "hello".translate(str.maketrans("lo", "01", "h")), "hello".translate(str.maketrans("", "", "l")))


class Asked:
    def __init__(self):
        self.asked = []

    def __getitem__(self, code):
        self.asked.append(chr(code))
        if code == ord("k"):
            raise KeyError(code)
        return chr(code).upper()


asked = Asked()
print("book".translate(asked), asked.asked)
plain = defaultdict(lambda: "?", {98: "B"})
print("abc".translate(plain), sorted(plain))


class Sub(dict):
    def __missing__(self, key):
        return chr(key) * 2


print("abc".translate(Sub({97: "A"})))
for bad in ({97: 0x110000}, {97: -1}, {97: 1.5}, {97: b"x"}, None, 5, [None] * 98, "x" * 98, []):
    for text in ("zza", "a" * 100):
        try:
            print(text.translate(bad)[:5])
        except Exception as error:
            print(type(error).__name__, error)
