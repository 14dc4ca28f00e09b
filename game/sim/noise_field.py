"""Fractal Perlin noise on a grid, and smooth noise over the world for anything made of it.

Source: K. Perlin, "Improving Noise", SIGGRAPH 2002. All arithmetic is in float32 in a fixed order,
so that the numpy version and the compiled one of the `noise` package agree bit for bit on x86-64.
"""

import platform
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

try:
    from noise import pnoise2
except ImportError:  # it has no wheels: most systems do without
    pnoise2 = None

Field = NDArray[np.floating[Any]]
Singles = NDArray[np.float32]
Cells = NDArray[np.intp]

# On other processors the compiler may fuse a product and a sum, and a desert would differ a little.
COMPILED = pnoise2 is not None and platform.machine().lower() in ("x86_64", "amd64")
REPEAT = 1024.0  # the package's own period of the first octave
NODES_PER_FEATURE = 6  # samples of the finest octave for each of its cells
_ALONE = 150_000  # multiplications that OpenBLAS does in one thread: its limit is 262,144
_WHOLE = 0xFFFFFFFFFFFFFFFF

# The permutation of Perlin's reference implementation.
_PERMUTATION = np.array(
    [
        *(151, 160, 137, 91, 90, 15, 131, 13, 201, 95, 96, 53, 194, 233, 7, 225, 140, 36, 103, 30),
        *(69, 142, 8, 99, 37, 240, 21, 10, 23, 190, 6, 148, 247, 120, 234, 75, 0, 26, 197, 62, 94),
        *(252, 219, 203, 117, 35, 11, 32, 57, 177, 33, 88, 237, 149, 56, 87, 174, 20, 125, 136),
        *(171, 168, 68, 175, 74, 165, 71, 134, 139, 48, 27, 166, 77, 146, 158, 231, 83, 111, 229),
        *(122, 60, 211, 133, 230, 220, 105, 92, 41, 55, 46, 245, 40, 244, 102, 143, 54, 65, 25),
        *(63, 161, 1, 216, 80, 73, 209, 76, 132, 187, 208, 89, 18, 169, 200, 196, 135, 130, 116),
        *(188, 159, 86, 164, 100, 109, 198, 173, 186, 3, 64, 52, 217, 226, 250, 124, 123, 5, 202),
        *(38, 147, 118, 126, 255, 82, 85, 212, 207, 206, 59, 227, 47, 16, 58, 17, 182, 189, 28),
        *(42, 223, 183, 170, 213, 119, 248, 152, 2, 44, 154, 163, 70, 221, 153, 101, 155, 167, 43),
        *(172, 9, 129, 22, 39, 253, 19, 98, 108, 110, 79, 113, 224, 232, 178, 185, 112, 104, 218),
        *(246, 97, 228, 251, 34, 242, 193, 238, 210, 144, 12, 191, 179, 162, 241, 81, 51, 145),
        *(235, 249, 14, 239, 107, 49, 192, 214, 31, 181, 199, 106, 157, 184, 84, 204, 176, 115),
        *(121, 50, 45, 127, 4, 150, 254, 138, 236, 205, 93, 222, 114, 67, 29, 24, 72, 243, 141),
        *(128, 195, 78, 66, 215, 61, 156, 180),
    ]
)
# Sixteen gradients: twelve cube edges seen from above, four of them twice.
_GRADIENT_X = np.array([1, -1, 1, -1, 1, -1, 1, -1, 0, 0, 0, 0, 1, -1, 0, 0], dtype=np.float32)
_GRADIENT_Y = np.array([1, 1, -1, -1, 0, 0, 0, 0, 1, -1, 1, -1, 0, 0, -1, 1], dtype=np.float32)


def fractal_noise(
    xs: ArrayLike,
    ys: ArrayLike,
    octaves: int = 1,
    persistence: float = 0.5,
    lacunarity: float = 2.0,
) -> Singles:
    """Noise (R, C), about -1 to 1, at the columns `xs` (C,) and rows `ys` (R,).

    Equal to `noise.pnoise2(x, y, octaves, persistence, lacunarity)`. Perlin noise is 0 wherever
    both coordinates are whole, so choose coordinates between. Raises ValueError for octaves < 1.
    """
    if octaves < 1:
        raise ValueError(f"octaves must be 1 or more, not {octaves}")
    xs, ys = np.asarray(xs, dtype=np.float32), np.asarray(ys, dtype=np.float32)
    if COMPILED:
        columns, rows = xs.tolist(), ys.tolist()
        values = [pnoise2(x, y, octaves, persistence, lacunarity) for y in rows for x in columns]
        return np.array(values, dtype=np.float32).reshape(len(ys), len(xs))
    return fractal_noise_in_numpy(xs, ys, octaves, persistence, lacunarity)


def fractal_noise_in_numpy(
    xs: Singles, ys: Singles, octaves: int, persistence: float, lacunarity: float
) -> Singles:
    """As `fractal_noise`, without the compiled package. `xs` (C,), `ys` (R,) -> (R, C)."""
    frequency = amplitude = 1.0
    greatest = 0.0
    total = np.zeros((len(ys), len(xs)), dtype=np.float32)
    for _ in range(octaves):
        total += _one_octave(xs * np.float32(frequency), ys * np.float32(frequency), frequency) * (
            np.float32(amplitude)
        )
        greatest = _single(greatest + amplitude)
        frequency = _single(frequency * _single(lacunarity))
        amplitude = _single(amplitude * _single(persistence))
    total /= np.float32(greatest)
    return total


def _single(number: float) -> float:
    """`number` rounded to float32: two such multiplied in float64 and rounded are exact."""
    return float(np.float32(number))


def _cells(at: Singles, frequency: float) -> tuple[Cells, Cells, Singles]:
    """For each coordinate: its cell's two corners, 0..255, and how far between them it lies."""
    repeat = np.float32(REPEAT * frequency)
    near = np.floor(np.fmod(at, repeat)).astype(np.intp)
    far = np.fmod((near + 1).astype(np.float32), repeat).astype(np.intp)
    return near & 255, far & 255, at - np.floor(at)


def _fade(t: Singles) -> Singles:
    inner = t * np.float32(6) - np.float32(15)
    faded: Singles = np.multiply(t * t * t, t * inner + np.float32(10), dtype=np.float32)
    return faded


def _one_octave(xs: Singles, ys: Singles, frequency: float) -> Singles:
    west, east, x = _cells(xs, frequency)
    north, south, y = _cells(ys, frequency)
    x, y, north, south = x[None, :], y[:, None], north[:, None], south[:, None]

    def pull(column: Cells, row: Cells, dx: Singles, dy: Singles) -> Singles:
        ahead = _PERMUTATION[(_PERMUTATION[column][None, :] + row) & 255]
        corner = _PERMUTATION[ahead] & 15
        slope: Singles = dx * _GRADIENT_X[corner] + dy * _GRADIENT_Y[corner]
        return slope

    one = np.float32(1)
    across, down = _fade(x), _fade(y)
    upper, upper_east = pull(west, north, x, y), pull(east, north, x - one, y)
    lower, lower_east = pull(west, south, x, y - one), pull(east, south, x - one, y - one)
    upper = upper + across * (upper_east - upper)
    lower = lower + across * (lower_east - lower)
    noise: Singles = upper + down * (lower - upper)
    return noise


def _mix(seed: int) -> int:
    """64 well-stirred bits from a seed. Source: splitmix64 (Steele, Lea, Flood, OOPSLA 2014)."""
    bits = (seed + 0x9E3779B97F4A7C15) & _WHOLE
    bits = ((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9) & _WHOLE
    bits = ((bits ^ (bits >> 27)) * 0x94D049BB133111EB) & _WHOLE
    return bits ^ (bits >> 31)


def _spline(at: Field, first: int, count: int) -> Field:
    """Weights (N, count) of lattice nodes `first`, `first` + 1 ... at `at` (N,): cubic B-spline."""
    node = np.floor(at)
    t = (at - node).astype(np.float64)
    weights = np.zeros((len(at), count))
    rows, columns = np.arange(len(at)), node.astype(np.intp) - first
    weights[rows, columns - 1] = (1 - t) ** 3 / 6
    weights[rows, columns] = (3 * t**3 - 6 * t**2 + 4) / 6
    weights[rows, columns + 1] = (-3 * t**3 + 3 * t**2 + 3 * t + 1) / 6
    weights[rows, columns + 2] = t**3 / 6
    return weights


def world_noise(x: Field, y: Field, scale: float, octaves: int = 2, seed: int = 0) -> Field:
    """Smooth noise (R, C), about -1 to 1, over places with columns `x` (C,) and rows `y` (R,).

    `scale` is the size of the largest features in paces. The noise is sampled on a lattice fixed
    in the world and joined by cubic B-splines (C2): a place has one value whatever grid asks for
    it. Every seed moves the coordinates elsewhere in the noise, never onto whole ones. The result
    has the precision of `x`.
    """
    nodes = NODES_PER_FEATURE * 2 ** (octaves - 1)
    bits = _mix(seed)
    sides = []
    for at, shift in ((x, bits), (y, bits >> 32)):
        at = np.asarray(at, dtype=np.float64) * (nodes / scale)
        first = int(np.floor(at.min())) - 1
        count = int(np.floor(at.max())) + 3 - first
        # Half a node beside the cells' corners: an odd number of halves never meets a whole one.
        start = (shift & 255) + ((shift >> 8) % nodes + 0.5) / nodes
        sides.append((start + np.arange(first, first + count) / nodes, _spline(at, first, count)))
    (columns, across), (rows, down) = sides
    lattice = fractal_noise(columns, rows, octaves) * np.float32(1.5)
    kind = x.dtype
    return product(down.astype(kind), product(lattice.astype(kind), across.astype(kind).T))


def product(left: Field, right: Field) -> Field:
    """The matrix product (R, K) x (K, C), in pieces too small for the library to use threads.

    Waking and joining its threads takes longer than the work, all the more on a busy machine.
    """
    out = np.empty((len(left), right.shape[1]), dtype=left.dtype)
    rows = max(1, _ALONE // max(1, right.size))
    for i in range(0, len(left), rows):
        np.matmul(left[i : i + rows], right, out=out[i : i + rows])
    return out
