"""A module of one's own, trained within a function."""

import torch


class Parabola(torch.nn.Module):
    """a + b x + c x^2."""

    def __init__(self):
        super().__init__()
        self.a = torch.nn.Parameter(torch.tensor(0.1))
        self.b = torch.nn.Parameter(torch.tensor(-0.2))
        self.c = torch.nn.Parameter(torch.tensor(0.3))

    def forward(self, x):
        return self.a + self.b * x + self.c * x**2


def train(model, x, y, steps):
    criterion = torch.nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=1e-2)
    for step in range(steps):
        loss = criterion(model(x), y)
        if step % 100 == 99:
            print(step, loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()


grid = torch.linspace(-2, 2, 400)
parabola = Parabola()
train(parabola, grid, torch.exp(-(grid**2)), 300)
print(f"y = {parabola.a.item():.4f} + {parabola.b.item():.4f} x + {parabola.c.item():.4f} x^2")
