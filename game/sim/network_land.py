"""A network as a desert: the landform whose heights are a loss, and the terrain that is walked on.

Unlike other terrains it is not interpolated: at every place the height is the loss of the network
that has this pair of weights, and the slope is what backpropagation gives for it.
"""

from dataclasses import dataclass

import numpy as np

from game.sim.bicubic import Floats
from game.sim.dunes import Dunes
from game.sim.grid import SIZE, Grid, ease_in
from game.sim.network_plane import NAMES, Plane, Window, examples
from game.sim.noise_field import Field
from game.sim.terrain import Terrain

# Heights and slopes are whole multiples of this: processors differ in the last bits of an exp, and
# a walk must be the same on all of them. Far finer than the 1e-8 that slopes are held to.
_GRAIN = 2.0**-32
_WIDEST = 100.0  # a weight: with it the sigmoids' exponentials stay finite wherever land is drawn


@dataclass(frozen=True)
class Network:
    """The loss of the tone guesser over two of its weights, `paces` high for a loss of 1.

    `x` and `y` name the weights ("capitals to 1", "bias of 2", "3 to angry", "bias of chill"); the
    windows are their values in the west and east, and in the north and south. All other weights
    stay as trained. Beyond the square dunes of `beyond` paces are added, which nobody walks on.
    """

    x: str
    y: str
    x_window: Window
    y_window: Window
    paces: float = 30.0
    beyond: float = 2.5

    def __post_init__(self) -> None:
        for name in ("x", "y"):
            if getattr(self, name) not in NAMES:
                raise ValueError(f"{name} must be one of {', '.join(NAMES)}")
            low, high = getattr(self, f"{name}_window")
            if not -_WIDEST <= low < high <= _WIDEST:
                raise ValueError(f"{name}_window must be [low, high] within {_WIDEST:g}")
        if self.x == self.y:
            raise ValueError("x and y must be two different weights")
        if not 0 < self.paces <= 1000 or not 0 <= self.beyond <= 20:
            raise ValueError("paces must be over 0 up to 1000, beyond 0 to 20")

    @property
    def plane(self) -> Plane:
        """The weights as places."""
        return Plane(self.x, self.y, self.x_window, self.y_window)

    def over(self, ground: Field, grid: Grid) -> Field:
        """The ground with the loss added, and dunes outside of the square."""
        losses = self.plane.loss_on(grid.x.astype(np.float64), grid.y.astype(np.float64))
        ground += (self.paces * losses).astype(ground.dtype)
        south, east = (np.abs(at - SIZE / 2) - SIZE / 2 for at in (grid.y, grid.x))
        away = ease_in((np.maximum(south[:, None], east[None, :]) - 4.0) / 24.0)
        if self.beyond and away.any():
            ground += away * Dunes(self.beyond, spacing=22.0, seed=5).over(grid.flat(), grid)
        return ground


@dataclass(frozen=True, eq=False)
class LossTerrain(Terrain):
    """A land that is a network's loss: height = base + paces * loss at each place, exactly.

    `heights` are samples of the same, for pictures and for finding the minima.
    """

    network: Network = None  # type: ignore[assignment] # after fields with defaults it needs one
    base: float = 0.0

    @property
    def examples(self) -> int:
        """How many messages the loss is the mean cost of."""
        return len(examples()[0])

    def _inside(self, points: Floats) -> Floats:
        return np.clip(np.asarray(points, dtype=np.float64).reshape(-1, 2), 0.0, self.size)

    def height(self, points: Floats) -> Floats:
        """Heights (N,) in paces at `points` (N, 2); outside the land those of the nearest edge."""
        return _rounded(self.base + self.network.paces * self._loss(points))

    def gradient(self, points: Floats) -> Floats:
        """Slopes (N, 2) at `points` (N, 2), by backpropagation through the network there."""
        return _rounded(self.network.paces * self.network.plane.slope(self._inside(points)))

    def height_and_gradient(self, place: Floats) -> tuple[float, Floats]:
        """Both at one place (2,)."""
        return float(self.height(place)[0]), self.gradient(place)[0]

    def hessian(self, points: Floats) -> Floats:
        """Second derivatives (N, 3) as (xx, xy, yy), from slopes a little way to either side."""
        points, step = np.asarray(points, dtype=np.float64).reshape(-1, 2), 1e-4
        slope, paces = self.network.plane.slope, self.network.paces
        found = []
        for way in (np.array([step, 0.0]), np.array([0.0, step])):
            found.append((slope(points + way) - slope(points - way)) * (paces / (2 * step)))
        (xx, xy), (yx, yy) = found[0].T, found[1].T
        return np.stack([xx, 0.5 * (xy + yx), yy], axis=1)

    def batch_gradient(self, points: Floats, share: Floats) -> Floats:
        """Slopes (N, 2) of the mean cost of some messages only: `share` (N, E) says how much of
        the mean each is, 0 for those that are left out."""
        slope = self.network.plane.slope(self._inside(points), share)
        return _rounded(self.network.paces * slope)

    def batch_spread(self, place: Floats, size: int) -> float:
        """By how much the slopes of batches of `size` messages stray, per direction.

        The standard deviation of the mean of `size` drawn without putting back from E messages:
        variance * (E - size) / (size * (E - 1)). Source: W. Cochran, "Sampling Techniques", 1977.
        """
        each = self.network.paces * self.network.plane.slope_of_each(self._inside(place)[0])
        variance = float(each.var(axis=0).mean())
        count = len(each)
        return float(np.sqrt(variance * (count - size) / (size * (count - 1))))

    def _loss(self, points: Floats) -> Floats:
        return self.network.plane.loss(self._inside(points))


def _rounded(numbers: Floats) -> Floats:
    return np.rint(numbers / _GRAIN) * _GRAIN + 0.0  # + 0.0 turns -0.0 into 0.0
