"""Long and short texts backwards and in steps, characters sorted, cases swapped."""
plain = "abcXYZ 0123456789" * 700
accented = "na\xefve caf\xe9 " * 700
wide = u"\u4e2d\u6587 text " * 700
astral = "a\U0001F600b\U0001F601c" * 500
for text in (plain, accented, wide, astral, "ab", "a", "", "\xe9", "a\U0001F600b"):
    back = text[::-1]
    print(len(back), back[:5].encode("unicode_escape"), back[-5:].encode("unicode_escape"), back[::-1] == text)
    print(text[1:4000:3][-7:].encode("unicode_escape"), text[4000:1:-2][-7:].encode("unicode_escape"), len(text[-2::-1]), len(text[5000:2:-1]))
    print("".join(sorted(text))[-6:].encode("unicode_escape"), "".join(sorted(set(text), reverse=True))[:6].encode("unicode_escape"))
    print(len(text.swapcase()), text.swapcase()[:9].encode("unicode_escape"), text.title()[-9:].encode("unicode_escape"))
print(sorted("hello"), sorted(["b", "a", ""]), sorted(["b", "\U0001F600", "\uffff"]) == ["b", "\uffff", "\U0001F600"])
print(sorted([3, 1, 2]), sorted([1, 2, 3], reverse=True), sorted([5, 2.5, 3]), sorted([2, 1.0, 1, True]), sorted([-1, 2**60, 0]))
letters = "".join(chr(33 + i % 90) for i in range(300))
for text in (letters, letters + "\u4e2d", letters + "\xff", letters[:40], letters[:24] + "\U0001F600"):
    numbers = list(map(ord, text))
    for start in (None, 0, 1, 30, 299, -1, -30, -500, 500):
        for stop in (None, 0, 1, 29, 30, 31, 299, -1, -28, -500, 500):
            for step in (-97, -29, -3, -2, -1, 2, 3, 28, 500):
                assert list(map(ord, text[start:stop:step])) == numbers[start:stop:step], (text, start, stop, step)
print(letters[::-7], letters[5:200:9])
