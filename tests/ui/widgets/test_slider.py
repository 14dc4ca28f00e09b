"""Keys, wheel, track and handle move a slider; each tick is reached and told once."""

import pygame
import pytest

from game.ui.widgets.focus import FocusRing
from game.ui.widgets.scale import SliderScale
from game.ui.widgets.slider import Slider

RECT = pygame.Rect(100, 600, 200, 76)
SCALE = SliderScale(0.25, 32, 57, log=True)


class Desk:
    """A slider alone on its ring, with what it told."""

    def __init__(self, theme, hands, **more):
        self.changes, self.settled = [], []
        self.slider = Slider(
            theme,
            RECT,
            "Step size",
            more.pop("scale", SCALE),
            more.pop("value", 4.0),
            on_change=self.changes.append,
            on_settle=self.settled.append,
            **more,
        )
        self.ring = FocusRing(theme, [self.slider])
        self.hands = hands(self.ring)

    def pixel_of(self, value):
        track = self.slider.track
        return (track.left + round(track.width * SCALE.fraction_of(value)), track.centery)


@pytest.fixture
def desk(theme, hands):
    return Desk(theme, hands)


def test_every_tick_is_reached_by_keys(desk):
    desk.hands.key(pygame.K_TAB)
    desk.hands.key(pygame.K_HOME)
    assert desk.slider.value == SCALE.low
    desk.changes.clear()
    desk.hands.key(pygame.K_RIGHT, times=80)
    assert desk.changes == list(SCALE.values[1:])
    desk.changes.clear()
    desk.hands.key(pygame.K_LEFT, times=80)
    assert desk.changes == list(reversed(SCALE.values[:-1]))
    desk.hands.key(pygame.K_END)
    assert desk.slider.value == SCALE.high


def test_every_tick_is_reached_by_the_wheel(desk):
    desk.hands.wheel(RECT.center, -1)
    assert desk.changes == [3.7]
    for _ in range(80):
        desk.hands.wheel(RECT.center, 1)
    assert desk.slider.value == 32
    assert desk.settled == desk.changes


def test_the_wheel_elsewhere_moves_nothing(desk):
    assert not desk.hands.wheel((900, 100), 1)
    assert desk.changes == []


def test_dragging_the_handle_changes_live_and_settles_once(desk):
    start, end = desk.pixel_of(4.0), desk.pixel_of(16.0)
    desk.hands.press(start)
    assert desk.changes == []
    for x in range(start[0], end[0] + 1, 3):
        desk.hands.move((x, start[1] - 40))
    desk.hands.move(end)
    assert desk.slider.value == 16.0
    assert desk.changes == sorted(desk.changes)
    assert set(desk.changes) <= set(SCALE.values)
    assert desk.settled == []
    desk.hands.release(end)
    assert desk.settled == [16.0]
    desk.hands.move(start)
    assert desk.slider.value == 16.0


def test_a_handle_taken_at_its_rim_does_not_jump(desk):
    x, y = desk.pixel_of(4.0)
    desk.hands.press((x + 12, y))
    assert desk.slider.value == 4.0
    desk.hands.release((x + 12, y))
    assert desk.changes == []


def test_dragging_far_outside_stops_at_the_ends(desk):
    desk.hands.press(desk.pixel_of(4.0))
    desk.hands.move((5000, 10))
    assert desk.slider.value == SCALE.high
    desk.hands.move((-5000, 10))
    assert desk.slider.value == SCALE.low


def test_a_click_on_the_track_goes_there(desk):
    desk.hands.click(desk.pixel_of(1.0))
    assert desk.slider.value == 1.0
    assert desk.settled == [1.0]


def test_the_whole_low_part_can_be_taken_and_the_words_not(desk):
    x, y = desk.pixel_of(1.0)
    desk.hands.click((x, RECT.bottom - 1))
    assert desk.slider.value == 1.0
    desk.hands.click((desk.pixel_of(8.0)[0], RECT.top + 5))
    assert desk.slider.value == 1.0
    assert RECT.bottom - y >= 22


def test_arrows_work_after_a_click_without_tab(desk):
    desk.hands.click(desk.pixel_of(1.0))
    assert not desk.ring.shown
    desk.hands.key(pygame.K_RIGHT)
    assert desk.slider.value == 1.1
    assert desk.ring.shown


def test_a_value_between_ticks_stays_until_moved(theme, hands):
    desk = Desk(theme, hands, value=3.333)
    assert desk.slider.value == 3.333
    desk.hands.key(pygame.K_TAB)
    desk.hands.key(pygame.K_RIGHT)
    assert desk.slider.value == 3.4
    desk.slider.value = 3.333
    assert desk.changes == [3.4]
    desk.hands.key(pygame.K_LEFT)
    assert desk.slider.value == 3.1


def test_the_effective_mark_is_seen(desk, surface):
    desk.ring.draw(surface)
    before = surface.copy()
    desk.slider.effective = 1.0
    surface.fill(0)
    desk.ring.draw(surface)
    assert surface.get_at(desk.pixel_of(1.0)) != before.get_at(desk.pixel_of(1.0))


def test_the_picture_follows_the_value(desk, surface):
    desk.ring.draw(surface)
    assert surface.get_at(desk.pixel_of(32))[:3] != surface.get_at(desk.pixel_of(0.4))[:3]
    desk.slider.value = 32
    surface.fill(0)
    desk.ring.draw(surface)
    assert surface.get_at(desk.pixel_of(16))[:3] == desk.slider._colour


@pytest.mark.parametrize("name", ["Step size", "Step size Step size", "Schrittgrößenregler"])
def test_names_twice_as_long_fit(theme, hands, name):
    desk = Desk(theme, hands, unit=lambda value: f"{value:g} paces")
    desk.slider.name = name
    for value in SCALE.values:
        desk.slider.value = value
        assert desk.slider.fits


def test_a_name_without_end_is_reported(theme, hands):
    desk = Desk(theme, hands)
    desk.slider.name = "Step size " * 9
    assert not desk.slider.fits


def test_a_frame_without_change_paints_nothing(desk, surface, monkeypatch):
    desk.ring.draw(surface)
    monkeypatch.setattr(desk.slider, "_paint", lambda: pytest.fail("painted again"))
    desk.slider.value = desk.slider.value
    desk.slider.name = "Step size"
    desk.ring.draw(surface)
