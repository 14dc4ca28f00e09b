"""Who is playing: pick a player, add one, or remove one. No personal data is asked."""

import pygame

from game.progress import MOST_PLAYERS, Player
from game.text import text
from game.ui import backdrop
from game.ui.outcomes import Swapped
from game.ui.party import figure_of
from game.ui.scenes.players_draft import Draft
from game.ui.scenes.players_letters import LettersPage
from game.ui.scenes.players_new import NewPage
from game.ui.scenes.players_page import Page
from game.ui.signals import Intent, Signal
from game.ui.stage import Back, Scene, Stage
from game.ui.widgets import layout
from game.ui.widgets.button import Button
from game.ui.widgets.callouts import Callout
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel, SpeechPanel
from game.ui.widgets.player_card import PlayerCard
from game.ui.widgets.widget import sentences

JOURNEY = "journey"
_GAP, _WIDEST, _TALLEST = 16, 250, 360
_COLOURS = ("cream", "orange", "green", "blue", "violet", "yellow")


class Players(Scene):
    """Ends with Swapped to the journey once a player is chosen, or Back."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.book = stage.book
        self.draft = Draft(self.book)
        self.page: Page | None = None
        self._build = self._who if self.book.players() else self._new

    def arrange(self) -> None:
        self._back = backdrop.desert(self.stage.theme)
        before = self.page
        self._build()
        if type(before) is type(self.page):  # the same page in another size: all as it was
            self.page.take_over(before)

    def handle(self, signal: Signal) -> bool:
        return self.page is not None and self.page.handle(signal)

    def update(self, elapsed_ms: float) -> None:
        if self.page is not None:
            self.page.update(elapsed_ms)

    def draw(self, surface: pygame.Surface) -> None:
        surface.blit(self._back, (0, 0))
        if self.page is not None:
            self.page.draw(surface)

    def pointers(self) -> tuple[Callout, ...]:
        """What the help says of the page that is open."""
        return self.page.pointers() if self.page is not None else ()

    # ---- pages; each can be built again when the text grows

    def _who(self) -> None:
        self._build = self._who
        self.page = WhoPage(self.stage, self._leave, self._choose, self._begin_new, self._ask)

    def _begin_new(self) -> None:
        self.draft = Draft(self.book)
        self._new()

    def _new(self) -> None:
        self._build = self._new
        self.page = NewPage(
            self.stage,
            self.draft,
            back=self._from_new,
            spell=self._letters,
            done=self._add,
        )

    def _letters(self) -> None:
        self._build = self._letters
        self.page = LettersPage(self.stage, self.draft, back=self._new)

    def _ask(self, player: Player) -> None:
        self._build = lambda: self._ask(player)
        self.page = SurePage(self.stage, player, self._who, lambda: self._remove(player))

    # ---- what the player wishes

    def _leave(self) -> None:
        self.outcome = Back()

    def _from_new(self) -> None:
        if self.book.players():
            self._who()
        else:
            self._leave()

    def _choose(self, player: Player) -> None:
        self.stage.player = self.book.choose(player.id)
        self.outcome = Swapped(JOURNEY)

    def _add(self) -> None:
        if not self.book.refusal(self.draft.nickname):
            self._choose(self.book.add(self.draft.nickname, self.draft.figure.name))

    def _remove(self, player: Player) -> None:
        self.book.remove(player.id)
        if self.stage.player == player:
            self.stage.player = None
        self.draft = Draft(self.book)
        if self.book.players():
            self._who()
        else:
            self._new()


class WhoPage(Page):
    """All players as cards, and a place for the next one."""

    def __init__(self, stage: Stage, back, choose, add, remove) -> None:
        super().__init__(stage, text("Who is playing?"), back)
        self._choose, self._remove = choose, remove
        self.book = stage.book
        self.players = self.book.players()
        self.removing = False
        self.cards = self._cards(add)
        now = [p.id for p in self.players].index(self.book.current.id) if self.book.current else 0
        px, tall = self.theme.px, self.foot.height
        wide = min(px(330), self.foot.width // 2)
        self._toggle = Button(
            self.theme,
            pygame.Rect(self.foot.right - wide, self.foot.top, wide, tall),
            "",
            self._switch,
            colour=self.theme.palette.rose,
        )
        said = pygame.Rect(self.foot.left, self.foot.top, self.foot.width - wide - px(16), tall)
        self._speech = SpeechPanel(self.theme, said, "")
        self._show()
        self.compose([*self.cards, self._speech, self._toggle], self.cards[now])

    def _cards(self, add) -> list[PlayerCard]:
        theme, px = self.theme, self.theme.px
        more = len(self.players) < MOST_PLAYERS
        boxes = _boxes(self.room, len(self.players) + more, px(_GAP), px(_WIDEST), px(_TALLEST))
        cards = []
        for at, (player, box) in enumerate(zip(self.players, boxes, strict=False)):
            cards.append(
                PlayerCard(
                    theme,
                    box,
                    player.nickname,
                    figure_of(player),
                    lambda player=player: self._pressed(player),
                    stars=self.book.stars(player.id),
                    colour=getattr(theme.palette, _COLOURS[at % len(_COLOURS)]),
                )
            )
        if more:
            cards.append(PlayerCard(theme, boxes[-1], text("New player"), None, add))
        return cards

    def pointers(self) -> tuple[Callout, ...]:
        """The first player's card, and the place for another."""
        chosen = Callout(
            self.cards[0].rect, text("Choose who plays. Everybody has their own stars.")
        )
        if self.cards[-1].label in {player.nickname for player in self.players}:
            return (chosen,)
        return chosen, Callout(self.cards[-1].rect, text("Somebody new can join here."))

    def _pressed(self, player: Player) -> None:
        (self._remove if self.removing else self._choose)(player)

    def _switch(self) -> None:
        self.removing = not self.removing
        self._show()

    def _show(self) -> None:
        self._toggle.say(text("Keep them all") if self.removing else text("Remove a player"))
        self._speech.text = text("Who should be removed?") if self.removing else ""
        for player, card in zip(self.players, self.cards, strict=False):
            card.mark(self.removing)
            card.tip = text("Remove {nickname}", nickname=player.nickname) if self.removing else ""

    def handle(self, signal: Signal) -> bool:
        """Escape first gives up removing."""
        if self.removing and getattr(signal, "intent", None) is Intent.BACK:
            self._switch()
            return True
        return super().handle(signal)

    def take_over(self, before: Page) -> None:
        """Go on as a page of the same kind was."""
        super().take_over(before)
        if getattr(before, "removing", False):
            self._switch()

    def update(self, elapsed_ms: float) -> None:
        """The child that is pointed at cheers."""
        super().update(elapsed_ms)
        for card in self.cards:
            pointed = card.hovered or (card is self.ring.current and self.ring.shown)
            card.lively = pointed and not self.stage.settings.reduced_motion and not self.removing
            card.time_ms += elapsed_ms


class SurePage(Page):
    """Asks before a player is removed."""

    def __init__(self, stage: Stage, player: Player, keep, remove) -> None:
        super().__init__(stage, text("Remove {nickname}?", nickname=player.nickname), keep)
        theme, px, palette = self.theme, self.theme.px, self.theme.palette
        plate = pygame.Rect(0, 0, min(px(860), self.room.width), min(px(430), self.room.height))
        plate.center = self.room.center
        inner = plate.inflate(-px(48), -px(44))
        card, words = layout.columns(inner, [0.36, 0.64], px(30))
        buttons = pygame.Rect(words.left, words.bottom - px(84), words.width, px(84))
        words.height = buttons.top - px(16) - words.top
        stars = stage.book.stars(player.id)
        said = text("All stars and best walks of {nickname} will be gone.",
                    nickname=player.nickname)  # fmt: skip
        portrait = PlayerCard(
            theme, card, player.nickname, figure_of(player), lambda: None, stars=stars
        )
        portrait.focusable = False
        left, right = layout.columns(buttons, [1, 1], px(14))
        self.keep = Button(theme, left, text("Keep"), keep, colour=palette.green)
        sure = Button(theme, right, text("Remove"), remove, colour=palette.rose)
        label = Label(theme, words, said, size=theme.sizes.heading, align=(0.5, 0.5))
        self.heading = sentences(self.heading, said)
        self.compose([Panel(theme, plate), portrait, label, self.keep, sure], self.keep)


def _boxes(room: pygame.Rect, count: int, gap: int, widest: int, tallest: int) -> list[pygame.Rect]:
    """`count` equal boxes in one or two rows in the middle of `room`."""
    across = count if count <= 4 else -(-count // 2)
    lines = -(-count // across)
    wide = min(widest, (room.width - gap * (across - 1)) // across)
    tall = min(tallest, (room.height - gap * (lines - 1)) // lines)
    tall = min(tall, round(wide * 1.55))
    boxes = []
    top = room.centery - (lines * tall + (lines - 1) * gap) // 2
    for line in range(lines):
        here = min(across, count - line * across)
        left = room.centerx - (here * wide + (here - 1) * gap) // 2
        for column in range(here):
            boxes.append(
                pygame.Rect(left + column * (wide + gap), top + line * (tall + gap), wide, tall)
            )
    return boxes
