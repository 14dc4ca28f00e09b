"""A quiz: some of a lesson's questions, drawn by chance, their answers in an order by chance."""

import random
from dataclasses import dataclass

from game.lessons import ASKED, Answer, Lesson, Question


@dataclass(frozen=True)
class Asked:
    """A question as it is asked: its answers in the order in which they are shown."""

    question: Question
    answers: tuple[Answer, ...]

    @property
    def right(self) -> int:
        """Which of the answers is the right one, from 0."""
        return next(at for at, answer in enumerate(self.answers) if answer.right)


def draw(lesson: Lesson, seed: int) -> tuple[Asked, ...]:
    """ASKED different questions of a lesson; the same seed draws the same ones."""
    chance = random.Random(f"{lesson.slug} {seed}")
    questions = chance.sample(lesson.quiz, min(ASKED, len(lesson.quiz)))
    return tuple(
        Asked(question, tuple(chance.sample(question.answers, len(question.answers))))
        for question in questions
    )
