"""An optimizer takes the steps."""

import torch
from torch import nn

grid = torch.linspace(-2, 2, 400)
powers = grid.unsqueeze(-1).pow(torch.tensor([1, 2]))
target = torch.exp(-(grid**2))
torch.manual_seed(2)
model = nn.Sequential(nn.Linear(2, 1), nn.Flatten(0, 1))
criterion = nn.MSELoss()
optimizer = torch.optim.RMSprop(model.parameters(), lr=1e-2)

for step in range(400):
    loss = criterion(model(powers), target)
    if step % 100 == 99:
        print(step, loss.item())
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

print("bias:", round(model[0].bias.item(), 4))
