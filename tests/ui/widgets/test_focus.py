"""Every widget is reached with keys alone, in order, and Enter never surprises."""

import pygame
import pytest

from game.ui.signals import Act, Intent
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice, Option
from game.ui.widgets.focus import FocusRing, carry, ring_of
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.scale import SliderScale
from game.ui.widgets.slider import Slider


class Desk:
    """Two sliders and three buttons in a row, a choice above, all on a panel."""

    def __init__(self, theme, hands):
        self.log = []
        scale = SliderScale(0, 1, 11)
        at = lambda left, top=620: pygame.Rect(left, top, 120, 76)  # noqa: E731
        self.step_size = Slider(theme, at(40), "Step size", scale, 0.5)
        self.wind = Slider(theme, at(180), "Wind", scale, 0.5)
        options = [Option(n, str(n)) for n in range(3)]
        self.speed = Choice(theme, at(40, 400), "Speed", options, 1, self.log.append)
        intents = (Intent.STEP, Intent.RUN, Intent.DIG)
        self.buttons = [
            Button(
                theme,
                at(400 + 140 * i),
                intent.value,
                lambda intent=intent: self.log.append(intent),
                intent=intent,
                tip=intent.value,
            )
            for i, intent in enumerate(intents)
        ]
        label = Label(theme, at(700, 100), "Only words")
        panel = Panel(theme, pygame.Rect(20, 600, 1200, 110))
        self.ring = FocusRing(
            theme, [panel, label, self.step_size, self.wind, *self.buttons, self.speed]
        )
        self.hands = hands(self.ring)


@pytest.fixture
def desk(theme, hands):
    return Desk(theme, hands)


def test_tab_visits_all_in_order_and_round(desk):
    seen = []
    for _ in range(7):
        desk.hands.key(pygame.K_TAB)
        seen.append(desk.ring.current)
    order = [desk.step_size, desk.wind, *desk.buttons, desk.speed]
    assert seen == [*order, desk.step_size]
    desk.hands.key(pygame.K_TAB, mod=pygame.KMOD_LSHIFT)
    assert desk.ring.current is desk.speed


def test_shift_tab_begins_at_the_end(desk):
    desk.hands.key(pygame.K_TAB, mod=pygame.KMOD_LSHIFT)
    assert desk.ring.current is desk.speed


def test_arrows_alone_reach_everything(desk):
    seen = set()
    for code in [pygame.K_DOWN] * 7 + [pygame.K_UP] * 7:
        desk.hands.key(code)
        seen.add(desk.ring.current)
    assert seen == set(desk.ring.stops)


def test_arrows_go_to_the_neighbour_that_lies_there(desk):
    desk.ring.focus(desk.buttons[0])
    desk.hands.key(pygame.K_RIGHT)
    assert desk.ring.current is desk.buttons[1]
    desk.hands.key(pygame.K_LEFT, times=2)
    assert desk.ring.current is desk.wind
    desk.ring.focus(desk.step_size)
    desk.hands.key(pygame.K_UP)
    assert desk.ring.current is desk.speed
    desk.hands.key(pygame.K_DOWN)
    assert desk.ring.current is desk.step_size


def test_left_and_right_belong_to_a_slider_in_focus(desk):
    desk.ring.focus(desk.wind)
    desk.hands.key(pygame.K_RIGHT)
    assert desk.ring.current is desk.wind
    assert desk.wind.value == 0.6


def test_enter_runs_unless_a_button_was_picked_by_keyboard(desk):
    desk.hands.key(pygame.K_RETURN)
    assert desk.log == [Intent.RUN]
    desk.ring.focus(desk.buttons[2])
    desk.hands.key(pygame.K_RETURN)
    assert desk.log == [Intent.RUN, Intent.DIG]


def test_enter_runs_after_a_click_on_another_button(desk):
    desk.hands.click(desk.buttons[2].rect.center)
    desk.hands.key(pygame.K_RETURN)
    assert desk.log == [Intent.DIG, Intent.RUN]


def test_enter_runs_while_a_slider_has_the_focus(desk):
    desk.ring.focus(desk.step_size)
    desk.hands.key(pygame.K_RETURN)
    assert desk.log == [Intent.RUN]
    assert desk.ring.shown


def test_space_always_steps_and_takes_enter_away_from_the_picked_button(desk):
    desk.ring.focus(desk.buttons[2])
    desk.hands.key(pygame.K_SPACE)
    assert desk.log == [Intent.STEP]
    assert not desk.ring.shown
    desk.hands.key(pygame.K_RETURN)
    assert desk.log == [Intent.STEP, Intent.RUN]


def test_space_presses_where_nothing_steps(theme, hands):
    log = []
    button = Button(theme, pygame.Rect(0, 0, 100, 64), "Play", lambda: log.append("play"))
    player = hands(FocusRing(theme, [button]))
    player.key(pygame.K_TAB)
    player.key(pygame.K_SPACE)
    assert log == ["play"]


def test_stepping_keeps_the_outline_on_a_slider(desk):
    desk.ring.focus(desk.step_size)
    desk.hands.key(pygame.K_SPACE)
    assert desk.ring.shown
    assert desk.ring.current is desk.step_size


def test_hidden_widgets_are_no_stops_and_take_no_pointer(desk):
    desk.wind.visible = False
    assert desk.wind not in desk.ring.stops
    desk.hands.wheel(desk.wind.rect.center, 1)
    assert desk.wind.value == 0.5
    desk.buttons[0].visible = False
    desk.hands.key(pygame.K_SPACE)
    assert desk.log == []


def test_the_pointer_means_the_uppermost_and_panels_stop_it(desk):
    assert desk.hands.press((300, 690))  # bare panel
    desk.hands.release((300, 690))
    assert not desk.hands.press((900, 300))  # bare desert
    assert desk.log == []


def test_escape_is_never_kept(desk):
    desk.ring.focus(desk.buttons[0])
    assert not desk.hands.key(pygame.K_ESCAPE)


def test_an_empty_ring_uses_nothing(theme, hands):
    player = hands(FocusRing(theme, [Label(theme, pygame.Rect(0, 0, 9, 9), "x")]))
    for code in (pygame.K_TAB, pygame.K_LEFT, pygame.K_RETURN, pygame.K_SPACE):
        assert not player.key(code)


def test_the_tip_waits_for_a_resting_pointer(desk, surface):
    button = desk.buttons[0]
    above = pygame.Rect(button.rect.left, button.rect.top - 60, button.rect.width, 46)

    def shown():
        surface.fill(0)
        desk.ring.draw(surface)
        return surface.subsurface(above).get_bounding_rect().size != (0, 0) and any(
            surface.get_at((x, above.centery))[0] > 200 for x in range(above.left, above.right)
        )

    desk.hands.move(button.rect.center)
    assert not shown()
    desk.ring.update(600.0)
    assert shown()
    desk.hands.move((900, 300))
    assert not shown()
    desk.ring.focus(button)
    assert shown()


def test_the_outline_is_drawn_round_the_focus_only(desk, surface):
    yellow = desk.ring.theme.palette.focus

    def outlined(widget):
        surface.fill(0)
        desk.ring.draw(surface)
        around = widget.rect.inflate(40, 40).clip(surface.get_rect())
        return pygame.transform.threshold(None, surface.subsurface(around), yellow, set_behavior=0)

    assert outlined(desk.buttons[1]) < 50
    desk.ring.focus(desk.buttons[1])
    assert outlined(desk.buttons[1]) > 500
    assert outlined(desk.wind) < 50


def test_a_finger_that_is_lifted_points_at_nothing(desk):
    button = desk.buttons[0]
    at = {"pos": button.rect.center, "button": 1, "touch": True}
    desk.hands.send(pygame.event.Event(pygame.MOUSEBUTTONDOWN, **at))
    assert button.hovered
    desk.hands.send(pygame.event.Event(pygame.MOUSEBUTTONUP, **at))
    assert desk.log == [Intent.STEP]
    assert not button.hovered


def test_one_button_scanning_needs_only_move_and_press(desk):
    for _ in range(3):
        desk.ring.move(1)
    desk.ring.press()
    assert desk.log == [Intent.STEP]


def test_a_gamepads_cross_is_the_same_acts(desk):
    for intent in (Intent.NEXT_FOCUS, Intent.UP, Intent.RIGHT):
        assert desk.ring.handle(Act(intent, device="pad"))
    assert desk.log == [2]


def test_the_ring_tells_whether_all_text_fits(desk):
    assert desk.ring.fits
    desk.wind.name = "Wind " * 40
    assert not desk.ring.fits
    desk.wind.visible = False
    assert desk.ring.fits


def test_a_pads_button_shows_what_it_would_press_before_it_presses(desk):
    assert desk.ring.handle(Act(Intent.ACTIVATE, device="pad"))
    assert desk.ring.shown
    assert desk.log == []
    desk.ring.focus(desk.buttons[2])
    assert desk.ring.handle(Act(Intent.ACTIVATE, device="pad"))
    assert desk.log == [Intent.DIG]


def test_a_pads_button_with_nothing_to_press_uses_nothing(theme):
    assert not FocusRing(theme, []).handle(Act(Intent.ACTIVATE, device="pad"))


def test_who_drags_out_of_the_window_has_not_let_go(desk):
    desk.hands.press(desk.wind.track.center)
    desk.hands.move(desk.wind.track.midright)
    assert desk.wind.value == 1.0
    desk.hands.send(pygame.event.Event(pygame.WINDOWLEAVE))
    assert desk.wind.value == 1.0
    desk.hands.move(desk.wind.track.center)
    assert desk.wind.value == 0.5


def test_a_press_that_the_window_loses_presses_nothing(desk):
    desk.hands.press(desk.buttons[0].rect.center)
    assert desk.buttons[0].sunk
    desk.hands.send(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    assert not desk.buttons[0].sunk
    desk.hands.release(desk.buttons[0].rect.center)
    assert desk.log == []


def finger(kind, pixel, surface):
    wide, tall = surface.get_size()
    x, y = (pixel[0] + 0.5) / wide, (pixel[1] + 0.5) / tall
    return pygame.event.Event(kind, touch_id=1, finger_id=1, x=x, y=y, dx=0.0, dy=0.0)


def test_a_finger_presses_on_release_inside_only(desk, surface):
    inside, outside = desk.buttons[0].rect.center, (900, 300)
    desk.hands.send(finger(pygame.FINGERDOWN, inside, surface))
    assert desk.log == []
    desk.hands.send(finger(pygame.FINGERMOTION, outside, surface))
    desk.hands.send(finger(pygame.FINGERUP, outside, surface))
    assert desk.log == []
    desk.hands.send(finger(pygame.FINGERDOWN, inside, surface))
    desk.hands.send(finger(pygame.FINGERUP, inside, surface))
    assert desk.log == [Intent.STEP]
    assert not any(widget.hovered for widget in desk.ring.widgets)


def test_a_slider_is_dragged_by_a_finger(desk, surface):
    track = desk.wind.track
    desk.hands.send(finger(pygame.FINGERDOWN, track.center, surface))
    desk.hands.send(finger(pygame.FINGERMOTION, track.midright, surface))
    desk.hands.send(finger(pygame.FINGERUP, track.midright, surface))
    assert desk.wind.value == 1.0
    assert not desk.wind.hovered


def test_a_small_button_is_pressed_from_around_it_unless_another_lies_there(theme, hands):
    log = []
    box = pygame.Rect(100, 100, 30, 30)
    small = Button(theme, box, "a", lambda: log.append("small"))
    large = Button(theme, pygame.Rect(60, 90, 38, 64), "b", lambda: log.append("large"))
    player = hands(FocusRing(theme, [Panel(theme, pygame.Rect(0, 0, 400, 400)), large, small]))
    player.click((box.right + 15, box.centery))
    player.click((box.left - 10, box.centery))
    player.click((box.right + 30, box.centery))
    assert log == ["small", "large"]


def test_a_panel_above_keeps_the_pointer_from_what_it_covers(theme, hands):
    log = []
    button = Button(theme, pygame.Rect(100, 100, 40, 40), "a", lambda: log.append(1))
    player = hands(FocusRing(theme, [button, Panel(theme, pygame.Rect(0, 0, 400, 400))]))
    player.click(button.rect.center)
    assert log == []


def test_a_new_layout_keeps_the_focus(theme, hands):
    before, after = Desk(theme, hands), Desk(theme, hands)
    before.ring.focus(before.buttons[1])
    carry(before.ring, after.ring)
    assert after.ring.current is after.buttons[1]
    assert after.ring.shown
    own = Desk(theme, hands)
    own.ring.focus(own.wind)
    carry(before.ring, own.ring)
    assert own.ring.current is own.wind
    carry(None, own.ring)
    carry(before.ring, FocusRing(theme, []))


def test_the_ring_of_a_scene_is_its_own_or_that_of_its_page_or_panels(theme):
    class Holder:
        pass

    ring, scene, page = FocusRing(theme, []), Holder(), Holder()
    assert ring_of(scene) is None
    scene.page = None
    assert ring_of(scene) is None
    page.ring = ring
    scene.panels = page
    assert ring_of(scene) is ring
    scene.page = Holder()
    scene.page.ring = FocusRing(theme, [])
    assert ring_of(scene) is scene.page.ring
    scene.ring = ring
    assert ring_of(scene) is ring
