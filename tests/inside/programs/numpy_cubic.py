"""Fit a cubic to a bump with numpy alone; the gradients are worked out by hand."""

import numpy as np

grid = np.linspace(-2, 2, 400)
target = np.exp(-(grid**2))
p, q, r, s = 0.1, -0.2, 0.3, 0.05
rate = 1e-4

for step in range(600):
    guess = p + q * grid + r * grid**2 + s * grid**3
    loss = np.square(guess - target).sum()
    if step % 200 == 199:
        print(step, loss)
    slope = 2.0 * (guess - target)
    p -= rate * slope.sum()
    q -= rate * (slope * grid).sum()
    r -= rate * (slope * grid**2).sum()
    s -= rate * (slope * grid**3).sum() / 10

print(f"found: {p:.4f} {q:.4f} {r:.4f} {s:.4f}")
