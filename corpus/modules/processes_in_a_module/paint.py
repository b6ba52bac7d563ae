def mix(colour):
    return '+'.join(sorted(set(colour)))
