"""A linear layer over powers, with a loss module; parameters are changed one by one."""

import torch
from torch import nn

grid = torch.linspace(-2, 2, 400)
powers = grid.unsqueeze(-1).pow(torch.tensor([1, 2]))
target = torch.exp(-(grid**2))
torch.manual_seed(1)
model = nn.Sequential(nn.Linear(2, 1), nn.Flatten(0, 1))
criterion = nn.MSELoss(reduction="sum")

for step in range(500):
    loss = criterion(model(powers), target)
    if step % 100 == 99:
        print(step, loss.item())
    model.zero_grad()
    loss.backward()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter -= 1e-4 * parameter.grad

print("bias:", round(model[0].bias.item(), 4))
