"""Numbers as texts with so many digits, rounded in decimal.

Spec: https://docs.python.org/2.7/library/fpformat.html
"""

import re

__all__ = ['fix', 'sci', 'NotANumber']

_NUMBER = re.compile(r'([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d+))?$')


class NotANumber(ValueError):
    """What is to be shown is no number."""


def extract(s):
    """The sign, the digits before the point (without zeros in front) and behind it, and the exponent."""
    found = _NUMBER.match(s)
    if found is None:
        raise NotANumber(s)
    sign, whole, fraction, exponent = found.group(1, 2, 3, 4)
    whole = whole.lstrip('0')
    return '' if sign == '+' else sign, whole, fraction or '', int(exponent or 0)


def unexpo(intpart, fraction, expo):
    """Moves the point by the exponent."""
    if expo > 0:
        moved = fraction[:expo]
        intpart, fraction = intpart + moved + '0' * (expo - len(moved)), fraction[expo:]
        return intpart, fraction
    if expo < 0:
        count = min(-expo, len(intpart))
        moved = intpart[len(intpart) - count:]
        return intpart[:len(intpart) - count], '0' * (-expo - len(moved)) + moved + fraction
    return intpart, fraction


def roundfrac(intpart, fraction, digs):
    """Rounds to so many digits behind the point; before it, where the number is negative."""
    if len(fraction) <= digs:
        return intpart, fraction + '0' * (digs - len(fraction))
    places = len(intpart)
    if places + digs < 0:
        return '0' * -digs, ''
    digits = intpart + fraction
    kept = digits[:places + digs]
    if digits[places + digs:places + digs + 1] >= '5':
        rounded = str(int(kept or '0') + 1)
        kept = rounded.rjust(len(kept), '0')
        places += len(kept) - (places + digs) if len(kept) > places + digs else 0
    if digs >= 0:
        return kept[:places], kept[places:]
    return kept + '0' * -digs, ''


def fix(x, digs):
    """`x` with `digs` digits behind the point, and no exponent."""
    text = x if type(x) is str else repr(x)
    try:
        parts = extract(text)
    except NotANumber:
        return text
    whole, behind = roundfrac(*unexpo(*parts[1:]) + (digs,))
    shown = parts[0] + (whole.lstrip('0') or '0')
    return '.'.join([shown, behind]) if digs > 0 else shown


def sci(x, digs):
    """`x` with one digit before the point, `digs` behind it, and an exponent."""
    text = x if type(x) is str else repr(x)
    sign, whole, behind, expo = extract(text)
    first, behind, moved = _one_digit(whole, behind)
    places = max(0, digs)
    first, behind = roundfrac(first, behind, places)
    # Rounding 9.99 has made it 10.0.
    surplus = len(first) - 1
    if surplus > 0:
        first, behind = first[0], first[1:] + behind[:-surplus]
    expo += moved + surplus
    shown = '.'.join([first, behind]) if digs > 0 else first
    return '%s%se%s%s' % (sign, shown, '-' if expo < 0 else '+', str(abs(expo)).rjust(3, '0'))


def _one_digit(whole, behind):
    """The digit before the point, those behind it, and how far the point had to go to the left for it."""
    if whole:
        return whole[0], whole[1:] + behind, len(whole) - 1
    digits = behind.lstrip('0')
    zeros = len(behind) - len(digits)
    return (digits[0], digits[1:], -zeros - 1) if digits else ('0', '', -zeros)
