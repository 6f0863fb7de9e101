"""The 37 kinds of matplotlib's gallery of plot types."""

from __future__ import annotations

from tests.inside.gallery.shown import Kind

HEAD = """
import numpy as np, matplotlib.pyplot as plt, warnings
warnings.simplefilter('ignore')
rng = np.random.default_rng(1)
x = np.linspace(0, 10, 100)
X, Y = np.meshgrid(np.linspace(-3, 3, 64), np.linspace(-3, 3, 64))
Z = (1 - X/2 + X**5 + Y**3) * np.exp(-X**2 - Y**2)
tx, ty = rng.uniform(-3, 3, 256), rng.uniform(-3, 3, 256)
tz = (1 - tx/2 + tx**5 + ty**3) * np.exp(-tx**2 - ty**2)
th = np.linspace(0, 20, 200)
def ax3(): return plt.figure().add_subplot(projection='3d')
"""
PEAK, VALLEY = (-0.1, 0.3), (-1.6, 0.0)
SOLID = {"line": 9, "text": 6}
"""The edges of the box around 3-D data, and the numbers on them."""


def solid(name: str, code: str, more: dict[str, int]) -> Kind:
    """A kind in space: the box and what is in it."""
    return Kind(name, code, {**SOLID, **more})


PAIRWISE = (
    Kind(
        "plot",
        "plt.plot(x, 4 + 2*np.sin(2*x)); plt.plot(x, 4 + np.sin(x), 'x'); plt.plot(x, np.cos(x), 'o-')",
        {"line": 2, "points": 2},
        on=((0.8, 6), (2.4, 2), (3.14, -1)),
        off=((4.7, 5.6), (1, 2.5)),
    ),
    Kind(
        "scatter",
        "plt.scatter([1, 2, 8], [1, 7, 4], s=[20, 50, 80], c=[1, 2, 3])",
        {"points": 3},
        on=((1, 1), (2, 7), (8, 4)),
        off=((5, 2), (7, 6)),
    ),
    Kind(
        "bar",
        "plt.bar(np.arange(8) + .5, [4.8, 5.5, 3.5, 4.6, 6.5, 6.6, 2.6, 3.0], width=1)",
        {"bars": 1},
        on=((0.5, 4), (4.5, 6), (6.5, 1)),
        off=((0.5, 6), (6.5, 4)),
    ),
    Kind(
        "stem",
        "plt.stem(np.arange(8) + .5, [4.8, 5.5, 3.5, 4.6, 6.5, 6.6, 2.6, 3.0])",
        {"line": 2, "points": 1},
        on=((0.5, 2), (5.5, 6.6), (3, 0)),
        off=((1, 3), (6.5, 4)),
    ),
    Kind(
        "fill_between",
        "plt.fill_between([0, 8], [3, 6], [1, 2.5]); plt.plot([0, 8], [2, 4.2])",
        {"fill": 1, "line": 1},
        on=((1, 2.5), (7, 5), (4, 2.3)),
        off=((1, 5), (7, 1)),
    ),
    Kind(
        "stackplot",
        "plt.stackplot([0, 2, 4], [1, 1, 3], [1, 2, 1])",
        {"fill": 2},
        on=((1, 0.5), (1, 2), (3.5, 3)),
        off=((0.5, 3.5),),
    ),
    Kind(
        "stairs",
        "plt.stairs([4, 5, 3, 1])",
        {"line": 1},
        on=((0.5, 4), (1.5, 5), (2.5, 3)),
        off=((2.5, 4.5),),
    ),
    Kind(
        "ecdf",
        "plt.ecdf(np.linspace(0, 1, 200))",
        {"line": 1},
        on=((0.5, 0.5), (0.9, 0.9)),
        off=((0.2, 0.8),),
    ),
)
ARRAYS = (
    Kind("imshow", "plt.imshow(Z, origin='lower')", {"image": 1}, words=("1.05",), on=((30, 36),)),
    Kind("pcolormesh", "plt.pcolormesh(X, Y, Z[:-1, :-1], vmin=-.5, vmax=1)", {"image": 1}, on=(PEAK,)),
    Kind(
        "contour",
        "plt.contour(X, Y, Z, levels=np.linspace(-.5, 1, 7))",
        {"line": 7},
        on=((1.6, 0.2),),
        off=((-2.8, -2.5), (2.5, -2.5)),
    ),
    Kind("contourf", "plt.contourf(X, Y, Z, levels=np.linspace(-.5, 1, 7))", {"image": 1}, on=(PEAK,)),
    Kind(
        "barbs",
        "a, b = np.meshgrid([1, 2, 3], [1, 2, 3]); plt.barbs(a, b, a*10, b*10)",
        {"fill": 1},
        on=((1, 1), (3, 3), (2, 2)),
        off=((2, 1.5), (1, 2.5)),
    ),
    Kind(
        "quiver",
        "a, b = np.meshgrid([0., 2, 4], [0., 2, 4]); plt.quiver(a, b, 1 + 0*a, 0*b)",
        {"fill": 1},
        on=((0, 0), (2, 2), (4, 4)),
        off=((2, 1), (0, 3)),
    ),
    Kind(
        "streamplot",
        "plt.streamplot(X[::4, ::4], Y[::4, ::4], 1 + 0*X[::4, ::4], 0*Y[::4, ::4])",
        {"line": 20, "fill": 10},
    ),
)
STATISTICS = (
    Kind(
        "hist",
        "plt.hist([1]*9 + [2]*5 + [5], bins=4, edgecolor='white')",
        {"bars": 1},
        on=((1.5, 7), (4.5, 0.5)),
        off=((3.5, 3), (4.5, 5)),
    ),
    Kind(
        "boxplot",
        "plt.boxplot([np.arange(9), np.arange(9) + 4], positions=[2, 4], patch_artist=True)",
        {"fill": 2, "line": 8},
        on=((2, 4), (4, 8), (2, 8)),
        off=((3, 4), (2, 11)),
    ),
    Kind(
        "errorbar",
        "plt.errorbar([2, 4, 6], [3, 5, 4], [.9, 1.2, .5], fmt='o', capsize=6)",
        {"line": 1, "points": 1},
        on=((2, 3), (4, 6.2), (6, 3.5)),
        off=((3, 4), (5, 6)),
    ),
    Kind(
        "violinplot",
        "plt.violinplot(rng.normal((3, 5, 4), (.75, 1, .75), (200, 3)), [2, 4, 6], showmedians=True)",
        {"fill": 3, "line": 3},
        on=((2, 3), (4, 5), (6, 4)),
        off=((3, 7), (3, 1)),
    ),
    Kind(
        "eventplot",
        "plt.eventplot([[1, 2], [5, 6]], orientation='vertical', lineoffsets=[2, 4])",
        {"line": 2},
        on=((2, 1), (4, 6)),
        off=((2, 5), (4, 2)),
    ),
    Kind(
        "hist2d",
        "plt.hist2d(rng.standard_normal(5000), rng.standard_normal(5000), bins=20)",
        {"image": 1},
        on=((0, 0),),
        off=((3, 3),),
    ),
    Kind(
        "hexbin",
        "plt.hexbin(rng.standard_normal(5000), rng.standard_normal(5000), gridsize=20)",
        {"image": 1},
        on=((0, 0),),
        off=((3, 3),),
    ),
    Kind(
        "pie",
        "plt.pie([1, 2, 3, 4], labels=['ant', 'bee', 'cat', 'dog'])",
        {"fill": 4, "text": 4},
        words=("ant", "bee", "cat", "dog"),
        on=((0.5, 0.3), (-0.5, 0.1)),
    ),
)
UNSTRUCTURED = (
    Kind("tricontour", "plt.tricontour(tx, ty, tz)", {"line": 5}, on=((1.6, 0.2),)),
    Kind("tricontourf", "plt.tricontourf(tx, ty, tz)", {"image": 1}, on=(PEAK,)),
    Kind("tripcolor", "plt.tripcolor(tx, ty, tz)", {"image": 1}, on=(PEAK,)),
    Kind(
        "triplot",
        "plt.triplot([0, 1, 0.5], [0, 0, 1])",
        {"line": 1},
        on=((0.5, 0), (0.25, 0.5)),
        off=((0.1, 0.8),),
    ),
)
IN_SPACE = (
    solid(
        "bar3d", "ax3().bar3d([1, 1, 2, 2], [1, 2, 1, 2], [0]*4, [.5]*4, [.5]*4, [2, 3, 1, 4])", {"fill": 1}
    ),
    solid("fill_between3d", "ax3().fill_between(np.cos(th), np.sin(th), th, 0*th, 0*th, th)", {"fill": 1}),
    solid("plot3d", "ax3().plot(np.cos(th), np.sin(th), th)", {"line": 10}),
    solid(
        "quiver3d",
        "p, q, r = np.meshgrid(*[np.linspace(-1, 1, 4)]*3); ax3().quiver(p, q, r, (p+q)/5, (q-p)/5, 0*r)",
        {"line": 10},
    ),
    solid("scatter3d", "ax3().scatter(*rng.random((3, 100)), c=rng.random(100))", {"points": 1}),
    solid("stem3d", "ax3().stem(np.arange(5.), np.arange(5.), np.arange(5.))", {"line": 11, "points": 1}),
    solid("surface3d", "ax3().plot_surface(X, Y, Z, cmap='Blues')", {"image": 1}),
    solid("trisurf3d", "ax3().plot_trisurf(tx, ty, tz, cmap='Blues')", {"image": 1}),
    solid("voxels", "ax3().voxels(np.indices((4, 4, 4)).sum(0) < 4)", {"fill": 1}),
    solid("wire3d", "ax3().plot_wireframe(X, Y, Z, rstride=5, cstride=5)", {"line": 10}),
)
KINDS = (*PAIRWISE, *ARRAYS, *STATISTICS, *UNSTRUCTURED, *IN_SPACE)
