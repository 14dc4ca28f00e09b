"""How soon a level is ready to be played, and how long the work of a frame takes."""

from collections.abc import Iterator

from game import levels
from game.bench.figures import Figure, median_ms, percentile, took_ms
from game.levels import Site
from game.ui import probe
from game.ui.draw.bake import Picture

READY_BUDGET_S, FRAME_BUDGET_MS, SLOW_FRAME_BUDGET_MS = 1.0, 2.0, 8.0
FRAMES = 2400


def ready() -> Iterator[Figure]:
    """Seconds until the slowest of the shipped levels can be played, stage by stage."""
    slowest: tuple[float, ...] = (0.0, 0.0)
    told = ""
    for path in levels.shipped():
        sites: list[Site] = []
        pictures: list[Picture] = []
        land_ms = took_ms(lambda: sites.append(levels.build(levels.read(path))))  # noqa: B023
        bake_ms = took_ms(lambda: pictures.append(probe.bake_site(sites[0])))  # noqa: B023
        if land_ms + bake_ms > sum(slowest):
            slowest, told, site, picture = (land_ms, bake_ms), path.stem, sites[0], pictures[0]
    heights, wide = site.land.terrain.heights, site.land.wide
    land_copy = median_ms(lambda: (heights.copy(), wide.copy())) / 1e3
    bake_copy = median_ms(lambda: (picture.rgb.copy(), picture.row_of_pixel.copy())) / 1e3
    land_s, bake_s = (stage / 1e3 for stage in slowest)
    yield Figure(f"land of {told}", land_s, "s", land_copy, "numpy copy of its heights")
    yield Figure(f"bake of {told}", bake_s, "s", bake_copy, "numpy copy of its picture")
    yield Figure(
        f"level ready, {told}",
        land_s + bake_s,
        "s",
        land_copy + bake_copy,
        "both copies",
        READY_BUDGET_S,
    )


def frames(count: int = FRAMES) -> Iterator[Figure]:
    """Work of each frame of a scripted walk at 1280 x 720, the display not waited for."""
    level = levels.shipped()[0].stem
    worked = probe.play_frames(level, count)
    blits = probe.blit_times(max(count // 4, 100))
    for name, percent, budget in (
        ("median", 50.0, FRAME_BUDGET_MS),
        ("p95", 95.0, None),
        ("p99", 99.0, SLOW_FRAME_BUDGET_MS),
        ("longest", 100.0, None),
    ):
        value, bare = percentile(worked, percent), percentile(blits, percent)
        yield Figure(f"frame, {name}", value, "ms", bare, "full-screen blit", budget)
