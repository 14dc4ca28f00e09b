"""The journey as pages: a chapter each, with its picture; levels of no chapter follow in parts."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from game.campaign import Chapter, chapter_of
from game.text import text
from game.ui.scenes.journey_map import PICTURES, room_on


@dataclass(frozen=True)
class Page:
    """Neighbouring stops on one picture (counted from 0); `chapter` None where they have none."""

    slugs: tuple[str, ...]
    picture: int
    chapter: Chapter | None = None

    @property
    def title(self) -> str:
        """Number and name of the chapter."""
        if self.chapter is None:
            return text("The journey")
        return text(
            "Chapter {number}: {name}", number=self.chapter.number, name=text(self.chapter.name)
        )


def pages(slugs: Iterable[str]) -> tuple[Page, ...]:
    """The pages of levels in their order. A teacher's order may come back to a chapter."""
    made: list[Page] = []
    for chapter, group in groupby(slugs, key=chapter_of):
        picture = (chapter.number - 1 if chapter else len(made)) % PICTURES
        here, room = tuple(group), room_on(picture)
        made += [Page(here[at : at + room], picture, chapter) for at in range(0, len(here), room)]
    return tuple(made) or (Page((), 0),)
