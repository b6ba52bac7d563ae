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
