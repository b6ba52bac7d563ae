"""The same short text evaluated over and over: in other namespaces, with functions and classes of its own each time, failing."""
import traceback

a = 1
TEXT = "def f(x):\n    return x + k\nclass C:\n    n = k\nresult = f(a)\n"
made = []
for k in range(4):
    space = {"a": 10 * k, "k": k}
    exec(TEXT, space)
    made.append((space["f"], space["C"]))
    print(space["result"], space["f"](1), space["C"].n)
print(len(set(f for f, _ in made)), len(set(c for _, c in made)), [f(0) for f, _ in made])
print([eval("a + 1", {"a": n}) for n in range(3)])


def local(v):
    return eval("v * 2"), eval("[v for v in range(v)]")


print(local(2), local(3), a)
for i in range(3):
    try:
        exec("x = 1\ny = x / zero", {"zero": 0})
    except ZeroDivisionError as e:
        print(traceback.extract_tb(e.__traceback__)[-1].lineno, e)
    try:
        eval("1 +")
    except SyntaxError as e:
        print(e.msg, e.lineno)
codes = [compile("z + 1", "<c>", "eval") for _ in range(2)]
print(codes[0] is codes[1], [eval(c, {"z": 5}) for c in codes], compile("z + 1", "<d>", "eval").co_filename)
exec("counter = 0")
for i in range(5):
    exec("counter += 1")
print(counter)
exec("print(1, end=' ')\nprint(2)")
exec("print(1, end=' ')\nprint(2)", {"print": lambda *p, **k: print("own", p)})
