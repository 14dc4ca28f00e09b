"""Why did I miss? The three pages, on every canvas, for every cause, by keys and pointers."""

from dataclasses import replace

import numpy as np
import pygame
import pytest

from game import levels
from game.advice import Advice
from game.settings import Settings
from game.sim.commands import ChooseOptimizer, ChooseSchedule, Dig, Gust, Leap, Step, Tune
from game.sim.diagnosis import Blame, Cause, Diagnosis, diagnose
from game.sim.events import Ending
from game.sim.expedition import replay
from game.sim.explained import explain
from game.sim.optimizers import OPTIMIZERS
from game.sim.schedules import Exponential
from game.sim.side_notes import AtSaddle, Trembled, side_note
from game.sim.tools import Tools
from game.sim.what_if import STRIP, Fate
from game.store import Store
from game.text import number, text, use
from game.ui import advice_words, fonts, why_words
from game.ui.outcomes import Tried, WalkEnded, WhyAsked
from game.ui.scenes.play import Play
from game.ui.scenes.results import Results
from game.ui.scenes.why import PAGES, Why
from game.ui.signals import Act, Intent, Point, Touch
from game.ui.stage import Back, Stage
from game.ui.tool_words import SLIDERS
from game.ui.widgets.button import Button
from game.ui.widgets.panel import SpeechPanel
from game.ui.widgets.slider import Slider
from game.ui.widgets.story import Story, Told
from game.ui.widgets.strip import Strip
from game.ui.widgets.sum_sheet import SumSheet
from tests.ui.scenes.player import Player
from tests.ui.scenes.test_words_fit import CANVASES, LOOKS, misfits, plain_picture

ANTLION = "05-antlion"


@pytest.fixture(autouse=True)
def _plain_words():
    yield
    use("en")
    fonts.forget()


@pytest.fixture(scope="module")
def site():
    return levels.build(levels.read(levels.find(ANTLION)))


def make_stage(folder, size=(1280, 720), **settings):
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode(size)
    return Stage(Settings().changed(**settings), Store(folder), size)


def ended(stage, site, commands=(), setup=None):
    setup = setup or site.setup
    expedition = replay(setup, [*commands, *[Step()] * setup.water])
    return WalkEnded(replace(site, setup=setup), plain_picture(stage.canvas), expedition)


def why(stage, walk, page="happened", told=None):
    told = told or diagnose(walk.expedition.setup, walk.expedition.states)
    scene = Why(stage, WhyAsked(walk, told), page)
    scene.arrange()
    return scene


def of(scene, kind, label=None):
    found = [w for w in scene.ring.widgets if isinstance(w, kind)]
    return next(w for w in found if label is None or w.label == label)


@pytest.fixture(params=CANVASES, ids=lambda size: f"{size[0]}x{size[1]}")
def canvas(request):
    return request.param


@pytest.fixture(params=LOOKS)
def stage(request, canvas, tmp_path):
    return make_stage(tmp_path, canvas, **LOOKS[request.param])


NOTES = (None, AtSaddle(48), Trembled(16, 48))


@pytest.mark.parametrize("names", ["child", "grown-up"])
def test_the_words_for_every_cause_fit(stage, site, names):
    stage.change(names=names)
    walk = ended(stage, site)
    scene, results = why(stage, walk), Results(stage, walk)
    results.arrange()
    setup, states = walk.expedition.setup, walk.expedition.states
    for cause in Cause:
        for blame in Blame:
            told = Diagnosis(cause, 5, blame, more_steps=2)
            said = why_words.what_happened(told, setup, states)
            head = why_words.headline(told, setup, states)
            of(scene, Story).told = Told(head, said, why_words.term(told))
            results.speech.text = said
            for note in NOTES:
                more = f"{said} {why_words.besides(note)}"
                of(scene, Story).told = Told(head, more, why_words.term(told))
                assert not misfits(scene), (cause, blame, note)
            results.sheet._heading = replace(results.sheet._heading, head=head)
            results.sheet.finish()
            assert not misfits(results), (cause, blame)
    head, said = text("Stuck on a pass"), why_words.besides(AtSaddle(48))
    of(scene, Story).told = Told(head, said, why_words.term(told, on_pass=True))
    assert not misfits(scene)
    results.sheet._heading = replace(results.sheet._heading, head=head)
    results.sheet.finish()
    results.speech.text = said
    assert not misfits(results)
    results.close()


FREE = ("clip_norm", "gust_strength", "leap")  # the longest names
ADVICE = [
    *(Advice(what, 0.25, 12.5, (), True) for what in SLIDERS),
    Advice("optimizer", "gradient_descent", "momentum", (), True),
    *(Advice(what) for what in ("leap", "gust", "walk_on", "stay", "better", "elsewhere", "retry")),
    *(Advice(what) for what in ("locked", "some_locked")),
    *(Advice(what, free=FREE) for what in ("locked", "some_locked")),
    Advice("locked", free=("optimizer", "schedule", "clip_norm")),
]


@pytest.mark.parametrize("names", ["child", "grown-up"])
def test_all_advice_fits(stage, site, names):
    scene = why(stage, ended(stage, site))
    for advice in ADVICE:
        of(scene, SpeechPanel).text = advice_words.change(advice, names)
        assert not misfits(scene), advice


@pytest.mark.parametrize("page", PAGES)
def test_every_page_fits_and_stays_on_the_canvas(stage, site, page):
    scene = why(stage, ended(stage, site), page)
    scene.draw(pygame.display.get_surface())
    assert not misfits(scene)
    whole = pygame.display.get_surface().get_rect()
    for widget in scene.ring.widgets:
        assert whole.contains(widget.rect), widget


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_sums_of_all_optimizers_fit(stage, site, optimizer):
    tools = Tools(optimizer, learning_rate=1.5, noise=0.3, clip_norm=0.2, momentum=0.9)
    setup = replace(site.setup, tools=tools)
    commands = [ChooseSchedule(Exponential(0.97)), *[Step()] * 3, Gust(), Leap()]
    scene = why(stage, ended(stage, site, commands, setup), "steps")
    slider = of(scene, Slider)
    for step in (1.0, 4.0, 5.0, slider.scale.values[-1]):
        slider.value = step
        slider.on_change(step)
        scene.draw(pygame.display.get_surface())
        assert not misfits(scene), step


@pytest.mark.parametrize("ending", [Ending.DUG, Ending.LEFT_MAP, Ending.FOUND])
@pytest.mark.parametrize("page", PAGES)
def test_a_walk_of_no_steps_can_be_asked_about(tmp_path, site, page, ending):
    stage = make_stage(tmp_path)
    walk = ended(stage, site, [Dig()])
    walk.expedition.states[-1] = replace(walk.expedition.now, ending=ending)
    scene = why(stage, walk, page)
    scene.update(40.0)
    scene.draw(pygame.display.get_surface())
    assert not misfits(scene)


@pytest.mark.parametrize("page", PAGES)
def test_a_walk_that_flew_endlessly_far_can_be_drawn(tmp_path, site, page):
    stage = make_stage(tmp_path)
    setup = replace(site.setup, tools=Tools(learning_rate=1e6))
    scene = why(stage, ended(stage, site, setup=setup), page)
    scene.update(5000.0)
    scene.draw(pygame.display.get_surface())


def test_the_place_is_ringed_and_the_change_can_be_tried(tmp_path, site):
    scene = why(make_stage(tmp_path), ended(make_stage(tmp_path), site))
    assert scene.diagnosis.cause is Cause.BOUNCED
    of(scene, Button, "Try it!").press()
    assert isinstance(scene.outcome, Tried)
    (command,) = scene.outcome.commands
    assert command.parameter == "learning_rate"
    again = replay(site.setup, [command, *[Step()] * site.setup.water])
    assert again.now.ending is Ending.FOUND


def test_locked_tools_are_not_advised(tmp_path, site):
    stage = make_stage(tmp_path)
    stage.locked = frozenset({"learning_rate"})
    scene = why(stage, ended(stage, site))
    assert not scene.advice.commands
    assert of(scene, Button, "Again")
    scene._open("what_if")
    assert not [w for w in scene.ring.widgets if getattr(w, "label", "") == "Try it!"]


def test_the_strip_marks_the_players_own_walk(tmp_path, site):
    stage = make_stage(tmp_path)
    walk = ended(stage, site)
    page = why(stage, walk, "what_if").page
    assert len(page.told.fates) == STRIP
    own = page._strip.own
    assert page.told.values[own] == site.setup.tools.learning_rate
    states = np.array([state.place for state in walk.expedition.states])
    np.testing.assert_allclose(page.told.path(own), states, atol=1e-9)
    assert (np.diff(page.told.values) > 0).all()


def test_fates_differ_in_shape_as_well(tmp_path, site):
    scene = why(make_stage(tmp_path), ended(make_stage(tmp_path), site), "what_if")
    grey = pygame.transform.grayscale
    strip = of(scene, Strip)
    first = pygame.image.tobytes(grey(strip._paint()[0]), "RGBA")
    strip._fates = (Fate.FOUND, *strip._fates[1:])
    assert pygame.image.tobytes(grey(strip._paint()[0]), "RGBA") != first


def test_arrows_pointer_and_wheel_move_along_the_strip(tmp_path, site):
    scene = why(make_stage(tmp_path), ended(make_stage(tmp_path), site), "what_if")
    strip, page = of(scene, Strip), scene.page
    told = page._story.told
    scene.handle(Act(Intent.RIGHT))
    assert page.at == strip.own + 1
    assert page._story.told != told
    bars = strip._bars()
    scene.handle(Point(Touch.PRESS, (bars.left + 1, bars.centery)))
    assert page.at == 0
    scene.handle(Point(Touch.MOVE, (bars.right - 2, bars.centery)))
    assert page.at == STRIP - 1
    scene.handle(Point(Touch.RELEASE, (bars.right - 2, bars.centery)))
    scene.handle(Point(Touch.MOVE, bars.center))
    assert page.at == STRIP - 1
    scene.handle(Act(Intent.FIRST))
    assert page.at == 0
    of(scene, Button, "Try it!").press()
    assert scene.outcome == Tried((Tune("learning_rate", 0.5),))


def test_the_ghost_walks_to_its_end(tmp_path, site):
    scene = why(make_stage(tmp_path), ended(make_stage(tmp_path), site), "what_if")
    shots = []
    for _ in range(3):
        surface = pygame.Surface((1280, 720))
        scene.draw(surface)
        shots.append(pygame.image.tobytes(surface, "RGB"))
        scene.update(2500.0)
    assert shots[0] != shots[1] != shots[2]


def test_with_reduced_motion_the_ghost_is_there_at_once(tmp_path, site):
    stage = make_stage(tmp_path, reduced_motion=True)
    scene = why(stage, ended(stage, site), "what_if")
    one, other = pygame.Surface((1280, 720)), pygame.Surface((1280, 720))
    scene.draw(one)
    scene.update(9000.0)
    scene.draw(other)
    assert pygame.image.tobytes(one, "RGB") == pygame.image.tobytes(other, "RGB")


def test_the_numbers_shown_are_those_of_the_step(tmp_path, site):
    stage = make_stage(tmp_path)
    walk = ended(stage, site)
    scene = why(stage, walk, "steps")
    scene.handle(Act(Intent.FIRST))
    scene.handle(Act(Intent.RIGHT))
    told = explain(*walk.expedition.states[1:3])
    said = of(scene, SumSheet).spoken
    for value in (*told.vector("move"), *told.vector("new_place")):
        assert number(float(value), 2) in said
    assert "Step 2" in said


def test_the_page_and_the_bar_are_kept_when_laid_out_anew(tmp_path, site):
    scene = why(make_stage(tmp_path), ended(make_stage(tmp_path), site), "what_if")
    scene.handle(Act(Intent.FIRST))
    told = scene.page.told
    scene.arrange()
    assert scene.page.at == 0
    assert scene.page.told is told


def test_the_tabs_turn_the_pages_and_back_leads_to_the_results(tmp_path, site):
    scene = why(make_stage(tmp_path), ended(make_stage(tmp_path), site))
    for label, page in (
        ("Step by step", "steps"),
        ("What if?", "what_if"),
        ("What happened?", "happened"),
    ):
        of(scene, Button, label).press()
        assert isinstance(scene.page, PAGES[page])
        assert of(scene, Button, label).selected
    of(scene, Button, "Back").press()
    assert scene.outcome == Back()


def test_trying_it_walks_the_level_again_with_the_change_set(tmp_path, site):
    player = Player(tmp_path)
    walk = ended(player.app.stage, site)
    depth = len(player.app.scenes)
    player.app.push(Results(player.app.stage, walk))
    player.run(4000)
    player.click(of(player.scene, Button, "Why?").rect.center, ms=100)
    assert isinstance(player.scene, Why)
    player.key("escape")
    assert isinstance(player.scene, Results)
    player.click(of(player.scene, Button, "Why?").rect.center, ms=100)
    player.click(of(player.scene, Button, "Try it!").rect.center, ms=300)
    assert isinstance(player.scene, Play)
    assert len(player.app.scenes) == depth + 1
    now = player.scene.expedition.now
    assert now.steps == 0
    assert now.tools.learning_rate == pytest.approx(6.1)
    slider = player.scene.panels.tools.sliders["learning_rate"]
    assert slider.value == pytest.approx(6.1)
    assert player.scene.expedition.setup.fingerprint == site.setup.fingerprint
    slider.on_change(12.0)
    player.key("space", ms=900)
    player.key("r")  # a restart begins with what was given, not with the level's own settings
    assert player.scene.expedition.now.steps == 0
    assert player.scene.expedition.now.tools.learning_rate == pytest.approx(6.1)
    player.key("escape")
    player.click(of(player.scene, Button, "Start again").rect.center, ms=300)
    assert player.scene.expedition.now.tools.learning_rate == pytest.approx(6.1)
    assert player.scene.panels.tools.sliders["learning_rate"].value == pytest.approx(6.1)


def test_trying_it_keeps_what_else_the_player_had_set(tmp_path, site):
    """The advice was walked with those settings, and it changes one of them alone."""
    hand_out = replace(site.level.hand_out, sliders=(("momentum", 0.0, 0.95),))
    level = replace(site.level, hand_out=hand_out)
    own = [ChooseOptimizer("momentum"), Tune("learning_rate", 3.0), Tune("momentum", 0.95)]
    scene = why(make_stage(tmp_path), ended(make_stage(tmp_path), replace(site, level=level), own))
    assert scene.advice.what == "momentum"
    assert scene.advice.proven
    of(scene, Button, "Try it!").press()
    again = replay(site.setup, [*scene.outcome.commands, *[Step()] * site.setup.water])
    assert again.now.tools.learning_rate == 3.0
    assert again.now.ending is Ending.FOUND


@pytest.mark.parametrize("locked", [frozenset(), frozenset({"momentum"})])
def test_trying_after_a_watched_walk_gives_no_tool_that_the_player_does_not_hold(
    tmp_path, site, locked
):
    """It may be a lesson's, or from before a teacher locked something."""
    held = (("learning_rate", 0.2, 9.0), ("momentum", 0.0, 0.95))
    level = replace(site.level, hand_out=replace(site.level.hand_out, sliders=held))
    stage = make_stage(tmp_path)
    stage.locked = locked
    own = [ChooseOptimizer("adam"), Tune("momentum", 0.5), Tune("clip_norm", 0.5)]
    walk = replace(ended(stage, replace(site, level=level), own), watched=True)
    scene = why(stage, walk, "what_if")
    assert not scene.advice.proven
    of(scene, Button, "Try it!").press()
    given = {getattr(command, "parameter", command) for command in scene.outcome.commands}
    assert given == {"learning_rate", "momentum"} - locked


def test_a_state_can_lie_nowhere(tmp_path, site):
    """A step longer than any number keeps the last true place."""
    stage = make_stage(tmp_path)
    walk = ended(stage, site, [Step(), Step()])
    states = walk.expedition.states
    states[3:] = [replace(states[2], ending=Ending.LEFT_MAP, water=states[2].water - 1)]
    scene = why(stage, walk, "steps", Diagnosis(Cause.BLOWN_OFF, 2))
    of(scene, Slider).on_change(3.0)
    scene.draw(pygame.display.get_surface())
    assert not misfits(scene)


def test_on_a_pass_the_pass_is_named_first_and_ringed(tmp_path):
    stage = make_stage(tmp_path)
    walk = ended(stage, levels.build(levels.read(levels.find("15-donkey-pass"))))
    setup, states = walk.expedition.setup, walk.expedition.states
    told = diagnose(setup, states)
    note = side_note(told, setup, states)
    assert (told.cause, type(note)) == (Cause.CRAWLED, AtSaddle)
    assert why_words.in_short(told, setup, states) == why_words.besides(note)
    story = of(why(stage, walk), Story).told
    assert story == Told(
        "Stuck on a pass", why_words.besides(note), "Grown-ups call it a saddle point."
    )
    rings = []

    class Rings:
        def ring(self, surface, place, label):
            rings.append((tuple(place), label))

    why(stage, walk).page.overlay(Rings(), pygame.Surface((1, 1)))
    assert rings == [(tuple(states[note.first].place), f"Step {note.first}")]
