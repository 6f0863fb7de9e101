"""The program behind a contour step: torch and pyplot, nothing hidden, for the learner to read and change."""

from __future__ import annotations

from studytui.course.model import Contour

PROGRAM = """\
import torch
import matplotlib.pyplot as plt

def f(x, y):
    return {f}

xs, ys = torch.linspace({x0:g}, {x1:g}, 60), torch.linspace({y0:g}, {y1:g}, 40)
x, y = torch.meshgrid(xs, ys, indexing="xy")
plt.contour(x, y, f(x, y), levels=12)

def track(make):
    point = torch.tensor([{sx!r}, {sy!r}], requires_grad=True)
    optimizer = make(point)
    places = [point.tolist()]

    def closure():
        optimizer.zero_grad()
        loss = f(point[0], point[1])
        loss.backward()
        return loss

    for _ in range({steps}):
        optimizer.step(closure)
        places.append(point.tolist())
    return zip(*places)

{tracks}
plt.legend()
plt.show()
"""
TRACK = 'plt.plot(*track(lambda p: torch.optim.{name}([p]{arguments})), label="{label}")'


def contour_program(step: Contour) -> str:
    """The program that draws the step: torch and pyplot, nothing hidden."""
    return PROGRAM.format(
        f=step.f,
        x0=step.x_range[0],
        x1=step.x_range[1],
        y0=step.y_range[0],
        y1=step.y_range[1],
        sx=float(step.start[0]),
        sy=float(step.start[1]),
        steps=step.steps,
        tracks="\n".join(track_line(optimizer) for optimizer in step.optimizers),
    ).rstrip()


def track_line(optimizer: str) -> str:
    """`SGD(lr=0.1)` becomes the line that runs and draws it."""
    name, _, arguments = optimizer.rstrip(") ").partition("(")
    return TRACK.format(
        name=name.strip(), arguments=f", {arguments}" if arguments else "", label=optimizer.replace('"', "'")
    )
