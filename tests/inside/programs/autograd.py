"""Autograd does the derivatives; the update stays by hand."""

import torch

grid = torch.linspace(-2, 2, 400)
target = torch.exp(-(grid**2))
weights = torch.tensor([0.1, -0.2, 0.3], requires_grad=True)

for step in range(500):
    guess = weights[0] + weights[1] * grid + weights[2] * grid**2
    loss = (guess - target).pow(2).sum()
    if step % 100 == 99:
        print(step, loss.item())
    loss.backward()
    with torch.no_grad():
        weights -= 1e-4 * weights.grad
        weights.grad = None

print("found:", [round(w, 4) for w in weights.tolist()])
