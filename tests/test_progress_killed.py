"""A game that is killed while it saves never loses what it had saved before."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.progress import Book, Result
from game.store import Store

KILLS = 200
ROOT = Path(__file__).parents[1]
LEVELS = 4

# Saves without end; a line on standard output is written only after the save has returned.
SAVER = """
import os, sys
from pathlib import Path
from game.progress import Book, Result
from game.store import Store

book, score = Book(Store(Path(sys.argv[1]))), int(sys.argv[2])
players = [player.id for player in book.players()]
while True:
    score += 1
    player, level = players[score % len(players)], f"0{score % LEVELS}-level"
    book.record(player, level, Result(2, score, 0.5, 1, 0, f"WALK{score}"))
    os.write(1, f"{player} {level} {score}\\n".encode())
    if score % 5 == 0:
        guest = book.add("Guest", "zuri")
        os.write(1, f"{guest.id} added 0\\n".encode())
        book.remove(guest.id)
        os.write(1, f"{guest.id} removed 0\\n".encode())
""".replace("LEVELS", str(LEVELS))


class Acknowledged:
    """All that the saver has said to be saved."""

    def __init__(self):
        self.scores: dict[tuple[int, str], int] = {}
        self.last = 0

    def note(self, output: bytes) -> int:
        """Take in what was printed; how many saves it tells of."""
        lines = output[: output.rfind(b"\n") + 1].decode().splitlines()
        for line in lines:
            player, what, score = line.split()
            if what not in ("added", "removed"):
                self.scores[int(player), what] = self.last = int(score)
        return len(lines)


def save_until_killed(folder: Path, start: int, wait: float) -> bytes:
    """Let a game save, kill it some time after its first save, and give all that it said."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-S", "-c", SAVER, str(folder), str(start)],
        stdout=subprocess.PIPE,
        env=environment,
    ) as game:
        first = os.read(game.stdout.fileno(), 4096)
        time.sleep(wait)
        game.send_signal(signal.SIGKILL)
        said = first + game.stdout.read()
        assert game.wait() == -signal.SIGKILL
    return said


def check(store: Store, known: Acknowledged, regulars: list[str]) -> None:
    """Everything is readable without a word, and nothing acknowledged is missing."""
    said = []
    book = Book(store, said.append)
    nicknames = [player.nickname for player in book.players()]
    assert said == []
    assert nicknames[: len(regulars)] == regulars
    for (player, level), score in known.scores.items():
        best = book.best(player, level)
        assert best.score >= score
        assert best.walk == f"WALK{best.score}"
    newest = max(
        book.best(p.id, f"0{n}-level").score for p in book.players() for n in range(LEVELS)
    )
    assert newest <= known.last + 1  # only the save that the kill met may be there unsaid
    if "Guest" in nicknames:  # caught on its way: the next round needs its place
        book.remove(book.players()[nicknames.index("Guest")].id)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal on this system")
def test_nothing_saved_is_lost_by_two_hundred_kills(tmp_path):
    chance = random.Random(6)
    store = Store(tmp_path)
    book = Book(store)
    regulars = ["Fennec", "Comet", "Oasis"]
    for nickname in regulars:
        book.add(nickname, "amal")
    for player in book.players():  # so that there is always a file to lose
        book.record(player.id, "00-level", Result(1, 0, 9.0, 0, 0, "WALK0"))
    known, saves = Acknowledged(), 0
    for _ in range(KILLS):
        said = save_until_killed(tmp_path, known.last, chance.uniform(0.0, 0.045))
        saves += known.note(said)
        check(store, known, regulars)
    assert saves > KILLS  # it was killed at work, and not before
    assert not list(tmp_path.glob("*.bad*"))
