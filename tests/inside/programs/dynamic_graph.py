"""A graph that differs from step to step: the orders 4 and 5 come and go, and share one weight."""

import random

import torch


class Changing(torch.nn.Module):
    """A parabola, and sometimes higher orders."""

    def __init__(self):
        super().__init__()
        self.low = torch.nn.Parameter(torch.tensor([0.1, -0.2, 0.3]))
        self.high = torch.nn.Parameter(torch.tensor(0.01))

    def forward(self, x):
        y = self.low[0] + self.low[1] * x + self.low[2] * x**2
        for order in range(4, random.randint(4, 6)):
            y = y + self.high * x**order
        return y


random.seed(3)
grid = torch.linspace(-1, 1, 200)
target = torch.sin(2 * grid)
model = Changing()
criterion = torch.nn.MSELoss(reduction="sum")
optimizer = torch.optim.SGD(model.parameters(), lr=1e-4, momentum=0.9)
for step in range(700):
    loss = criterion(model(grid), target)
    if step % 100 == 99:
        print(step, loss.item())
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

print("low:", [round(w, 4) for w in model.low.tolist()], "high:", round(model.high.item(), 4))
