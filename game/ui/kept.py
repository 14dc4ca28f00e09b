"""Pictures kept for the next time, as many as a number of bytes has room for; and memory let go.

How much that is stays the same in hours of play: `bench --endurance` looks after it.
"""

import ctypes
import gc
import sys
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Protocol, TypeVar
from weakref import WeakSet

import pygame
from cachetools import LRUCache, cached

_Painter = TypeVar("_Painter", bound=Callable[..., pygame.Surface])
_Maker = TypeVar("_Maker", bound=Callable[..., Any])
_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8  # of mallopt, in glibc's malloc.h
_LARGE, _SPARE = 2 << 20, 64 << 20  # bytes: of a canvas, and to work with between two scenes


class Shrinking(Protocol):
    """Keeps what can be made again."""

    def shrink(self) -> None:
        """Forget all but what was used last."""


_shrinking: WeakSet[Shrinking] = WeakSet()
_passing: list[Callable[[], None]] = []


def kept(megabytes: float) -> Callable[[_Painter], _Painter]:
    """Keep the pictures that a function returns, those not used for longest forgotten first.

    A count would not do: a badge has a thousandth of the bytes of a panel.
    """

    def wrap(paint: _Painter) -> _Painter:
        cache: Any = LRUCache(megabytes * 2**20, getsizeof=picture_bytes)
        return cached(cache, info=True)(paint)

    return wrap


def passing(maxsize: int) -> Callable[[_Maker], _Maker]:
    """Keep as many results of a function, until a scene closes: they are too large for longer."""

    def wrap(make: _Maker) -> _Maker:
        cache: Any = lru_cache(maxsize=maxsize)(make)
        _passing.append(cache.cache_clear)
        return cache

    return wrap


def shrinks(store: Shrinking) -> None:
    """Have `store` shrink whenever a scene closes, for as long as it lives."""
    _shrinking.add(store)


def picture_bytes(picture: pygame.Surface) -> int:
    """Bytes that a picture takes."""
    return picture.get_pitch() * picture.get_height()


def let_go() -> None:
    """Free what closed scenes held, about 15 ms of work: lands and pictures are large.

    Scenes and their buttons know each other, so that only the collector finds them, which by
    itself may not come for minutes. glibc also keeps freed memory for the process unless asked.
    """
    for forget in _passing:
        forget()
    for store in list(_shrinking):
        store.shrink()
    gc.collect()
    library = _glibc()
    if library is not None:
        library.malloc_trim(0)


def give_back() -> None:
    """Have freed lands and canvases go back to the system, where the C library can be told.

    By itself glibc maps less and less on its own account: after the first large array it keeps
    room for the next ones, in holes that small things soon make useless. And of the room that it
    keeps for each thread, `malloc_trim` gives back the least.
    """
    library = _glibc()
    if library is not None:
        library.mallopt(_MMAP_THRESHOLD, _LARGE)
        library.mallopt(_TRIM_THRESHOLD, _SPARE)
        library.mallopt(_ARENA_MAX, 1)


@lru_cache(maxsize=1)
def _glibc() -> Any:
    """The C library if it has what is needed here, otherwise None."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        library = ctypes.CDLL(None)
        return library if library.malloc_trim and library.mallopt else None
    except (OSError, AttributeError):  # another C library
        return None
