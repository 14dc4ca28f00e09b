"""Pictures kept for the next time, as many as a number of bytes has room for; and memory let go."""

import ctypes
import gc
import sys
from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

import pygame
from cachetools import LRUCache, cached

_Painter = TypeVar("_Painter", bound=Callable[..., pygame.Surface])


def kept(megabytes: float) -> Callable[[_Painter], _Painter]:
    """Keep the pictures that a function returns, those not used for longest forgotten first.

    A count would not do: a badge has a thousandth of the bytes of a panel.
    """

    def wrap(paint: _Painter) -> _Painter:
        cache: Any = LRUCache(megabytes * 2**20, getsizeof=picture_bytes)
        return cached(cache, info=True)(paint)

    return wrap


def picture_bytes(picture: pygame.Surface) -> int:
    """Bytes that a picture takes."""
    return picture.get_pitch() * picture.get_height()


def let_go() -> None:
    """Free what closed scenes held, about 15 ms of work: lands and pictures are large.

    Scenes and their buttons know each other, so that only the collector finds them, which by
    itself may not come for minutes. glibc also keeps freed memory for the process unless asked.
    """
    gc.collect()
    trim = _trim()
    if trim is not None:
        trim(0)


@lru_cache(maxsize=1)
def _trim() -> Callable[[int], int] | None:
    if not sys.platform.startswith("linux"):
        return None
    try:
        trim: Callable[[int], int] = ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError):  # another C library
        return None
    return trim
