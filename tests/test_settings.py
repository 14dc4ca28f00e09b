"""Settings are kept, and one wrong value costs only itself."""

import json
from dataclasses import asdict, fields

import pytest

from game.settings import FILE, NAMES, VERSION, Settings, load, save
from game.store import Store
from game.ui.pace import NORMAL_SPEED, STEPS_A_SECOND

WRONG = {
    "full_screen": 1,
    "canvas": "800x600",
    "language": "../../etc",
    "names": "teenager",
    "contours": None,
    "speed": 5,
    "text_scale": 9.0,
    "high_contrast": "yes",
    "reduced_motion": [],
    "captions": 0,
    "effects_volume": -0.1,
    "music_volume": True,
    "voice_volume": "loud",
    "speak": "always",
    "hear_land": 1,
    "one_button": None,
    "scan_seconds": 0.0,
    "all_levels": "some",
    "bindings": {"gust": [1]},
    "pad_bindings": {"gust": "x"},
}


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path)


def test_settings_come_back_as_they_were(store):
    chosen = Settings().changed(
        full_screen=True, speed=4, text_scale=1.5, bindings={"gust": ("w", "g")}
    )
    assert save(store, chosen) is None
    loaded, message = load(store)
    assert message is None
    assert asdict(loaded) == {**asdict(chosen), "bindings": {"gust": ["w", "g"]}}


def test_no_file_is_the_defaults(store):
    assert load(store) == (Settings(), None)


def test_every_setting_is_tried_with_a_wrong_value():
    assert set(WRONG) == {field.name for field in fields(Settings)}


@pytest.mark.parametrize(("name", "value"), WRONG.items())
def test_a_wrong_value_falls_back_alone_and_is_named(store, name, value):
    other = "captions" if name != "captions" else "full_screen"
    changed = not getattr(Settings(), other)
    store.write(FILE, VERSION, {name: value, other: changed})
    loaded, message = load(store)
    assert getattr(loaded, name) == getattr(Settings(), name)
    assert getattr(loaded, other) == changed
    assert NAMES[name]() in message, "the name that players know"
    assert "_" not in message
    with pytest.raises(ValueError, match=name):
        Settings().changed(**{name: value})


def test_several_wrong_values_are_one_message(store):
    store.write(FILE, VERSION, {"speed": -1, "names": 0})
    assert load(store)[1].count(".") == 1


def test_a_wrong_value_is_said_once_and_kept_beside(store):
    store.write(FILE, VERSION, {"speed": -1, "text_scale": 1.5})
    raw = store.path(FILE).read_bytes()
    assert load(store)[1] is not None
    assert load(store) == (Settings(text_scale=1.5), None)
    assert [path.read_bytes() for path in store.folder.glob("*.bad")] == [raw]


@pytest.mark.parametrize("half", ["\ud800", "\x00"])
def test_keys_that_no_file_can_hold_are_refused(store, half):
    store.folder.mkdir(exist_ok=True)
    for bindings in ({"gust": [half]}, {half: ["g"]}):
        raw = {"file": f"dune-descent {FILE}", "version": VERSION, "data": {"bindings": bindings}}
        store.path(FILE).write_text(json.dumps(raw))
        loaded, message = load(store)
        assert (loaded.bindings, save(store, loaded)) == ({}, None)
        assert message is not None


def test_unknown_keys_are_passed_over(store):
    store.write(FILE, VERSION, {"speed": 1, "moon": "full"})
    assert load(store) == (Settings(speed=1), None)


def test_a_damaged_file_gives_the_defaults_and_its_sentence(store):
    store.folder.mkdir(exist_ok=True)
    store.path(FILE).write_text("{")
    settings, message = load(store)
    assert settings == Settings()
    assert "set aside" in message


def test_a_save_that_fails_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    assert "could not be saved" in save(Store(tmp_path / "file"), Settings())


def test_the_normal_speed_is_that_of_the_clock():
    assert Settings().speed == NORMAL_SPEED
    assert Settings().changed(speed=len(STEPS_A_SECOND) - 1)


def test_a_language_that_was_chosen_counts_more_than_the_computers(store):
    assert load(store, "fr")[0].language == "fr"
    save(store, Settings(language="de"))
    assert load(store, "fr")[0].language == "de"


def test_every_setting_has_a_name_for_players():
    from dataclasses import fields

    assert set(NAMES) == {known.name for known in fields(Settings)}
    assert all(said() and "_" not in said() for said in NAMES.values())
