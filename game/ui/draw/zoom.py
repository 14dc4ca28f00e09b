"""Looking nearer: the same walk through other cameras, painted beside the frame loop.

Until a view is painted sharp, a part of the far picture is shown larger in its place.
"""

from collections.abc import Callable

import numpy as np
import pygame

from game.ui.camera import Camera
from game.ui.draw.bake import Picture, bake
from game.ui.draw.desert_view import DesertView
from game.ui.draw.near_camera import ROOM, camera_near, within_free
from game.ui.draw.scenery import scenery_of
from game.ui.draw.shade import Contours
from game.ui.jobs import Job

STEPS = (1.0, 1.3, 1.7, 2.1, 2.5)
Painter = Callable[[pygame.Surface], None]
Window = tuple[float, float, float, float]  # left, top, width, height in pixels at zoom 1

_GLIDE_MS = 280.0
_WORTH = 0.06  # of the canvas: a shorter way is not worth another picture
_BEYOND = (224, 190, 152)


def window(camera: Camera) -> Window:
    """The part of the view at zoom 1 that a camera shows."""
    return (*camera.corner, camera.size[0] / camera.zoom, camera.size[1] / camera.zoom)


def between(one: Window, other: Window, share: float) -> Window:
    """The window so much of the way from one to the other."""
    left, top, wide, tall = (a + (b - a) * share for a, b in zip(one, other, strict=True))
    return (left, top, wide, tall)


def seen_through(shot: pygame.Surface, shown: Window, wanted: Window, to: pygame.Surface) -> None:
    """Draw onto `to` what lies in the window `wanted` of a picture that shows `shown`."""
    scale = shot.get_width() / shown[2]
    part = pygame.Rect(
        round((wanted[0] - shown[0]) * scale),
        round((wanted[1] - shown[1]) * scale),
        max(2, round(wanted[2] * scale)),
        max(2, round(wanted[3] * scale)),
    )
    bounds = shot.get_rect()
    part.size = (min(part.width, bounds.width), min(part.height, bounds.height))
    part.clamp_ip(bounds)
    if part.size == to.get_size():
        to.blit(shot, (0, 0), part)
    else:
        pygame.transform.smoothscale(shot.subsurface(part), to.get_size(), to)


def enlarged(picture: Picture, camera: Camera) -> Picture:
    """A picture as `camera` would see it, from one at zoom 1: rough, but there at once."""
    (left, top), zoom = camera.corner, camera.zoom
    wide, tall = camera.size
    columns = (left + (np.arange(wide) + 0.5) / zoom).astype(np.intp)
    rows = (top + (np.arange(tall) + 0.5) / zoom).astype(np.intp)
    land = picture.row_of_pixel[rows][:, columns]
    first, last = (int(left), int(top)), (columns[-1] + 2, rows[-1] + 2)
    part = picture.rgb[first[1] : last[1], first[0] : last[0]]
    shot = pygame.image.frombuffer(part.tobytes(), part.shape[1::-1], "RGB")
    size = (round(part.shape[1] * zoom), round(part.shape[0] * zoom))
    large = pygame.surfarray.pixels3d(pygame.transform.smoothscale(shot, size)).swapaxes(0, 1)
    x, y = round((left - first[0]) * zoom), round((top - first[1]) * zoom)
    return Picture(np.ascontiguousarray(large[y : y + tall, x : x + wide]), land, camera)


class Zoom:
    """Lets a view be seen nearer, and follows the child.

    `change` by the player's wish, `update` each frame, and `draw` with what draws the view;
    `close` when nobody looks any more.
    """

    def __init__(self, view: DesertView, contours: Contours, still: bool = False) -> None:
        """`view` stands at zoom 1; `still`: nothing glides."""
        self.view, self._contours, self._still = view, contours, still
        self.level = 0
        self.far = view.picture
        self._far_job: Job[Picture] | None = None
        self._pending: Picture | None = None
        self._job: Job[Picture] | None = None
        self._sharp = view.picture.camera  # the camera that is, or is being, painted sharp
        self._before: tuple[pygame.Surface, Window] | None = None
        self._glide_ms = 0.0

    def change(self, notches: int, place: np.ndarray) -> bool:
        """Look so many steps nearer (or farther, below 0) at a place; False at the end."""
        level = min(max(self.level + notches, 0), len(STEPS) - 1)
        if level == self.level:
            return False
        self.level = level
        self._see(self._camera(place), at_once=True)
        return True

    @property
    def ends(self) -> tuple[bool, bool]:
        """Whether one can look nearer, and whether one can look from farther away."""
        return self.level < len(STEPS) - 1, self.level > 0

    def look_at(self, place: np.ndarray) -> None:
        """Have this place in view now, as near as before."""
        if self.level:
            self._see(self._camera(place), at_once=True)

    def reframe(self, camera: Camera) -> None:
        """See the whole desert through another camera at zoom 1, once it is painted."""
        if self._far_job is not None:
            self._far_job.cancel()
            self._far_job = None
        if not camera.sees_as(self.far.camera):
            self._far_job = self._paint(camera)

    def update(self, elapsed_ms: float, place: np.ndarray) -> None:
        """Let time pass; `place` is where the child is going."""
        self._glide_ms += elapsed_ms
        if self._far_job is not None and self._far_job.done:
            self.far, self._far_job = self._far_job.result(), None
            self._see(self._camera(place), at_once=True)
        if self._job is not None and self._job.done:
            job, self._job = self._job, None
            self._pending = job.result()
        elif self.level and self._job is None and self._pending is None:
            self._follow(place)

    def draw(self, surface: pygame.Surface, paint: Painter) -> None:
        """Draw the view with `paint`, which draws it whole on a surface."""
        if self._pending is not None:
            self._take(self._pending, surface, paint)
            self._pending = None
        if self._before is not None and self._glide_ms < _GLIDE_MS:
            self._draw_between(surface, paint)
            return
        self._before = None
        paint(surface)

    def close(self) -> None:
        """Nobody looks any more."""
        for job in (self._job, self._far_job):
            if job is not None:
                job.cancel()
        self._job = self._far_job = None

    def _camera(self, place: np.ndarray) -> Camera:
        shown = self.view.footing.shown(place)
        height = float(self.view.footing.heights(shown)[0])
        return camera_near(self.far.camera, STEPS[self.level], shown, height)

    def _see(self, camera: Camera, at_once: bool) -> None:
        """Paint what `camera` sees; `at_once` shows it roughly until then."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._sharp = camera
        if camera.zoom == 1.0:
            self._pending = self.far
            return
        if at_once:
            self._pending = enlarged(self.far, camera)
        self._job = self._paint(camera)

    def _paint(self, camera: Camera) -> Job[Picture]:
        site, contours = self.view.site, self._contours
        return Job(
            lambda report: bake(
                site.land,
                camera,
                contours=contours,
                scenery=scenery_of(site),
                seed=site.level.number,
                progress=report,
            )
        )

    def _follow(self, place: np.ndarray) -> None:
        """Go on to another view where the child leaves the middle of this one."""
        wide, tall = self._sharp.size
        x, y = self.view.footing.pixel(self.view.footing.shown(place))
        left, top, right, bottom = within_free(self._sharp, ROOM)
        if left <= x <= right and top <= y <= bottom:
            return
        camera = self._camera(place)
        way = np.subtract(camera.corner, self._sharp.corner) * camera.zoom
        if (np.abs(way) > (_WORTH * wide, _WORTH * tall)).any():
            outside = not (0.04 * wide <= x <= 0.86 * wide and 0.1 * tall <= y <= 0.9 * tall)
            self._see(camera, at_once=outside)

    def _take(self, picture: Picture, surface: pygame.Surface, paint: Painter) -> None:
        """Let the view change over to a picture, and keep how it looked before."""
        old = self.view.picture.camera
        if not self._still and old != picture.camera:
            shot = pygame.Surface(surface.get_size()).convert()
            paint(shot)
            self._before, self._glide_ms = (shot, window(old)), 0.0
        self.view.look(picture)

    def _draw_between(self, surface: pygame.Surface, paint: Painter) -> None:
        """From the view before to the present one, as if the camera moved."""
        assert self._before is not None
        share = min(1.0, self._glide_ms / _GLIDE_MS)
        share = share * share * (3 - 2 * share)
        (shot, start), camera = self._before, self.view.picture.camera
        end = window(camera)
        wanted = between(start, end, share)
        now = pygame.Surface(surface.get_size()).convert()
        if start[2] == end[2]:  # the camera moves aside
            surface.fill(_BEYOND)
            paint(now)
            for picture, at in ((shot, start), (now, end)):
                corner = ((at[k] - wanted[k]) * camera.zoom for k in (0, 1))
                surface.blit(picture, tuple(round(c) for c in corner))
        elif start[2] > end[2]:
            seen_through(shot, start, wanted, surface)
        else:
            paint(now)
            seen_through(now, end, wanted, surface)
