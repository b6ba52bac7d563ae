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
        sign, intpart, fraction, expo = extract(text)
    except NotANumber:
        return text
    intpart, fraction = unexpo(intpart, fraction, expo)
    intpart, fraction = roundfrac(intpart, fraction, digs)
    while intpart and intpart[0] == '0':
        intpart = intpart[1:]
    intpart = intpart or '0'
    return sign + intpart + '.' + fraction if digs > 0 else sign + intpart


def sci(x, digs):
    """`x` with one digit before the point, `digs` behind it, and an exponent."""
    text = x if type(x) is str else repr(x)
    sign, intpart, fraction, expo = extract(text)
    if not intpart:
        while fraction and fraction[0] == '0':
            fraction = fraction[1:]
            expo -= 1
        if fraction:
            intpart, fraction = fraction[0], fraction[1:]
            expo -= 1
        else:
            intpart = '0'
    else:
        expo += len(intpart) - 1
        intpart, fraction = intpart[0], intpart[1:] + fraction
    digs = max(0, digs)
    intpart, fraction = roundfrac(intpart, fraction, digs)
    if len(intpart) > 1:
        expo += len(intpart) - 1
        intpart, fraction = intpart[0], intpart[1:] + fraction[:1 - len(intpart)]
    text = sign + intpart
    if digs > 0:
        text += '.' + fraction
    mark = '-' if expo < 0 else '+'
    return text + 'e' + mark + str(abs(expo)).rjust(3, '0')
