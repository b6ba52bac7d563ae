"""resource: limits and what has been used."""
import resource
print({k:v for k,v in sorted(vars(resource).items()) if k.isupper()})
for f in (lambda: resource.getrlimit(99), lambda: resource.setrlimit(7, (5,)), lambda: resource.setrlimit(7,(10,5)), lambda: resource.getrusage(77), lambda: resource.setrlimit(99,(1,1))):
    try: print(f())
    except Exception as e: print(type(e), e)
soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (1000, hard)); print(resource.getrlimit(resource.RLIMIT_NOFILE)[0])
u = resource.getrusage(resource.RUSAGE_SELF); print(u.ru_maxrss > 1000, u.ru_utime > 0, len(u), resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime >= 0)
