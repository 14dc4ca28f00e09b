"""One of several, by key, click and wheel."""

import pygame
import pytest

from game.ui.widgets.choice import Choice, Option
from game.ui.widgets.focus import FocusRing

GEAR = [Option(name, name) for name in ("Sandals", "Wind cloak", "Spyglass", "Camel", "Falcon")]
SPEEDS = [Option(n, icon=f"speed{n}") for n in range(1, 6)]


class Desk:
    def __init__(self, theme, hands, options, value, name="", wide=400):
        self.log = []
        rect = pygame.Rect(100, 100, wide, 76 if name else 56)
        self.choice = Choice(theme, rect, name, options, value, self.log.append)
        self.ring = FocusRing(theme, [self.choice])
        self.hands = hands(self.ring)


@pytest.fixture
def speed(theme, hands):
    return Desk(theme, hands, SPEEDS, 3)


@pytest.fixture
def gear(theme, hands):
    return Desk(theme, hands, GEAR, "Camel", "Gear", 200)


def test_segments_where_there_is_room_and_arrows_where_not(speed, gear):
    assert speed.choice.segmented
    assert not gear.choice.segmented


def test_every_segment_is_chosen_by_a_click(speed):
    bar = speed.choice.bar
    for at in (0, 4, 2, 1, 3):
        speed.hands.click((bar.left + bar.width * (2 * at + 1) // 10, bar.centery))
    assert speed.log == [1, 5, 3, 2, 4]


def test_clicking_the_chosen_one_tells_nothing(speed):
    speed.hands.click(speed.choice.rect.center)
    assert speed.log == []


def test_every_option_is_reached_by_keys(gear):
    gear.hands.key(pygame.K_TAB)
    gear.hands.key(pygame.K_LEFT, times=6)
    gear.hands.key(pygame.K_RIGHT, times=6)
    down, up = ["Spyglass", "Wind cloak", "Sandals"], ["Wind cloak", "Spyglass", "Camel", "Falcon"]
    assert gear.log == [*down, *up]
    gear.hands.key(pygame.K_RETURN)
    assert gear.choice.value == "Sandals"


def test_the_arrows_are_pressed_at_the_ends_and_go_round(gear):
    bar = gear.choice.bar
    gear.hands.click((bar.right - 8, bar.centery))
    gear.hands.click((bar.right - 8, bar.centery))
    assert gear.log == ["Falcon", "Sandals"]
    gear.hands.click((bar.left + 8, bar.centery))
    assert gear.choice.value == "Falcon"


def test_the_wheel_turns(gear):
    gear.hands.wheel(gear.choice.rect.center, 1)
    gear.hands.wheel(gear.choice.rect.center, -1)
    assert gear.log == ["Spyglass", "Camel"]


def test_setting_the_value_calls_nobody(gear):
    gear.choice.value = "Falcon"
    assert gear.choice.value == "Falcon"
    assert gear.log == []
    with pytest.raises(ValueError, match="Boots"):
        gear.choice.value = "Boots"


def test_other_names_keep_the_value(gear):
    gear.choice.rename("Optimizer", [Option(o.value, o.label.upper()) for o in GEAR])
    assert gear.choice.value == "Camel"


def test_words_twice_as_long_fit(theme, hands):
    double = [Option(o.value, f"{o.label} {o.label}") for o in GEAR]
    desk = Desk(theme, hands, double, "Wind cloak", "Gear Gear", 200)
    for option in double:
        desk.choice.value = option.value
        assert desk.choice.fits


def test_the_bar_is_large_enough_for_a_finger(gear, speed):
    assert gear.choice.bar.height >= 44
    assert speed.choice.bar.height >= 44
