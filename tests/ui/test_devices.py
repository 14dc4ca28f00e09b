"""The app with pads and fingers: prompts follow the device, and nothing is lost on the way."""

import pygame
import pytest

from game.settings import Settings
from game.store import Store
from game.ui.app import App, Options, run_app
from game.ui.signals import Act, Intent, Unplugged
from game.ui.stage import Scene, Stage
from game.ui.widgets.button import Button
from game.ui.widgets.focus import FocusRing
from tests.ui import virtual_pad
from tests.ui.virtual_pad import VirtualPad

SIZE = (640, 360)


class Desk(Scene):
    """Three buttons with prompts."""

    def __init__(self, stage):
        super().__init__(stage)
        self.log, self.heard = [], []

    def arrange(self):
        theme, prompt = self.stage.theme, self.stage.keys.prompt
        self.buttons = [
            Button(
                theme,
                pygame.Rect(20 + 150 * i, 100, 120, 80),
                intent.value,
                lambda intent=intent: self.log.append(intent),
                hint=prompt(intent),
                intent=intent,
            )
            for i, intent in enumerate((Intent.STEP, Intent.GUST, Intent.NAMES))
        ]
        self.ring = FocusRing(theme, self.buttons)

    @property
    def hints(self):
        return [button._said[1] for button in self.buttons]

    def handle(self, signal):
        self.heard.append(signal)
        return self.ring.handle(signal)


@pytest.fixture
def app(tmp_path):
    pygame.display.init()
    surface = pygame.display.set_mode(SIZE)
    app = App(Stage(Settings(), Store(tmp_path), SIZE), {}, surface)
    app.push(Desk(app.stage))
    app.frame(16.0)
    return app


def send(app, kind, **what):
    app.offer(pygame.event.Event(kind, **what))
    app.frame(16.0)


def pad(app, code):
    send(app, pygame.CONTROLLERBUTTONDOWN, instance_id=0, button=code)
    send(app, pygame.CONTROLLERBUTTONUP, instance_id=0, button=code)


def test_prompts_follow_the_device_and_the_focus_stays(app):
    desk = app.scenes[0]
    assert desk.hints == ["Space", "G", "N"]
    send(app, pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode="")
    send(app, pygame.KEYDOWN, key=pygame.K_RIGHT, mod=0, unicode="")
    assert desk.ring.current is desk.buttons[1]
    pad(app, pygame.CONTROLLER_BUTTON_DPAD_RIGHT)
    assert desk.hints == ["X", "LB", ""]
    assert desk.ring.current is desk.buttons[2]
    finger = {"touch_id": 1, "finger_id": 1, "x": 0.1, "y": 0.4, "dx": 0.0, "dy": 0.0}
    send(app, pygame.FINGERDOWN, **finger)
    send(app, pygame.FINGERUP, **finger)
    assert desk.hints == ["", "", ""]
    assert desk.log == [Intent.STEP]
    send(app, pygame.KEYDOWN, key=pygame.K_g, mod=0, unicode="g")
    assert desk.hints == ["Space", "G", "N"]


def test_a_finger_told_twice_presses_once(app):
    desk = app.scenes[0]
    glass = {"touch_id": 1, "finger_id": 1, "x": 0.1, "y": 0.4, "dx": 0.0, "dy": 0.0}
    mouse = {"pos": (64, 144), "button": 1, "touch": True}
    for _ in range(2):
        send(app, pygame.MOUSEMOTION, pos=(64, 144), rel=(9, 9), buttons=(0, 0, 0), touch=True)
        send(app, pygame.MOUSEBUTTONDOWN, **mouse)
        send(app, pygame.FINGERDOWN, **glass)
        send(app, pygame.MOUSEBUTTONUP, **mouse)
        send(app, pygame.FINGERUP, **glass)
    assert desk.log == [Intent.STEP, Intent.STEP]
    assert not desk.buttons[0].hovered


def test_a_held_cross_goes_on_with_the_frames(app):
    desk = app.scenes[0]
    send(
        app,
        pygame.CONTROLLERBUTTONDOWN,
        instance_id=0,
        button=pygame.CONTROLLER_BUTTON_DPAD_RIGHT,
    )
    for _ in range(40):
        app.frame(16.0)
    assert Act(Intent.RIGHT, repeated=True, device="pad") in desk.heard


def test_new_bindings_are_shown_and_kept(app):
    app.stage.change(bindings={"gust": ("w",)}, pad_bindings={"gust": ("y",), "run": ()})
    app.frame(16.0)
    assert app.scenes[0].hints[1] == "W"
    pad(app, pygame.CONTROLLER_BUTTON_Y)
    assert app.scenes[0].hints[1] == "Y"
    assert app.scenes[0].log == [Intent.GUST]


def test_a_pad_pulled_out_is_told_to_the_scene(app):
    pad(app, pygame.CONTROLLER_BUTTON_X)
    send(app, pygame.CONTROLLERDEVICEREMOVED, instance_id=0)
    assert app.scenes[0].heard[-1] == Unplugged()
    assert app.scenes[0].hints == ["Space", "G", "N"]


def test_pads_are_asked_for_after_the_first_frame_and_come_and_go(tmp_path, monkeypatch):
    """With SDL's own pads where there are such; else only that nothing fails."""
    order, plugged = [], []
    sdl = virtual_pad.library()

    def first(stage):
        asked = stage.keys.pads.open
        monkeypatch.setattr(stage.keys.pads, "open", lambda: (order.append("pads"), asked()))
        return Desk(stage)

    def frame(_):
        order.append("frame")
        if sdl is None:
            return
        if len(order) == 4:
            plugged.append(VirtualPad(sdl, virtual_pad.PLAYSTATION))
        if len(order) == 6:
            plugged[0].hold(pygame.CONTROLLER_BUTTON_X)
        if len(order) == 9:
            plugged[0].pull()

    scenes = []
    options = Options(
        frames=12,
        canvas=SIZE,
        store=Store(tmp_path),
        frame=frame,
        first_frame=lambda: order.append("shown"),
    )
    assert run_app(lambda stage: scenes.append(first(stage)) or scenes[0], {}, options) == 0
    assert order[:3] == ["frame", "shown", "pads"]
    if sdl is not None:
        assert scenes[0].log == [Intent.STEP]
        assert Unplugged() in scenes[0].heard
