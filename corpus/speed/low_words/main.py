"""Products, shifts and masks of ints at and beyond the edges of machine words, first hot with small values."""
MASK=0xFFFFFFFF
def rotr(x,n):
    return ((x >> n) | (x << (32 - n))) & MASK
def lcg(s): return (s*1103515245+12345) % 2147483648
def lcg2(s): return (s*6364136223846793 + 1442695040888963) & 0x7fffffff
def lm(s,m): return (s*48271) % m
def lm2(s,m,c): return (s*48271+c) % m
def inv(s,k): return (~int(s) << k) & 0xFFFFFFFF
for hot in range(3000):
    rotr(hot, 7); lcg(hot); lcg2(hot); lm(hot, 7); lm2(hot, 9, 1); inv(hot, 3)
vals=[0,1,-1,5,-7,2**31,2**32-1,2**32,2**45+3,-2**45-3,2**53-1,-(2**53-1),2**60,-2**70,True]
for v in vals:
    print(v, lcg(v), lcg2(v), [lm(v,m) for m in (1,7,2**31-1,2**32,10**12+39,2**53-1,2**60)], [lm2(v,m,c) for m in (1000003,) for c in vals], [inv(v,k) for k in (0,1,31,32,40)])
    print([ (v<<k, v>>k) for k in range(0,36)], [(v&w,v|w,v^w, v&0xff00ff, v|7, v^-3, v&-8) for w in vals])
for v in vals:
    for n in (0,1,7,31,32):
        print(rotr(v,n),end=' ')
try: rotr(1,-1)
except ValueError as e: print(e)
try: rotr(1,33)
except ValueError as e: print(e)
try: rotr('a',3)
except TypeError as e: print(e)
print((1.5*3+1)%7)
def f(x): return (x*3.5+1)%7
def g(x,y): return (x*3+y)%7
for i in range(300): g(i,2)
print(f(2),g(2.5,1),g(2.5,True), g(1,1.25))
try: g(1,None)
except TypeError as e: print(e)
try: lm(3,0)
except ZeroDivisionError as e: print(e)
print(lm(3,-5), lm2(3,-5,2**53-1))
vals=[0,1,-1,5,-7,2**31,2**32-1,2**32,2**45+3,-2**45-3,2**53-1,-(2**53-1),-2**52,2**60,-2**70,True,-2**32,-2**32+1, -2**31]
for a in vals:
    print(a, ~int(a), [(a&b,a|b,a^b) for b in vals])
