def divide(n):
    return 8 // n


def run(numbers):
    for n in numbers:
        print(divide(n))
