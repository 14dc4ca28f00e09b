"""The panels of play: nothing of the land is behind them, tools come in pages without holes."""

from dataclasses import replace

import numpy as np
import pygame
import pytest

from game import deserts, levels
from game.settings import Settings
from game.sim.codes import DesertCode
from game.sim.commands import ChooseOptimizer, ChooseSchedule
from game.sim.run import preview
from game.sim.schedules import SCHEDULES
from game.store import Store
from game.ui.camera import Camera
from game.ui.draw.bake import Picture
from game.ui.outcomes import LevelReady
from game.ui.scenes import play_side
from game.ui.scenes.play import Play
from game.ui.scenes.play_frame import camera_for
from game.ui.scenes.play_side import SidePanel
from game.ui.scenes.play_tools import pages
from game.ui.signals import Act, Intent
from game.ui.stage import Stage
from game.ui.widgets.panel import Panel
from game.ui.widgets.slider import Slider

CANVASES = [(1280, 720), (1920, 1080), (1024, 768), (1366, 768)]
TEXTS = [1.0, 1.5, 2.0]


@pytest.fixture(scope="module")
def hard():
    """A generated desert, all tools handed out."""
    return levels.build(deserts.desert_level(DesertCode(7, 2)))


@pytest.fixture(scope="module")
def sites(hard):
    named = deserts.open_level("2400-001A-80CR")
    first, antlion = levels.shipped()[0], levels.find("antlion")
    return [hard, *map(levels.build, (named, levels.read(first), levels.read(antlion)))]


def play(site, folder, canvas=(1280, 720), **settings):
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode(canvas)
    stage = Stage(Settings().changed(**settings), Store(folder), canvas)
    rgb = np.full((canvas[1], canvas[0], 3), 180, dtype=np.uint8)
    rows = np.full((canvas[1], canvas[0]), 50, dtype=np.float32)
    camera = camera_for(stage.theme, site.level)
    scene = Play(stage, LevelReady(site, Picture(rgb, rows, camera)))
    scene.arrange()
    return scene


def covering(scene):
    """The boxes of all that is drawn over the desert and does not come and go."""
    return [w.rect for w in scene.panels.ring.widgets if w.visible]


# ---- the land


@pytest.mark.parametrize("names", ["child", "grown-up"])
@pytest.mark.parametrize("text_scale", TEXTS)
@pytest.mark.parametrize("canvas", CANVASES)
def test_no_gem_and_no_start_lies_behind_a_panel(sites, tmp_path, canvas, text_scale, names):
    for site in sites:
        scene = play(site, tmp_path, canvas, text_scale=text_scale, names=names)
        for place in (site.setup.start, site.setup.gem, *site.setup.lesser_gems):
            pixel = scene.view.footing.pixel(np.asarray(place, float))
            hidden = [box for box in covering(scene) if box.collidepoint(pixel)]
            assert not hidden, f"{site.level.slug}: {place} at {pixel} behind {hidden}"
        scene.close()


@pytest.mark.parametrize("text_scale", TEXTS)
@pytest.mark.parametrize("canvas", CANVASES)
def test_the_whole_square_is_between_keys_chart_and_bar(hard, tmp_path, canvas, text_scale):
    scene = play(hard, tmp_path, canvas, text_scale=text_scale)
    camera, panels = scene.zoom.far.camera, scene.panels
    corners = [camera.pixel((x, y)) for x in (0, 100) for y in (0, 100)]
    keys = max(key.rect.right for key in panels.keys.buttons)
    bar = min(button.rect.top for button in panels.buttons.values())
    for column, row in corners:
        assert column >= keys
        assert column <= panels.chart.rect.left + scene.stage.theme.px(6)
        assert row < bar
    scene.close()


def test_larger_words_in_mid_walk_move_the_land_clear_again(hard, tmp_path):
    scene = play(hard, tmp_path)
    before = scene.zoom.far.camera
    scene.stage.change(text_scale=2.0)
    scene.arrange()
    assert scene.zoom._far_job is not None
    scene.zoom._far_job.result()
    surface = pygame.display.get_surface()
    scene.update(20.0)
    scene.draw(surface)
    after = scene.view.picture.camera
    assert after == scene.zoom.far.camera == camera_for(scene.stage.theme, hard.level)
    assert after.clear[2] > before.clear[2]
    gem = scene.view.footing.pixel(hard.setup.gem)
    assert not [box for box in covering(scene) if box.collidepoint(gem)]
    scene.close()


def test_a_picture_that_fits_is_not_painted_again(hard, tmp_path):
    scene = play(hard, tmp_path)
    scene.arrange()
    assert scene.zoom._far_job is None
    assert camera_for(scene.stage.theme, hard.level).sees_as(Camera((1280, 720)))
    scene.close()


# ---- tools


def test_pages_hold_every_tool_once_and_are_full_but_for_the_last():
    names = list("abcdefg")
    for places in range(1, 9):
        found = pages(names, places)
        assert [name for page in found for name in page] == names
        assert all(len(page) == places for page in found[:-1])
    assert pages([], 3) == [[]]


def shown_tools(scene):
    return [tool for tool in scene.panels.tools._tools.values() if tool.visible]


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
@pytest.mark.parametrize("canvas", CANVASES)
@pytest.mark.parametrize("gear", ["gradient_descent", "momentum", "adam"])
def test_tools_that_act_stand_without_holes_and_turn_round(
    hard, tmp_path, canvas, text_scale, gear
):
    scene = play(hard, tmp_path, canvas, text_scale=text_scale)
    scene._tune(ChooseOptimizer(gear))
    tray, seen = scene.panels.tools, []
    for page in range(len(tray._shown)):
        tools = shown_tools(scene)
        assert [tool.rect for tool in tools] == tray._places[: len(tools)]
        assert page == len(tray._shown) - 1 or len(tools) == len(tray._places)
        seen += tools
        scene.handle(Act(Intent.TOOLS))
    assert shown_tools(scene) == seen[: len(shown_tools(scene))]  # round and round
    acts = {"learning_rate", "noise", "leap_reach", "shrink", "optimizer", "schedule"}
    acts |= {"momentum"} if gear == "momentum" else set()
    assert {name for name, tool in tray._tools.items() if tool in seen} == acts
    assert len(seen) == len(acts)
    scene.close()


def test_what_chooses_stays_in_its_place_while_others_come_and_go(hard, tmp_path):
    scene = play(hard, tmp_path, (1024, 768))
    gear = scene.panels.tools.gear
    place = gear.rect.copy()
    for name in ("momentum", "adam", "gradient_descent", "rmsprop"):
        scene._tune(ChooseOptimizer(name))
        assert gear.visible
        assert gear.rect == place
    assert any("shrink" in page for page in scene.panels.tools._shown)
    scene._tune(ChooseSchedule(SCHEDULES["cosine"]()))
    assert not any("shrink" in page for page in scene.panels.tools._shown)
    scene.close()


def test_keys_speak_to_the_page_that_is_seen(hard, tmp_path):
    scene = play(hard, tmp_path)
    ring, tools = scene.panels.ring, scene.panels.tools
    ring.focus(tools.sliders["learning_rate"])
    before = scene.expedition.now.tools
    scene.handle(Act(Intent.TOOLS))
    assert ring.current is not tools.sliders["learning_rate"]
    assert ring.current.visible
    scene.handle(Act(Intent.LAST))
    assert scene.expedition.now.tools.learning_rate == before.learning_rate
    scene.close()


@pytest.mark.parametrize("text_scale", TEXTS)
@pytest.mark.parametrize("names", ["child", "grown-up"])
def test_names_side_by_side_have_letters_of_one_size(sites, tmp_path, text_scale, names):
    for site in sites:
        scene = play(site, tmp_path, text_scale=text_scale, names=names)
        for _ in scene.panels.tools._shown:
            tools = shown_tools(scene)
            sliders = [tool for tool in tools if isinstance(tool, Slider)]
            sizes = {tool._shared_size(tool._most_px)[0] for tool in sliders}
            sizes |= {min(tool.name_px, tool._most_px) for tool in tools if tool not in sliders}
            assert len(sizes) <= 1
            scene.handle(Act(Intent.TOOLS))
        scene.close()


# ---- one more panel


class Told(Panel):
    """Remembers what it was told."""

    def __init__(self, theme, rect, site):
        super().__init__(theme, rect)
        self.site, self.states = site, []

    def follow(self, state):
        self.states.append(state)


@pytest.mark.parametrize("left", [True, False])
@pytest.mark.parametrize("canvas", CANVASES)
def test_a_side_panel_is_told_the_walk_and_covers_nothing(
    sites, tmp_path, monkeypatch, canvas, left
):
    site = sites[-1]
    kind = type(site.level.recipe.parts[0])
    monkeypatch.setitem(play_side.SIDE_PANELS, kind, SidePanel(Told, 250, left))
    scene = play(site, tmp_path, canvas)
    side = scene.panels.side
    assert side.site is site
    others = [w.rect for w in scene.panels.ring.widgets if w is not side]
    assert side.rect.collidelist(others) == -1
    scene.handle(Act(Intent.STEP))
    assert side.states[-1] is scene.expedition.now
    for place in (site.setup.start, site.setup.gem, (1.0, 50.0), (99.0, 99.0)):
        pixel = scene.view.footing.pixel(np.asarray(place, float))
        assert not side.rect.collidepoint(pixel)
    scene.close()


def test_without_a_side_panel_the_view_is_the_usual_one(hard, tmp_path):
    scene = play(hard, tmp_path)
    assert scene.panels.side is None
    plain = Camera((1280, 720))
    assert scene.zoom.far.camera.pixel((30, 40), 5) == plain.pixel((30, 40), 5)
    scene.close()


# ---- numbers


@pytest.mark.parametrize("names", ["child", "grown-up"])
@pytest.mark.parametrize("text_scale", TEXTS)
def test_numbers_stand_below_their_names_where_they_have_no_room_beside(
    hard, tmp_path, text_scale, names
):
    scene = play(hard, tmp_path, text_scale=text_scale, names=names)
    panel = scene.panels._numbers
    panel.show(scene.expedition.now, preview(hard.setup, scene.expedition.now), names)
    assert panel.fits
    room = panel.rect.inflate(-24, -16)
    size, stands = panel._laid_out(room)
    assert size >= 0.6 * scene.stage.theme.text_px(17)
    assert any(below for _, below in stands) is (text_scale > 1 or names == "grown-up")
    scene.close()


def test_the_letters_of_the_numbers_do_not_flicker_between_two_sizes(sites, tmp_path):
    scene = play(sites[2], tmp_path)
    panel, state = scene.panels._numbers, scene.expedition.now
    ahead = preview(sites[2].setup, state)
    sizes = []
    for far in (3.0, 16.4, 3.0):
        panel.show(state, replace(ahead, place=state.place + np.array([far, 0.0])), "child")
        panel.draw(pygame.display.get_surface())
        sizes.append(panel._laid_out(panel.rect.inflate(-24, -16))[0])
    assert sizes[0] > sizes[1] == sizes[2]
    scene.close()
