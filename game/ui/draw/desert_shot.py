"""A picture of a walk of a lesson: the desert, the trail, and the child at its end."""

from dataclasses import dataclass

import numpy as np
import pygame

from game.lesson_walks import Show, site_of, walked
from game.levels import Site
from game.sim.expedition import Expedition
from game.ui.camera import MAX_ZOOM, Camera
from game.ui.draw.actor import Passage, moment
from game.ui.draw.bake import Picture, bake
from game.ui.draw.desert_view import DesertView
from game.ui.draw.figure import Figure
from game.ui.draw.scenery import scenery_of
from game.ui.jobs import Report

_AROUND = 30.0  # paces around a walk that are seen with it
_LEAST_ZOOM = 1.2
_LAND_SHARE = 0.4
_LARGER = 1.7  # times the child, the gems and the trail: pictures are small


@dataclass(frozen=True, eq=False)
class Shot:
    """What a picture is drawn from; made beside the frame loop, since it takes a while."""

    site: Site
    expedition: Expedition
    picture: Picture


def taken(show: Show, size: tuple[int, int], report: Report) -> Shot:
    """Make the land, walk, and paint. Raises LevelError; CancelledError when nobody waits."""
    report(0.0)
    site = site_of(show)
    expedition = walked(show, site.setup)
    report(_LAND_SHARE)
    picture = bake(
        site.land,
        _camera(expedition, size),
        contours="off",
        scenery=scenery_of(site),
        seed=site.level.number,
        border=False,
        progress=lambda done: report(_LAND_SHARE + (1 - _LAND_SHARE) * done),
    )
    return Shot(site, expedition, picture)


def drawn(shot: Shot, figure: Figure) -> pygame.Surface:
    """The picture, with all that stands on the desert."""
    camera = shot.picture.camera
    canvas = pygame.Surface(camera.size)
    unit = _LARGER * camera.unit
    view = DesertView(shot.site, shot.picture, unit, True, revealed=True, figure=figure)
    view.follow(shot.expedition)
    end = shot.expedition.now
    now = moment(Passage(shot.expedition.previous, end), 1.0, 0.0)
    view.draw_ground(canvas)
    view.draw_actors(canvas, now, 0.0)
    return canvas


def _camera(expedition: Expedition, size: tuple[int, int]) -> Camera:
    """A camera that sees the whole walk, and not much more."""
    inside = expedition.setup.terrain.contains
    places = [state.place for state in expedition.states if inside(state.place)[0]]
    low, high = np.min(places, axis=0), np.max(places, axis=0)
    across = float((high - low).max()) + _AROUND
    zoom = min(max(100.0 / across, _LEAST_ZOOM), MAX_ZOOM)
    middle = (low + high) / 2
    height = float(expedition.setup.terrain.height(middle)[0])
    return Camera(size, zoom, (float(middle[0]), float(middle[1])), height)
