"""Start-up: one line of output."""
print("hello from a program")
