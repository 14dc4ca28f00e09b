"""What a player has won is kept, opens the next level, and survives whatever happens to a file."""

import json
import random
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import levels, progress
from game.progress import MOST_PLAYERS, Best, Book, Gate, ProgressError, Result
from game.sim.commands import Dig, Step
from game.sim.expedition import Expedition
from game.store import Store

SLUGS = ("01-one", "02-two", "03-three", "04-four")
WON = Result(stars=2, score=1010, distance=0.4, water=2, gems=1, walk="WALK1")
FUZZ_CASES = 2000


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "folder")


@pytest.fixture
def book(store):
    return Book(store)


def reopened(store):
    """A book as the next start of the game finds it, and what it says."""
    said = []
    book = Book(store, said.append)
    book.players()
    return book, said


# ---- players


def test_a_new_computer_has_no_players(book):
    assert book.players() == ()
    assert book.current is None


def test_players_are_kept_and_the_last_one_plays_again(store, book):
    fennec = book.add("Fennec", "amal")
    comet = book.add("Comet", "zuri")
    book.choose(fennec.id)
    again, said = reopened(store)
    assert again.players() == (fennec, comet)
    assert again.current == fennec
    assert said == []


def test_whoever_is_added_plays(book):
    book.add("Fennec", "amal")
    assert book.add("Comet", "zuri") == book.current


@pytest.mark.parametrize(
    ("nickname", "reason"),
    [
        ("", "Choose a nickname"),
        (" \t\n\u200b", "Choose a nickname"),
        ("A" * 13, "at most 12"),
        ("fennec", "plays here already"),
        (" FENNEC ", "plays here already"),
    ],
)
def test_a_nickname_that_will_not_do_is_told_in_a_sentence(book, nickname, reason):
    book.add("Fennec", "amal")
    assert reason in book.refusal(nickname)
    with pytest.raises(ProgressError, match=reason):
        book.add(nickname, "zuri")
    assert len(book.players()) == 1


def test_a_nickname_is_tidied(book):
    assert book.add("  Wüsten \n Fuchs", "amal").nickname == "Wüsten Fuchs"
    assert book.add("Zoe\u0308", "amal").nickname == "Zoë"


def test_there_is_room_for_twelve(book):
    for number in range(MOST_PLAYERS):
        assert book.refusal(f"Child {number}") == ""
        book.add(f"Child {number}", "amal")
    with pytest.raises(ProgressError, match="Remove one first"):
        book.add("One more", "amal")


@pytest.mark.parametrize("broken", ["", "{", '{"file": "other"}'])
def test_where_it_is_forgotten_who_plays_the_only_player_does(store, book, broken):
    fennec = book.add("Fennec", "amal")
    store.path("players").write_text(broken)
    again, said = reopened(store)
    assert again.current == fennec
    assert len(said) == 1
    again.add("Comet", "zuri")
    store.path("players").write_text(broken)
    assert reopened(store)[0].current is None, "of two nobody knows which"


def test_a_removed_player_is_gone_with_all_that_it_won(store, book):
    fennec, comet = book.add("Fennec", "amal"), book.add("Comet", "zuri")
    book.record(fennec.id, SLUGS[0], WON)
    book.choose(fennec.id)
    book.remove(fennec.id)
    again, said = reopened(store)
    assert again.players() == (comet,)
    assert again.current == comet, "the only one that there is"
    newcomer = again.add("Fennec", "amal")
    assert again.stars(newcomer.id) == 0
    assert said == []
    assert "WALK1" not in "".join(path.read_text() for path in store.folder.iterdir())


def test_an_unknown_player_is_a_mistake_of_the_program(book):
    for do in (book.choose, book.remove, lambda one: book.record(one, SLUGS[0], WON)):
        with pytest.raises(KeyError):
            do(5)


# ---- what is won


def test_a_walk_is_kept_and_can_be_watched_again(store, book):
    player = book.add("Fennec", "amal")
    gain = book.record(player.id, SLUGS[0], WON)
    assert (gain.best, gain.stars) == (True, 2)
    kept = reopened(store)[0].best(player.id, SLUGS[0])
    assert kept == Best(stars=2, gems=1, score=1010, distance=0.4, water=2, walk="WALK1")


def test_a_worse_walk_changes_nothing(book):
    player = book.add("Fennec", "amal")
    book.record(player.id, SLUGS[0], WON)
    worse = replace(WON, stars=1, score=700, gems=0, walk="WALK2")
    assert book.record(player.id, SLUGS[0], worse) == progress.Gain(False, 0)
    assert book.best(player.id, SLUGS[0]).walk == "WALK1"


def test_stars_and_gems_stay_when_another_walk_scores_higher(book):
    player = book.add("Fennec", "amal")
    book.record(player.id, SLUGS[0], replace(WON, stars=3, gems=2))
    book.record(player.id, SLUGS[0], replace(WON, score=1200, gems=0, walk="WALK2"))
    best = book.best(player.id, SLUGS[0])
    assert (best.stars, best.gems, best.score, best.walk) == (3, 2, 1200, "WALK2")


def test_with_equal_scores_more_water_wins_and_then_nearness(book):
    player = book.add("Fennec", "amal")
    for walk, water, distance in (("A", 2, 0.4), ("B", 3, 0.9), ("C", 3, 0.2), ("D", 3, 0.2)):
        book.record(player.id, SLUGS[0], replace(WON, water=water, distance=distance, walk=walk))
    assert book.best(player.id, SLUGS[0]).walk == "C"


def test_practice_wins_nothing(book):
    player = book.add("Fennec", "amal")
    gain = book.record(player.id, SLUGS[0], replace(WON, stars=3, practice=True))
    assert gain == progress.Gain(False, 0)
    assert book.best(player.id, SLUGS[0]) == Best()
    assert not book.unlocked(player.id, SLUGS)[SLUGS[1]].open


def test_digging_before_the_first_move_wins_nothing(book):
    site = levels.build(levels.read(levels.shipped()[0]))
    dug, walked = Expedition(site.setup), Expedition(site.setup)
    dug.apply(Dig())
    walked.apply(Step())
    walked.apply(Dig())
    player = book.add("Amina", "amal")
    slug = site.level.slug
    assert not book.record(player.id, slug, progress.result_of(site, dug)).best
    assert book.best(player.id, slug) == Best()
    assert book.record(player.id, slug, progress.result_of(site, walked)).best


def test_stars_and_gems_add_up(book):
    player = book.add("Fennec", "amal")
    book.record(player.id, SLUGS[0], replace(WON, stars=3, gems=2))
    book.record(player.id, SLUGS[1], replace(WON, stars=1, gems=1))  # the rarest was not found
    assert book.stars(player.id) == 4
    assert book.stars(player.id, [SLUGS[1]]) == 1
    assert book.gems(player.id) == 4
    assert book.stars(None) == book.gems(None) == 0


@pytest.mark.parametrize("away", [float("inf"), float("nan"), 1e300])
def test_a_walk_that_ended_beyond_all_numbers_is_kept(store, book, away):
    player = book.add("Fennec", "amal")
    book.record(player.id, SLUGS[0], replace(WON, stars=0, score=0, distance=away))
    again, said = reopened(store)
    assert again.best(player.id, SLUGS[0]).distance == 10**6
    assert said == []


@given(st.lists(st.builds(
    Result, st.integers(0, 3), st.integers(0, 1500), st.floats(0, 150), st.integers(0, 60),
    st.integers(0, 9), st.text("ABC", min_size=1, max_size=3), st.booleans(),
), max_size=8))  # fmt: skip
def test_what_is_kept_is_the_best_of_every_walk_that_counts(results):
    best = Best()
    for result in results:
        best = best.with_result(result)
    counted = [result for result in results if not result.practice]
    assert best.stars == max((result.stars for result in counted), default=0)
    assert best.gems == max((result.gems for result in counted), default=0)
    assert best.score == max((result.score for result in counted), default=0)
    assert best.with_other(best) == best


# ---- what is open


def test_the_first_level_is_open_to_everybody(book):
    gates = book.unlocked(None, SLUGS)
    assert gates[SLUGS[0]] == Gate(True)
    assert [gates[slug] for slug in SLUGS[1:]] == [Gate(False, before) for before in SLUGS[:-1]]
    assert book.newest(None, SLUGS) == SLUGS[0]


def test_a_star_opens_the_next_level_and_no_more(book):
    player = book.add("Fennec", "amal")
    book.record(player.id, SLUGS[0], replace(WON, stars=0, score=599))
    assert not book.unlocked(player.id, SLUGS)[SLUGS[1]].open
    book.record(player.id, SLUGS[0], replace(WON, stars=1, score=600))
    gates = book.unlocked(player.id, SLUGS)
    assert [gates[slug].open for slug in SLUGS] == [True, True, False, False]
    assert book.newest(player.id, SLUGS) == SLUGS[1]


def test_players_open_levels_each_for_themselves(book):
    fennec, comet = book.add("Fennec", "amal"), book.add("Comet", "zuri")
    book.record(fennec.id, SLUGS[0], WON)
    assert not book.unlocked(comet.id, SLUGS)[SLUGS[1]].open


def test_a_teacher_can_open_everything(book):
    assert all(gate.open for gate in book.unlocked(None, SLUGS, all_open=True).values())


def test_a_level_put_in_between_later_shuts_nothing(book):
    player = book.add("Fennec", "amal")
    for slug in SLUGS[:2]:
        book.record(player.id, slug, WON)
    slugs = (SLUGS[0], "015-new", *SLUGS[1:])
    gates = book.unlocked(player.id, slugs)
    assert [gates[slug].open for slug in slugs] == [True, True, True, True, False]
    assert book.newest(player.id, slugs) == "015-new"


def test_the_journey_ends_at_the_last_level(book):
    player = book.add("Fennec", "amal")
    for slug in SLUGS:
        book.record(player.id, slug, WON)
    assert book.newest(player.id, SLUGS) == SLUGS[-1]
    assert book.newest(player.id, ()) is None


@dataclass
class HandedOut:
    sliders: tuple = ()
    optimizers: tuple = ()
    buttons: tuple = ()


def test_tools_come_with_the_levels_that_are_reached(book):
    hand_outs = {
        SLUGS[0]: HandedOut(buttons=("dig",)),
        SLUGS[1]: HandedOut((("learning_rate", 0.5, 64.0),), (), ("dig", "gust")),
        SLUGS[2]: HandedOut((), ("momentum",), ("leap",)),
    }
    player = book.add("Fennec", "amal")
    assert book.tools(player.id, hand_outs) == (("button", "dig"),)
    book.record(player.id, SLUGS[0], WON)
    assert book.tools(player.id, hand_outs) == (
        ("button", "dig"),
        ("slider", "learning_rate"),
        ("button", "gust"),
    )
    assert len(book.tools(player.id, hand_outs, all_open=True)) > 3


# ---- files


def test_two_games_at_once_lose_nothing_of_each_other(store, book):
    player = book.add("Fennec", "amal")
    other = reopened(store)[0]
    book.record(player.id, SLUGS[0], WON)
    other.record(player.id, SLUGS[1], replace(WON, walk="WALK2"))
    book.record(player.id, SLUGS[2], replace(WON, walk="WALK3"))
    assert reopened(store)[0].stars(player.id) == 6


@pytest.mark.parametrize("damage", ["cut", "rubbish", "newer", "a list", "no name", "empty"])
def test_a_file_that_cannot_be_used_is_set_aside_and_said_once(store, book, damage):
    fennec, comet = book.add("Fennec", "amal"), book.add("Comet", "zuri")
    path = store.path("player-1")
    raw = path.read_bytes()
    broken = {
        "cut": raw[: len(raw) // 2],
        "rubbish": b"\x00\xff rubbish",
        "newer": raw.replace(b'"version": 1', b'"version": 2'),
        "a list": b"[1, 2]",
        "no name": raw.replace(b"Fennec", b" "),
        "empty": b"",
    }[damage]
    path.write_bytes(broken)
    again, said = reopened(store)
    assert again.players() == (comet,)
    assert len(said) == 1
    assert "player-1.json could not be understood and was set aside" in said[0]
    assert (store.folder / "player-1.json.bad").read_bytes() == broken
    assert reopened(store)[1] == []
    assert again.add("Fennec", "amal").id == fennec.id


def test_one_wrong_level_does_not_cost_the_others(store, book):
    player = book.add("Fennec", "amal")
    book.record(player.id, SLUGS[0], WON)
    book.record(player.id, SLUGS[1], WON)
    path = store.path("player-1")
    content = json.loads(path.read_text())
    content["data"]["levels"][SLUGS[1]]["stars"] = 7
    path.write_text(json.dumps(content))
    again, said = reopened(store)
    assert again.best(player.id, SLUGS[0]).stars == 2
    assert again.best(player.id, SLUGS[1]) == Best()
    assert len(said) == 1
    assert (store.folder / "player-1.json.bad").exists()
    assert reopened(store)[0].stars(player.id) == 2


def test_a_file_that_cannot_be_read_is_never_written_over(store, book):
    store.path("player-1").mkdir(parents=True)
    again, said = reopened(store)
    assert again.add("Fennec", "amal").id == 2
    assert "could not be read" in said[0]
    assert store.path("player-1").is_dir()


def test_a_disk_that_refuses_is_told_once_and_the_game_goes_on(tmp_path):
    (tmp_path / "blocked").write_text("a file where the folder should be")
    said = []
    book = Book(Store(tmp_path / "blocked"), said.append)
    player = book.add("Fennec", "amal")
    book.record(player.id, SLUGS[0], WON)
    book.record(player.id, SLUGS[1], WON)
    assert book.stars(player.id) == 4
    told = [sentence for sentence in said if "player-1" in sentence and "saved" in sentence]
    assert len(told) == 1


# ---- fuzzing

ODD = (None, True, -1, 4, 10**30, 0.5, 1e300, "", "x" * 5000, "\ud800", "\x00", [], {}, [[]], "É")


def mutated(raw, chance):
    """`raw` broken in one of the ways that disks, people and mischief have."""
    kind = chance.randrange(4)
    if kind == 0:
        return raw[: chance.randrange(len(raw))]
    if kind == 1:
        data = bytearray(raw)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        return bytes(data)
    if kind == 2:
        at, size = chance.randrange(len(raw)), chance.randint(1, 60)
        return (
            raw[:at]
            + chance.choice((b"", raw[at : at + size] * 2, chance.randbytes(size)))
            + (raw[at + size :])
        )
    return _odd_value(json.loads(raw), chance)


def _odd_value(content, chance):
    spots = []

    def walk(node):
        for key, value in node.items():
            spots.append((node, key))
            if isinstance(value, dict):
                walk(value)

    walk(content)
    for node, key in chance.sample(spots, chance.randint(1, 3)):
        if chance.random() < 0.3:
            node[str(chance.choice(ODD))] = node.pop(key, None)
        else:
            node[key] = chance.choice(ODD)
    return json.dumps(content).encode()


def test_no_file_stops_the_game_and_none_is_lost(tmp_path, monkeypatch):
    monkeypatch.setattr("os.fsync", lambda handle: None)  # the disk's patience is not the subject
    chance = random.Random(20)
    store = Store(tmp_path)
    book = Book(store)
    player = book.add("Fennec", "amal")
    for slug in SLUGS:
        book.record(player.id, slug, WON)
    path, bad = store.path("player-1"), tmp_path / "player-1.json.bad"
    valid = path.read_bytes()
    for case in range(FUZZ_CASES):
        raw = mutated(valid, chance)
        path.write_bytes(raw)
        again, said = reopened(store)
        assert len(said) == bad.exists(), case
        if said:
            assert bad.read_bytes() == raw, case
        somebody = again.players()[0] if again.players() else again.add("Comet", "zuri")
        again.record(somebody.id, "05-five", replace(WON, score=5000))
        after, said = reopened(store)
        assert said == [], case
        assert after.best(somebody.id, "05-five").score == 5000, case
        for left in tmp_path.iterdir():
            left.unlink()
