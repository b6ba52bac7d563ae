"""Quantiles of the normal distribution, from the middle to far out."""
import statistics
n = statistics.NormalDist(3, 2)
print([n.inv_cdf(p) for p in (.5,.3,.1,.01,.7,.93,1e-5,1e-12,1e-20,1e-100)])
import random
random.seed(1)
n = statistics.NormalDist(3, 2)
h = 0
for i in range(3000):
    p = random.random() ** random.choice([1, 3, 20, 60])
    if 0<p<1: h = hash((h, n.inv_cdf(p), n.inv_cdf(1-p) if p > 1e-16 else 0))
print(h)
