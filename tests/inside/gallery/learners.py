"""Twenty things learners draw in their first weeks."""

from __future__ import annotations

from tests.inside.gallery.shown import Kind

PATCHES = """import matplotlib.patches as p
a = plt.gca()
for q in (p.Ellipse((.5, .5), .5, .2), p.Circle((.2, .2), .1), p.Rectangle((.7, .7), .2, .1),
          p.Polygon([(0, 0), (1, 0), (.5, 1)], fill=False), p.FancyArrowPatch((0, 0), (1, 1))):
    a.add_patch(q)"""
TWINS = (
    "f, a = plt.subplots(); a.plot(x, x); b = a.twinx(); b.plot(x, np.exp(x), 'r'); b.set_ylabel('growth')"
)
ANNOTATED = """plt.plot(x, np.sin(x))
plt.annotate('peak', xy=(1.5, 1), xytext=(3, 1.5), arrowprops=dict(arrowstyle='->'))
plt.text(5, 0, 'root')"""
GRID = "f, a = plt.subplots(2, 3); [b.imshow(rng.random((8, 8)), cmap='gray') for b in a.flat]"
NAMED = """[plt.plot(x, x*k, label=f'k={k}') for k in range(5)]
plt.legend(); plt.xlabel('$x$'); plt.title(r'$\\frac{dy}{dx}$')"""
ANIMATED = """from matplotlib.animation import FuncAnimation
f, a = plt.subplots(); l, = a.plot(x); keep = FuncAnimation(f, lambda k: l.set_ydata(x*(k + 1)), frames=3)"""
LINES = (
    "plt.plot(x, np.sin(x)); plt.axhline(0, ls='--'); plt.axvline(5, color='r'); plt.axvspan(2, 3, alpha=.3)"
)

LEARNERS = (
    Kind(
        "subplots",
        "f, a = plt.subplots(1, 2); a[0].plot(x); a[1].hist([1, 1, 2]); f.suptitle('two')",
        {"line": 1, "bars": 1},
        on=((50, 5),),
        axes=2,
    ),
    Kind("semilogy", "plt.semilogy(np.exp(-x)); plt.grid(True)", {"line": 1}, words=("0.1",), on=((0, 1),)),
    Kind("loglog", "plt.loglog(x + 1, (x + 1)**3)", {"line": 1}, words=("1000", "10"), on=((10, 1000),)),
    Kind("twinx", TWINS, {"line": 2}, words=("right axis: growth",), on=((5, 5), (9.9, 9))),
    Kind("axhline", LINES, {"line": 3, "fill": 1}, on=((8.5, 0), (5, 0.8), (2.5, -0.5)), off=((8.5, -0.6),)),
    Kind(
        "hlines",
        "plt.hlines([1, 2], 0, 5); plt.vlines([1, 2], 0, 5)",
        {"line": 2},
        on=((4, 2), (1, 4)),
        off=((4, 4),),
    ),
    Kind("annotate", ANNOTATED, {"line": 1, "text": 2}, words=("peak", "root"), on=((4.7, -1), (2, 1))),
    Kind(
        "patches",
        PATCHES,
        {"fill": 3, "line": 1},
        on=((0.5, 0.5), (0.2, 0.2), (0.8, 0.75)),
        off=((0.1, 0.8), (0.9, 0.55)),
    ),
    Kind("imshow_rgb", "plt.imshow(rng.random((28, 28, 3))); plt.axis('off')", {"image": 1}),
    Kind("matshow", "plt.matshow([[0, 1], [2, 3]]); plt.colorbar()", {"image": 1}, words=("3",)),
    Kind("polar", "plt.subplot(projection='polar').plot(x, x)", {"line": 1}),
    Kind("step", "plt.step([0, 1, 2], [0, 1, 4])", {"line": 1}, on=((0.5, 1), (1.5, 4)), off=((0.5, 3),)),
    Kind(
        "barh",
        "plt.barh(['ant', 'bee', 'cat'], [1, 2, 3])",
        {"fill": 3},
        words=("ant", "bee", "cat"),
        on=((2.5, 2), (0.5, 0)),
        off=((2.5, 0), (2.7, 1)),
    ),
    Kind(
        "table",
        "plt.table([['one', 2], [3, 'four']])",
        {"line": 4, "text": 4},
        words=("one", "2", "3", "four"),
    ),
    Kind(
        "gap",
        "y = np.sin(x); y[20:40] = np.nan; plt.plot(x, y)",
        {"line": 1},
        on=((1.5, 1), (4.7, -1)),
        off=((3, 0.1), (2.6, 0.5)),
    ),
    Kind(
        "clabel", "c = plt.contour(X, Y, Z); plt.clabel(c)", {"line": 5, "text": 4}, words=("0.50", "-0.25")
    ),
    Kind("images", GRID, {"image": 6}, axes=6),
    Kind("legend", NAMED, {"line": 5}, words=("dy/dx", "k=0", "k=4"), on=((10, 40),)),
    Kind(
        "million",
        "plt.plot(np.r_[np.zeros(654_321), 7, np.zeros(345_678)])",
        {"line": 1},
        on=((654_321, 6), (1e5, 0)),
        off=((2e5, 4),),
    ),
    Kind("animation", ANIMATED, {"line": 1}, on=((50, 5),)),
)
