"""Tests of the chapters of the journey."""

from game import levels
from game.campaign import chapter_of, chapters


def test_every_level_belongs_to_one_chapter_in_order():
    inside = [slug for chapter in chapters() for slug in chapter.levels]
    assert inside == [file.stem for file in levels.shipped()]


def test_there_are_six_chapters_with_levels_in_each():
    assert [chapter.number for chapter in chapters()] == [1, 2, 3, 4, 5, 6]
    assert all(chapter.levels for chapter in chapters()[:3])


def test_a_level_tells_its_chapter():
    assert chapter_of("05-antlion").slug == "right-stride"
    assert chapter_of("a-level-of-my-own") is None
