"""Beginnings for snippets: small programs that run as they are and are worth changing."""

from __future__ import annotations

from typing import NamedTuple


class Template(NamedTuple):
    """A program to begin with."""

    name: str
    """What the snippet is called at first."""
    words: str
    code: str


GRADIENT = Template(
    "gradient",
    "a gradient, by autograd and by hand",
    """import torch

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
y = (x ** 3).sum()
y.backward()
print("autograd:", x.grad)
print("by hand: ", 3 * x.detach() ** 2)
""",
)
LINE = Template(
    "fit a line",
    "gradient descent by hand",
    """import torch

torch.manual_seed(0)
x = torch.linspace(-1, 1, 50)
y = 3 * x + 1 + 0.1 * torch.randn(50)
w = torch.zeros(1, requires_grad=True)
b = torch.zeros(1, requires_grad=True)

for step in range(100):
    loss = ((w * x + b - y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        w -= 0.2 * w.grad
        b -= 0.2 * b.grad
    w.grad = b.grad = None

print(f"w = {w.item():.2f}, b = {b.item():.2f}")
""",
)
TRAINING = Template(
    "training loop",
    "net, loader, optimizer, validation",
    """import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split

torch.manual_seed(0)
x = torch.randn(600, 2)
y = (x[:, 0] * x[:, 1] > 0).long()
train, held_out = random_split(TensorDataset(x, y), [500, 100])

net = nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 2))
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(net.parameters(), lr=0.02)

for epoch in range(20):
    for inputs, labels in DataLoader(train, batch_size=50, shuffle=True):
        loss = criterion(net(inputs), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()

net.eval()
with torch.no_grad():
    inputs, labels = held_out[:]
    accuracy = (net(inputs).argmax(1) == labels).float().mean()
print(f"accuracy on points never trained on: {accuracy.item():.0%}")
""",
)
CURVE = Template(
    "draw a function",
    "matplotlib, drawn in the plot",
    """import matplotlib.pyplot as plt
import torch

x = torch.linspace(-4, 4, 200)
plt.plot(x, torch.sigmoid(x), label="sigmoid")
plt.plot(x, torch.tanh(x), label="tanh")
plt.plot(x, torch.relu(x).clamp(max=2), label="relu, cut at 2")
plt.legend()
plt.show()
""",
)
SHAPES = Template(
    "shapes",
    "broadcasting, views, shared memory",
    """import torch

images = torch.rand(8, 3, 4, 4)
mean = images.mean(dim=(0, 2, 3), keepdim=True)
centred = images - mean
flat = centred.flatten(1)
first = flat[0]

print(mean.shape, centred.shape, flat.shape)
print("first looks into flat's memory:", first.data_ptr() == flat.data_ptr())
""",
)

TEMPLATES = (GRADIENT, SHAPES, LINE, TRAINING, CURVE)
