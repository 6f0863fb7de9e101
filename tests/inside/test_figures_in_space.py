"""3-D axes come with the coordinates they were drawn from, so that they can be turned later."""

from __future__ import annotations

START = "import matplotlib.pyplot as plt, numpy as np\nax = plt.figure().add_subplot(projection='3d')\n"
GRID = "y, x = np.mgrid[0:2:5j, 0:1:4j]\n"


def spaces(run, code: str) -> list[dict]:
    return run(START + GRID + code + "\nplt.show()").said("figure")[0]["axes"][0]["space"]


def test_points_and_lines_keep_their_three_coordinates(run) -> None:
    points = "ax.scatter([1, 2], [3, 4], [5, 6], label='p')\nax.set_zlabel('height')\n"
    found = spaces(run, points + "ax.plot([0, 1], [0, 1], [0, 2])")
    line, points = sorted(found["items"], key=lambda item: item["kind"])
    assert (points["x"], points["y"], points["z"]) == ([1, 2], [3, 4], [5, 6])
    assert points["label"] == "p"
    assert line["z"] == [0, 2]
    assert found["labels"][2] == "height"
    assert (found["elev"], found["azim"]) == (30, -60)


def test_surfaces_and_wireframes_are_lines_with_gaps(run) -> None:
    for kind in ("plot_surface", "plot_wireframe"):
        found = spaces(run, f"ax.{kind}(x, y, x + y)")
        (item,) = found["items"]
        known = [(a, b, c) for a, b, c in zip(item["x"], item["y"], item["z"], strict=True) if a is not None]
        assert None in item["x"]
        assert len(known) >= 20
        assert all(abs(a + b - c) < 1e-5 for a, b, c in known)


def test_a_large_surface_stays_small(run) -> None:
    found = spaces(
        run, "y, x = np.mgrid[0:1:200j, 0:1:200j]; ax.plot_surface(x, y, x * y, rstride=1, cstride=1)"
    )
    assert len(found["items"][0]["x"]) < 8000
