"""What was saved is there, and what cannot be understood is set aside, said once, never lost."""

import json
import os
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game import store as stores
from game.store import Store, StoreError, user_folder

DATA = {"stars": [3, 2, 0], "name": "Zoë", "share": 0.25}
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)  # fmt: skip


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "folder")


def put(store, raw):
    path = store.path("progress")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    return path


def whole(version=1, data=DATA, file="dune-descent progress"):
    return json.dumps({"file": file, "version": version, "data": data}).encode()


def test_what_was_written_is_read(store):
    store.write("progress", 3, DATA)
    loaded = store.read("progress", 3)
    assert (loaded.data, loaded.message) == (DATA, None)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.dictionaries(st.text(), values))
def test_any_data_comes_back_as_it_was(store, data):
    store.write("progress", 1, data)
    assert store.read("progress", 1).data == data


def test_nothing_saved_is_no_message(store):
    assert store.read("progress", 1) == stores.Loaded(None, None)


def test_a_file_cut_short_anywhere_is_set_aside(store):
    raw = whole()
    for length in range(len(raw)):
        path = put(store, raw[:length])
        loaded = store.read("progress", 1)
        assert loaded.data is None
        assert "set aside" in loaded.message
        assert not path.exists()
    assert len(list(store.folder.glob("progress.json.bad*"))) == len(raw)


@pytest.mark.parametrize(
    "raw",
    [
        b"\xff\xfe\x00rubbish",
        b"[]",
        b"null",
        b'{"file": 1}',
        whole(version=2),
        whole(version=0),
        whole(version=True),
        whole(version=1.0),
        whole(version="1"),
        whole(data=[1, 2]),
        whole(file="dune-descent settings"),
        whole().replace(b"0.25", b"NaN"),
        whole().replace(b"0.25", b"1e999"),
        b"[" * 100_000,
        b'{"file": ' + b"9" * 10_000 + b"}",
    ],
    ids=range(15),
)
def test_rubbish_is_kept_as_it_was_and_told_once(store, raw):
    put(store, raw)
    loaded = store.read("progress", 1)
    assert loaded.data is None
    assert "progress.json could not be understood" in loaded.message
    assert (store.folder / "progress.json.bad").read_bytes() == raw
    assert store.read("progress", 1) == stores.Loaded(None, None)


def test_a_huge_file_is_not_read_whole(store, monkeypatch):
    monkeypatch.setattr(stores, "LARGEST_BYTES", 100)
    put(store, whole(data={"long": "x" * 200}))
    assert "set aside" in store.read("progress", 1).message


def test_what_was_set_aside_before_is_not_overwritten(store):
    for number in range(3):
        put(store, b"rubbish %d" % number)
        store.read("progress", 1)
    kept = sorted(path.read_bytes() for path in store.folder.glob("*.bad*"))
    assert kept == [b"rubbish 0", b"rubbish 1", b"rubbish 2"]


def test_an_old_version_is_brought_up_step_by_step(store):
    put(store, whole(version=1, data={"stars": 2}))
    upgrades = {
        1: lambda data: {"stars": [data["stars"]]},
        2: lambda data: {**data, "gems": 0},
    }
    assert store.read("progress", 3, upgrades).data == {"stars": [2], "gems": 0}


def test_an_old_version_without_a_way_up_is_set_aside(store):
    put(store, whole(version=1))
    assert "set aside" in store.read("progress", 2).message


def test_a_failed_save_leaves_the_old_file_and_no_litter(store, monkeypatch):
    store.write("progress", 1, DATA)

    def full(path, raw):
        Path(path).write_bytes(raw[:5])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(stores, "_write_through", full)
    with pytest.raises(StoreError, match="could not be saved: No space left on device"):
        store.write("progress", 1, {"stars": []})
    assert store.read("progress", 1).data == DATA
    assert [path.name for path in store.folder.iterdir()] == ["progress.json"]


def test_data_that_cannot_be_encoded_touches_nothing(store):
    store.write("progress", 1, DATA)
    with pytest.raises(ValueError, match="JSON"):
        store.write("progress", 1, {"share": float("nan")})
    assert store.read("progress", 1).data == DATA


def test_a_folder_in_the_place_of_the_file_is_told(store):
    store.path("progress").mkdir(parents=True)
    loaded = store.read("progress", 1)
    assert loaded.data is None
    assert "could not be read" in loaded.message


def test_old_half_written_files_are_swept_and_young_ones_stay(store):
    store.folder.mkdir()
    old = store.folder / "progress.json.1.new"
    young = store.folder / "progress.json.2.new"
    for path in (old, young):
        path.write_bytes(b"half")
    an_hour_ago = time.time() - 3600
    os.utime(old, (an_hour_ago, an_hour_ago))
    store.write("progress", 1, DATA)
    assert not old.exists()
    assert young.exists()


def test_the_folder_can_be_chosen_from_outside(tmp_path, monkeypatch):
    monkeypatch.setenv("DUNE_DESCENT_HOME", str(tmp_path))
    assert user_folder() == tmp_path
    assert Store().path("settings") == tmp_path / "settings.json"
    monkeypatch.delenv("DUNE_DESCENT_HOME")
    assert user_folder().name == "dune-descent"
