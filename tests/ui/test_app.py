"""Scenes follow each other by their outcomes, and real events reach them."""

from dataclasses import dataclass

import pygame
import pytest

from game.settings import Settings
from game.store import Store
from game.ui import fonts
from game.ui.app import App, How, Options, run_app
from game.ui.signals import Act, Intent
from game.ui.stage import Back, Leave, Scene, Stage

CANVAS = (320, 180)


@dataclass(frozen=True)
class Chosen:
    level: int


@dataclass(frozen=True)
class Ready:
    pass


@dataclass(frozen=True)
class Home:
    pass


class Screen(Scene):
    """Notes all that happens to it."""

    uses = frozenset(Intent)

    def __init__(self, stage, name="first"):
        super().__init__(stage)
        self.name, self.log = name, []

    def arrange(self):
        self.log.append("arrange")

    def handle(self, signal):
        if isinstance(signal, Act) and signal.intent in self.uses:
            self.log.append(signal.intent)
            return True
        return False

    def update(self, elapsed_ms):
        self.log.append("update")

    def draw(self, surface):
        self.log.append("draw")

    def resume(self, outcome):
        self.log.append(("resume", outcome))

    def close(self):
        self.log.append("close")


FOLLOWING = {
    Chosen: (How.COVER, lambda stage, outcome: Screen(stage, f"level {outcome.level}")),
    Ready: (How.REPLACE, lambda stage, outcome: Screen(stage, "play")),
    Home: (How.START_OVER, lambda stage, outcome: Screen(stage, "home")),
}


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path)


@pytest.fixture
def app(store):
    pygame.display.init()
    surface = pygame.display.set_mode(CANVAS)
    app = App(Stage(Settings(), store, CANVAS), FOLLOWING, surface)
    app.push(Screen(app.stage))
    return app


def end_with(app, outcome):
    app.scenes[-1].outcome = outcome
    app.frame(16.0)


def names(app):
    return [scene.name for scene in app.scenes]


def key(code):
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode="")


def test_outcomes_cover_replace_and_start_over(app):
    first = app.scenes[0]
    end_with(app, Chosen(3))
    assert names(app) == ["first", "level 3"]
    loading = app.scenes[-1]
    end_with(app, Ready())
    assert names(app) == ["first", "play"]
    assert loading.log[-1] == "close"
    end_with(app, Home())
    assert names(app) == ["home"]
    assert first.log[-1] == "close"


def test_back_returns_to_the_scene_below_and_from_the_lowest_leaves(app):
    end_with(app, Chosen(1))
    end_with(app, Back())
    assert names(app) == ["first"]
    assert ("resume", Back()) in app.scenes[0].log
    end_with(app, Back())
    assert app.scenes == []


def test_leave_closes_every_scene(app):
    first = app.scenes[0]
    end_with(app, Chosen(1))
    second = app.scenes[1]
    end_with(app, Leave())
    assert app.scenes == []
    assert first.log[-1] == second.log[-1] == "close"


def test_a_scene_is_arranged_once_before_its_first_frame(app):
    app.frame(16.0)
    app.frame(16.0)
    assert app.scenes[0].log == ["arrange", "update", "draw", "update", "draw"]


def test_scenes_are_arranged_anew_when_the_text_grows(app):
    end_with(app, Chosen(1))
    covered, top = app.scenes
    app.stage.change(text_scale=2.0)
    app.frame(16.0)
    assert top.log.count("arrange") == 2
    assert covered.log.count("arrange") == 1
    assert app.stage.theme.text_scale == 2.0
    end_with(app, Back())
    assert covered.log.count("arrange") == 2


def test_a_choice_that_changes_no_picture_arranges_nothing(app):
    app.frame(16.0)
    app.stage.change(speed=4)
    app.frame(16.0)
    assert app.scenes[0].log.count("arrange") == 1


def test_meanings_are_offered_until_one_is_used(app):
    app.offer(key(pygame.K_RETURN))
    assert app.scenes[0].log[-1] is Intent.ACTIVATE
    app.scenes[0].uses = {Intent.RUN}
    app.stage.keys.read(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    app.offer(key(pygame.K_RETURN))
    assert app.scenes[0].log[-1] is Intent.RUN


def test_only_the_top_scene_hears(app):
    end_with(app, Chosen(1))
    app.offer(key(pygame.K_g))
    assert Intent.GUST in app.scenes[1].log
    assert Intent.GUST not in app.scenes[0].log


def test_f11_is_the_apps_and_never_reaches_a_scene(app):
    app.offer(key(pygame.K_F11))
    assert Intent.FULL_SCREEN not in app.scenes[0].log
    assert app.stage.settings.full_screen == pygame.display.is_fullscreen()


def test_closing_the_window_closes_the_scenes(app):
    scene = app.scenes[0]
    app.offer(pygame.event.Event(pygame.QUIT))
    assert app.scenes == []
    assert scene.log[-1] == "close"
    app.frame(16.0)


def test_changed_settings_are_kept_when_a_scene_ends(app, store):
    app.stage.change(speed=4)
    assert not store.path("settings").exists()
    end_with(app, Chosen(1))
    assert '"speed": 4' in store.path("settings").read_text()


def test_settings_that_cannot_be_kept_are_told_once(tmp_path):
    (tmp_path / "blocked").write_text("a file where the folder should be")
    stage = Stage(Settings(), Store(tmp_path / "blocked"), CANVAS)
    stage.change(speed=1)
    stage.save()
    stage.save()
    assert len(stage.messages) == 1
    assert "could not be saved" in stage.messages[0]


def test_run_app_plays_events_from_the_queue_and_returns_0(store):
    frames, firsts, scenes = [], [], []

    def first(stage):
        scenes.append(Screen(stage))
        pygame.event.post(key(pygame.K_SPACE))
        return scenes[0]

    options = Options(
        frames=3,
        canvas=CANVAS,
        store=store,
        frame=frames.append,
        first_frame=lambda: firsts.append(len(frames)),
    )
    assert run_app(first, FOLLOWING, options) == 0
    assert Intent.STEP in scenes[0].log
    assert scenes[0].log.count("draw") == 3
    assert scenes[0].log[-1] == "close"
    assert len(frames) == 3
    assert firsts == [1]


def test_the_number_of_frames_can_come_from_outside(store, monkeypatch):
    monkeypatch.setenv("DUNE_DESCENT_FRAMES", "2")
    scenes = []
    run_app(
        lambda stage: scenes.append(Screen(stage)) or scenes[0],
        FOLLOWING,
        Options(canvas=CANVAS, store=store),
    )
    assert scenes[0].log.count("draw") == 2


def test_text_can_be_drawn_again_after_the_window_was_closed(store):
    class Written(Screen):
        def draw(self, surface):
            surface.blit(fonts.line("Water", fonts.BODY, 20, (255, 255, 255)), (0, 0))
            self.outcome = Leave()

    for _ in range(2):
        assert run_app(Written, FOLLOWING, Options(canvas=CANVAS, store=store)) == 0


def test_run_app_ends_when_the_last_scene_does(store):
    class Short(Screen):
        def update(self, elapsed_ms):
            self.outcome = Leave()

    assert run_app(Short, FOLLOWING, Options(canvas=CANVAS, store=store)) == 0


def test_a_damaged_settings_file_is_told_to_the_first_scene(store):
    store.folder.mkdir(exist_ok=True)
    store.path("settings").write_text("{")
    scenes = []
    run_app(
        lambda stage: scenes.append(Screen(stage)) or scenes[0],
        FOLLOWING,
        Options(frames=1, canvas=CANVAS, store=store),
    )
    assert "set aside as settings.json.bad" in scenes[0].stage.messages[0]
