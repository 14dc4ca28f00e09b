"""Broken levels and codes end in a value or in a told error, and in nothing else."""

import random

import pytest

from game import levels
from game.bench.fuzz import Fuzz, fuzz
from game.bench.mutations import broken_code, broken_level
from game.levels import LevelError
from game.sim.codes import ALPHABET
from tests.command_line import command


def test_two_thousand_broken_inputs():
    told = fuzz(2000, seed=2026, build_every=60)
    assert [(finding.error, finding.source) for finding in told.findings] == []
    assert told.inputs >= 2000
    # Both ways out have been taken often, or the breaking is too wild or too tame.
    assert told.accepted > 100
    assert told.refused > 1000
    assert told.built > 1


def test_what_is_broken_follows_from_the_seed():
    sources = [path.read_bytes() for path in levels.shipped()]

    def made(seed):
        chance = random.Random(seed)
        return [broken_level(sources, chance) for _ in range(50)] + [
            broken_code(["2400-001A-80CR"], ALPHABET, chance) for _ in range(50)
        ]

    assert made(5) == made(5)
    assert made(5) != made(6)
    assert len(set(made(5))) > 90


@pytest.mark.parametrize("error", [KeyError("x"), RecursionError(), MemoryError(), ValueError("y")])
def test_any_other_end_is_found(error):
    told = Fuzz()

    def work():
        raise error

    told.attempt("reading", b"source", work, LevelError)
    assert (told.inputs, told.accepted, told.refused) == (1, 0, 0)
    assert told.findings[0].source == b"source"
    assert type(error).__name__ in told.findings[0].error


def test_a_proper_refusal_is_no_finding():
    told = Fuzz()

    def refuse():
        raise LevelError([])

    told.attempt("reading", b"", refuse, LevelError)
    assert (told.refused, told.findings) == (1, [])


def test_the_bench_tells_what_came_of_it(capsys):
    said = command(capsys, "bench", "--fuzz", 40, "--seed", 3)
    assert (said.code, said.err) == (0, "")
    assert "refused in a sentence, 0 ended otherwise" in said.out
