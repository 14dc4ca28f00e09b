"""`dune-descent screenshot`: scenes drawn into PNG files, without a window."""

import os
import re
from pathlib import Path

from game import deserts
from game.commands import FileError, UsageError
from game.levels import LevelError
from game.tables import nearest

SMALLEST, LARGEST = (640, 360), (3840, 2160)


def screenshot(scene: str, out: Path, level: str, steps: int, size: str) -> None:
    """Draw `scene` of a level after `steps` steps into the file `out`."""
    for variable in ("SDL_VIDEODRIVER", "SDL_AUDIODRIVER"):  # a picture needs neither
        os.environ[variable] = "dummy"
    canvas = read_size(size)
    if out.suffix.lower() != ".png":
        raise UsageError(f"{out}: name a file that ends in .png")
    from game.ui.picture_file import save
    from game.ui.snapshot import SCENES, snapshot

    if scene not in SCENES:
        raise UsageError(f"unknown scene {scene[:40]!r}; {nearest(scene, SCENES)}")
    _find(level)
    picture = snapshot(scene, canvas, level, steps)
    try:
        save(picture, out)
    except OSError as error:
        raise FileError(f"{out}: can't be written: {error.strerror or error}") from None


def screenshot_all(folder: Path, level: str, steps: int) -> None:
    """Draw every scene, on every canvas, in English, twice as long words and high contrast."""
    for variable in ("SDL_VIDEODRIVER", "SDL_AUDIODRIVER"):
        os.environ[variable] = "dummy"
    _find(level)
    from rich.console import Console
    from rich.progress import Progress

    from game.ui.picture_file import save
    from game.ui.snapshot import SCENES, VARIANTS, gallery
    from game.ui.window import CANVASES

    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Drawing", total=len(SCENES) * len(VARIANTS) * len(CANVASES))
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name, picture in gallery(level, steps):
                save(picture, folder / f"{name}.png")
                bar.update(task, advance=1, description=name)
        except OSError as error:
            raise FileError(f"{folder}: can't be written: {error.strerror or error}") from None


def _find(level: str) -> None:
    try:
        deserts.locate(level)
    except LevelError as error:
        raise UsageError(f"--level: {error}") from None


def read_size(text: str) -> tuple[int, int]:
    """(width, height) in pixels, as in 1280x720. Raises UsageError."""
    found = re.fullmatch(r"(\d{1,5})x(\d{1,5})", text, re.ASCII)
    if not found:
        raise UsageError(f"--size: {text[:40]!r} is no size; write it as 1280x720")
    wide, tall = int(found[1]), int(found[2])
    if not (SMALLEST[0] <= wide <= LARGEST[0] and SMALLEST[1] <= tall <= LARGEST[1]):
        low, high = ("x".join(map(str, ends)) for ends in (SMALLEST, LARGEST))
        raise UsageError(f"--size: {text} is out of range; give {low} to {high}")
    return wide, tall
