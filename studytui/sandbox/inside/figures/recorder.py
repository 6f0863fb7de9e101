"""A renderer that draws nothing and notes down what it was asked to draw, in display coordinates.

Artists of every kind end in the same few primitives, so no artist needs to be known by name.
"""

from __future__ import annotations

from typing import Any, Dict, List, NamedTuple, Optional, Sequence, Tuple

from .inks import ink, inks
from .shapes import corners, is_opaque, luminance, polygons

_MARKER = 25.0
"""Shapes up to this many pixels across, drawn at many places, are markers; larger ones are shapes."""


class Drawn(NamedTuple):
    """One primitive: `kind` is path, points, mesh, image or text; `parts` are arrays of (x, y)."""

    kind: str
    parts: List[Any]
    filled: bool = False
    text: str = ""
    levels: Any = None
    """Brightness of the cells of a mesh or an image, rows of numbers."""
    ink: Optional[str] = None


def recorder(figure: Any) -> Any:
    """A fresh one; its `drawn` lists what the artists that are drawn on it left."""
    from matplotlib.backend_bases import RendererBase

    fresh = type("Recorder", (_Primitives, RendererBase), {})()
    fresh.dpi, fresh.size = figure.dpi, (figure.bbox.width, figure.bbox.height)
    fresh.drawn = []
    return fresh


class _Primitives:
    """The methods of matplotlib's `RendererBase` that a backend fills in; names and order are its own."""

    dpi: float
    size: Tuple[float, float]
    drawn: List[Drawn]

    def get_canvas_width_height(self) -> Tuple[float, float]:
        return self.size

    def points_to_pixels(self, points: Any) -> Any:
        return points * self.dpi / 72

    def flipy(self) -> bool:
        return False

    def option_image_nocomposite(self) -> bool:
        return True

    def get_text_width_height_descent(self, s: str, prop: Any, ismath: Any) -> Tuple[float, float, float]:
        return len(s) * 6.0, 10.0, 2.0

    def draw_path(self, gc: Any, path: Any, transform: Any, face: Any = None) -> None:
        filled = is_opaque(face)
        seen = ink(face if filled else gc.get_rgb())
        self.drawn.append(Drawn("path", polygons(path, transform), filled, ink=seen))

    def draw_markers(
        self, gc: Any, marker: Any, marker_transform: Any, path: Any, transform: Any, face: Any = None
    ) -> None:
        places, filled = path.transformed(transform).vertices, is_opaque(face)
        seen = ink(face if filled else gc.get_rgb())
        self._at_places(marker, marker_transform, places, filled, [seen] * len(places))

    def draw_path_collection(
        self, gc: Any, master: Any, paths: Any, transforms: Any, offsets: Any, offset_transform: Any,
        faces: Any, edges: Any, *rest: Any, **more: Any,
    ) -> None:  # fmt: skip
        from matplotlib.transforms import Affine2D

        if not len(paths):  # matplotlib probes for what this method accepts with an empty list
            return
        places = offset_transform.transform(offsets) if len(offsets) else [(0.0, 0.0)]
        filled = any(is_opaque(face) for face in faces)
        own = [Affine2D(each) + master for each in transforms] or [master]
        seen = inks(faces if filled else edges, max(len(paths), len(places)))
        if len(paths) == 1 and len(places) > 1:
            self._at_places(paths[0], own[0], places, filled, seen)
            return
        parts: Dict[Optional[str], List[Any]] = {}
        for i in range(max(len(paths), len(places))):
            moved = own[i % len(own)] + Affine2D().translate(*places[i % len(places)])
            parts.setdefault(seen[i], []).extend(polygons(paths[i % len(paths)], moved))
        self.drawn += [Drawn("path", pieces, filled, ink=each) for each, pieces in parts.items()]

    def draw_quad_mesh(
        self, gc: Any, master: Any, width: int, height: int, coordinates: Any, offsets: Any,
        offset_transform: Any, faces: Any, *rest: Any,
    ) -> None:  # fmt: skip
        places = master.transform(coordinates.reshape(-1, 2))
        self.drawn.append(Drawn("mesh", [places], levels=luminance(faces).reshape(height, width)))

    def draw_gouraud_triangles(self, gc: Any, triangles: Any, colors: Any, transform: Any) -> None:
        self.drawn.append(Drawn("path", [transform.transform(each) for each in triangles], True))

    def draw_image(self, gc: Any, x: float, y: float, im: Any, transform: Any = None) -> None:
        height, width = im.shape[:2]
        self.drawn.append(Drawn("image", [corners(x, y, width, height)], levels=luminance(im / 255.0)))

    def draw_text(self, gc: Any, x: float, y: float, s: str, *rest: Any, **more: Any) -> None:
        self.drawn.append(Drawn("text", [corners(x, y)[:1]], text=s))

    def draw_tex(self, gc: Any, x: float, y: float, s: str, *rest: Any, **more: Any) -> None:
        self.draw_text(gc, x, y, s)

    def _at_places(
        self, shape: Any, transform: Any, places: Any, filled: bool, seen: Sequence[Optional[str]]
    ) -> None:
        """Markers become points at their centres; one large shape drawn at offsets stays a shape."""
        import numpy
        from matplotlib.transforms import Affine2D

        box = shape.transformed(transform).get_extents()
        if max(box.width, box.height) >= _MARKER:
            moves = [transform + Affine2D().translate(x, y) for x, y in places]
            parts = [part for move in moves for part in polygons(shape, move)]
            self.drawn.append(Drawn("path", parts, filled, ink=seen[0] if len(seen) else None))
            return
        centre = numpy.array([(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2])
        far = bool(numpy.isfinite(centre).all()) and abs(centre).max() > 1
        spots = numpy.asarray(places, float) + (centre if far else 0.0)
        for each in dict.fromkeys(seen):
            own = numpy.array([one == each for one in seen], bool)
            self.drawn.append(Drawn("points", [spots[own]], ink=each))
