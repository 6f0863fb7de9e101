"""An autograd Function of one's own: the fourth Chebyshev polynomial."""

import torch


class Chebyshev(torch.autograd.Function):
    """T4(x) = 8x^4 - 8x^2 + 1."""

    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return 8 * x**4 - 8 * x**2 + 1

    @staticmethod
    def backward(ctx, upstream):
        (x,) = ctx.saved_tensors
        return upstream * (32 * x**3 - 16 * x)


grid = torch.linspace(-1, 1, 300)
target = torch.cos(3 * grid)
height = torch.tensor(0.0, requires_grad=True)
scale = torch.tensor(0.5, requires_grad=True)

for step in range(400):
    guess = height + Chebyshev.apply(scale * grid)
    loss = (guess - target).pow(2).mean()
    if step % 100 == 99:
        print(step, loss.item())
    loss.backward()
    with torch.no_grad():
        for parameter in (height, scale):
            parameter -= 1e-3 * parameter.grad
            parameter.grad = None

print(f"found: {height.item():.4f} + T4({scale.item():.4f} x)")
