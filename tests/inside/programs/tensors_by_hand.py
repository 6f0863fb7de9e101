"""The same fit with tensors, still without autograd."""

import torch

grid = torch.linspace(-2, 2, 400)
target = torch.exp(-(grid**2))
p, q, r = torch.tensor(0.1), torch.tensor(-0.2), torch.tensor(0.3)
rate = 1e-4

for step in range(600):
    guess = p + q * grid + r * grid**2
    loss = (guess - target).pow(2).sum().item()
    if step % 200 == 199:
        print(step, loss)
    slope = 2.0 * (guess - target)
    p -= rate * slope.sum()
    q -= rate * (slope * grid).sum()
    r -= rate * (slope * grid**2).sum()

print(f"found: {p.item():.4f} {q.item():.4f} {r.item():.4f}")
