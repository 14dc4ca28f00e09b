"""Weather with a meaning: sand streaks show the walker's velocity; evening comes as water goes."""

import numpy as np
import pygame

from game.ui.camera import Camera

_TURN = 5  # degrees between the directions that sprites are kept for
_LENGTHS = (18, 30, 46, 68)  # units
_ALPHAS = (52, 84, 124)
_SAND = (255, 242, 212)
_CALM = 0.05  # paces per step: slower than this is no wind
_HALF_STRENGTH = 3.0  # paces per step at which half of all streaks fly
_SPEED = (60.0, 48.0, 620.0)  # units per second: at least, per pace per step, at most
_SETTLING_MS = 350.0  # how fast the wind takes on a new velocity
_TOP = 0.17  # of the canvas: the sky has no streaks
_KNEES = (0.0, 128.0, 255.0)
_DUSK = ((10.0, 136.0, 255.0), (0.0, 104.0, 212.0), (22.0, 110.0, 172.0))


class SandStreaks:
    """Thin translucent streaks that drift over the land along a velocity on it.

    `blow` tells the velocity in paces per step, `update` lets time pass, `draw` draws. With
    `reduced_motion` they lie still, but still show direction and strength. Both `camera` and
    `reduced_motion` may be set anew at any time.
    """

    def __init__(
        self, camera: Camera, *, count: int = 60, reduced_motion: bool = False, seed: int = 0
    ) -> None:
        """Strew `count` streaks over the canvas; none is seen before the wind blows."""
        self.camera = camera
        self.reduced_motion = reduced_motion
        self.velocity = (0.0, 0.0)
        chance = np.random.Generator(np.random.Philox(seed))
        self._at = chance.random((count, 2))  # shares of the canvas below _TOP
        self._haste = chance.uniform(0.75, 1.3, (count, 1))
        self._kinds = np.stack((chance.integers(0, 2, count), chance.integers(0, 3, count)), 1)
        self._shown = np.zeros(2)
        self._sprites: list[pygame.Surface] = []
        self._drawn_for: tuple[float, ...] = ()

    def blow(self, velocity: tuple[float, float]) -> None:
        """Set the velocity (east, south) in paces per step that the streaks come to show."""
        self.velocity = (float(velocity[0]), float(velocity[1]))

    @property
    def flying(self) -> int:
        """How many streaks are to be seen."""
        speed = float(np.hypot(*self._shown))
        return round(len(self._at) * speed / (speed + _HALF_STRENGTH)) if speed > _CALM else 0

    def update(self, elapsed_ms: float) -> None:
        """Let `elapsed_ms` milliseconds pass."""
        part = 1.0 if self.reduced_motion else 1 - np.exp(-elapsed_ms / _SETTLING_MS)
        self._shown = self._shown + (np.array(self.velocity) - self._shown) * part
        speed = float(np.hypot(*self._shown))
        if self.reduced_motion or speed <= _CALM:
            return
        least, gain, most = _SPEED
        units = min(least + gain * speed, most) * self.camera.unit * elapsed_ms / 1000
        width, height = self.camera.size
        way = self._way() * units / np.array((width, height * (1 - _TOP)))
        self._at = (self._at + self._haste * way) % 1.0

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the streaks on a canvas of the camera's size."""
        flying = self.flying
        if not flying:
            return
        width, height = self.camera.size
        corners = self._at[:flying] * (width, height * (1 - _TOP)) + (0, height * _TOP)
        surface.fblits(list(zip(self._looks()[:flying], corners.tolist(), strict=True)))

    def _way(self) -> np.ndarray:
        """Direction of the wind on the canvas, of length 1."""
        way = self._shown * (self.camera.across, self.camera.down)
        return way / max(float(np.hypot(*way)), 1e-9)

    def _looks(self) -> list[pygame.Surface]:
        """A sprite for each streak, made anew when the wind has turned or freshened."""
        way = self._way()
        turn = round(float(np.degrees(np.arctan2(way[1], way[0]))) / _TURN) * _TURN % 360
        longer = min(int(np.hypot(*self._shown) / _HALF_STRENGTH), len(_LENGTHS) - 2)
        if self._drawn_for != (turn, longer, self.camera.unit):
            self._drawn_for = (turn, longer, self.camera.unit)
            lengths = [units * self.camera.unit for units in _LENGTHS[longer : longer + 2]]
            made = [[_streak(turn, length, alpha) for alpha in _ALPHAS] for length in lengths]
            self._sprites = [made[length][alpha] for length, alpha in self._kinds.tolist()]
        return self._sprites


def _streak(turn: int, length: float, alpha: int) -> pygame.Surface:
    """A line of `length` pixels along `turn` degrees, clear at its tail and fading at its head."""
    way = np.array((np.cos(np.radians(turn)), np.sin(np.radians(turn))))
    size = np.ceil(np.abs(way) * length).astype(int) + 3
    columns, rows = np.meshgrid(np.arange(size[0]), np.arange(size[1]), indexing="ij")
    east, south = columns - (size[0] - 1) / 2, rows - (size[1] - 1) / 2
    along = (east * way[0] + south * way[1]) / length + 0.5
    aside = np.abs(south * way[0] - east * way[1])
    shape = (
        np.clip(1.25 - aside, 0, 1) * np.clip(along * 1.4, 0, 1) * np.clip((1 - along) * 5, 0, 1)
    )
    sprite = pygame.Surface((int(size[0]), int(size[1])), pygame.SRCALPHA)
    sprite.fill((*_SAND, 0))
    pygame.surfarray.pixels_alpha(sprite)[:] = (shape * alpha).astype(np.uint8)
    return sprite


def evening(rgb: np.ndarray, part: float) -> np.ndarray:
    """Return a picture (h, w, 3) uint8 in later light: `part` 0 is as baked, 1 is dusk."""
    levels = np.arange(256.0)
    late = np.empty_like(rgb)
    for channel, ends in enumerate(_DUSK):
        curve = levels + (np.interp(levels, _KNEES, ends) - levels) * min(max(part, 0.0), 1.0)
        np.take(np.rint(curve).astype(np.uint8), rgb[..., channel], out=late[..., channel])
    return late
