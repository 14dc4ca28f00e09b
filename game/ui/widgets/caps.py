"""Keys and pad buttons drawn as they look: caps, discs with their letter or sign, plates."""

from collections.abc import Callable, Sequence

import pygame

from game.text import text
from game.ui import fonts
from game.ui.keys import KEYBOARD, word
from game.ui.pad_words import pad_word
from game.ui.pads import PLAYSTATION, XBOX
from game.ui.theme import Colour, Theme
from game.ui.widgets import shapes
from game.ui.widgets.button import Button

_MOST, _GAP, _AIR, _EDGE = 2, 8, 10, 4
_FACES = ("a", "b", "x", "y")
# Letters and signs tell them apart; the colours are those of the real buttons.
_TINTS: dict[str, dict[str, Colour]] = {
    XBOX: {"a": (146, 214, 92), "b": (255, 128, 112), "x": (112, 184, 255), "y": (255, 214, 84)},
    PLAYSTATION: {
        "a": (150, 190, 255),
        "b": (255, 138, 138),
        "x": (244, 160, 216),
        "y": (126, 224, 180),
    },
}
_PLAIN: Colour = (236, 228, 232)


def cap_words(names: Sequence[str], device: str) -> list[str]:
    """The words for keys ("keyboard") or for buttons of a kind of pad, each once."""
    words = [word(n) if device == KEYBOARD else pad_word(n, device) for n in names]
    return list(dict.fromkeys(words))


def said_caps(names: Sequence[str], device: str) -> str:
    """All of them in one line."""
    return ", ".join(cap_words(names, device)) or text("nothing")


class CapButton(Button):
    """A button on which keys or pad buttons are drawn; pressed to change them."""

    def __init__(
        self,
        theme: Theme,
        rect: pygame.Rect,
        names: Sequence[str],
        device: str,
        on_press: Callable[[], None],
        *,
        what: str,
        tip: str = "",
    ) -> None:
        """`what` these keys do, for the voice; `device` is "keyboard" or a kind of pad."""
        super().__init__(theme, rect, "", on_press, colour=theme.palette.cream, tip=tip)
        self.names, self.device, self.what = tuple(names), device, what

    @property
    def spoken(self) -> str:
        """What is bound, and to what."""
        return text("{name}: {value}", name=self.what, value=said_caps(self.names, self.device))

    def _paint_words(self, picture: pygame.Surface, box: pygame.Rect, ink: Colour) -> None:
        theme = self.theme
        tall = min(box.height, theme.px(44) if theme.text_scale < 1.3 else box.height)
        caps = self._caps(box.width, tall)
        if not caps:
            size = theme.text_px(theme.sizes.button)
            self._write(picture, "\N{EN DASH}", fonts.STRONG, size, ink, box, (0.5, 0.5))
        gap = theme.px(_GAP)
        left = box.centerx - (sum(wide for _, wide in caps) + gap * (len(caps) - 1)) // 2
        for name, wide in caps:
            place = pygame.Rect(left, box.centery - tall // 2, wide, tall)
            self._paint_cap(picture, name, place, ink)
            left += wide + gap

    def _caps(self, room: int, tall: int) -> list[tuple[str, int]]:
        """As many caps as have room, at least one, and their widths."""
        seen: dict[str, str] = {}
        for name in self.names:
            seen.setdefault(cap_words([name], self.device)[0], name)
        caps: list[tuple[str, int]] = []
        size, left = self._size(), room
        for said, name in list(seen.items())[:_MOST]:
            wide = fonts.width(said, fonts.STRONG, size) + 2 * self.theme.px(_AIR)
            wide = tall if self._round(name) else max(tall, wide)
            if caps and wide > left:
                break
            caps.append((name, min(wide, room)))
            left -= caps[-1][1] + self.theme.px(_GAP)
        return caps

    def _size(self) -> int:
        return self.theme.text_px(19)

    def _round(self, name: str) -> bool:
        return self.device != KEYBOARD and name in _FACES

    def _paint_cap(
        self, picture: pygame.Surface, name: str, place: pygame.Rect, ink: Colour
    ) -> None:
        theme, px = self.theme, self.theme.px
        if self._round(name):
            tint = _TINTS.get(self.device, {}).get(name, _PLAIN)
            picture.blit(shapes.disc(place.height, ink), place)
            inner = place.inflate(-2 * px(3), -2 * px(3))
            picture.blit(shapes.disc(inner.height, tint), inner)
            if self.device == PLAYSTATION:
                _paint_sign(picture, name, inner, ink, px(4))
                return
        else:
            radius = px(11) if self.device == KEYBOARD else place.height // 2
            picture.blit(shapes.rounded(place.size, radius, ink), place)
            inner = place.inflate(-2 * px(2), -2 * px(2))
            inner.height -= px(_EDGE)
            picture.blit(shapes.rounded(inner.size, radius - px(2), theme.palette.white), inner)
        said = cap_words([name], self.device)[0]
        room = inner.inflate(-px(6), 0)
        self._write(picture, said, fonts.STRONG, self._size(), ink, room, (0.5, 0.5), 2)


def _paint_sign(
    picture: pygame.Surface, name: str, box: pygame.Rect, ink: Colour, thick: int
) -> None:
    """Cross, circle, square or triangle."""
    fine = shapes.FINE
    side, line = box.width * fine, thick * fine
    large = shapes.blank((side, side), ink)
    near, far, middle = side * 0.29, side * 0.71, side * 0.5
    if name == "a":
        pygame.draw.line(large, ink, (near, near), (far, far), line)
        pygame.draw.line(large, ink, (far, near), (near, far), line)
    elif name == "b":
        pygame.draw.circle(large, ink, (middle, middle), side * 0.27, line)
    elif name == "x":
        pygame.draw.rect(large, ink, (near, near, far - near, far - near), line)
    else:
        corners = [(middle, side * 0.22), (side * 0.77, side * 0.67), (side * 0.23, side * 0.67)]
        pygame.draw.polygon(large, ink, corners, line)
        for corner in corners:
            pygame.draw.circle(large, ink, corner, line / 2)
    picture.blit(shapes.shrunk(large), box)
