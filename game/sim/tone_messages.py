"""Made-up messages, each with its tone, and what a network is told of a message: five numbers.

The messages were written for this game. Some are chill with capitals, some angry without: no
network of this size guesses them all, as it is with real messages.
"""

import re

import numpy as np

from game.sim.bicubic import Floats

TONES = ("chill", "decent", "angry")
FEATURES = ("capitals", "shouts", "easy", "polite", "cross")


def _words(several: str) -> frozenset[str]:
    return frozenset(several.split())


# Words that count, whole and in any case.
EASY = _words(
    "chilling cool easy fine fun haha hammock lazy love nice relax rush sunny sweet worries wow yay"
)
POLITE = _words("borrow could dear may morning please sorry thank thanks welcome yours")
CROSS = _words("alone angry broke hate liar mad never ruined shut stop stupid unfair worst")

_CHILL = (
    "hey, no rush, take your time",
    "haha that was so much fun",
    "cool, see you at the lake",
    "nice one, I love it",
    "all good, just relax",
    "YAY, pancakes!",
    "that drawing is so cool!",
    "no worries, easy fix",
    "lazy day, warm and sunny",
    "WOW, so cool!!",
    "i love this song haha",
    "sweet, let us play later",
    "whatever you like is fine",
    "YAY, we won!!!",
    "in the hammock, come by",
    "we have all day",
)
_DECENT = (
    "Could you please send me the list?",
    "Thank you for the book.",
    "Sorry, I am a bit late.",
    "Good morning, the bus comes at eight.",
    "Please bring a pencil tomorrow.",
    "You are welcome.",
    "Thank you, that was nice!",
    "May I borrow your red pen, please?",
    "The meeting starts at four.",
    "Sorry, could you say that again?",
    "I will feed the cat at noon.",
    "PLEASE read page 12.",
    "Dear Aunt Rosa, thanks for the socks!",
    "We have maths after lunch.",
    "Could I have some water?",
    "Please stop the tape at two.",
)
_ANGRY = (
    "STOP IT NOW!!!",
    "I hate this stupid game!",
    "GO AWAY!!",
    "you broke it again, so unfair",
    "WHY do you ALWAYS do that!!",
    "leave me alone",
    "This is the worst day EVER!",
    "NO NO NO!!!",
    "I am so mad at you!",
    "shut the door, you liar",
    "GIVE IT BACK!",
    "You ruined everything!!",
    "stupid rain, i hate mondays",
    "that is not fair",
    "DO NOT TOUCH MY THINGS!!!",
    "Please STOP, i am so angry!",
)

# (message, number of its tone), the tones taking turns.
MESSAGES = tuple(
    (message, tone)
    for three in zip(_CHILL, _DECENT, _ANGRY, strict=True)
    for tone, message in enumerate(three)
)


def features_of(message: str) -> tuple[float, ...]:
    """The five numbers of a message, each 0..1, in the order of FEATURES.

    Share of its letters that are capitals; exclamation marks, 3 or more being 1; easy-going,
    polite and cross words, 2 or more being 1.
    """
    letters = [sign for sign in message if sign.isalpha()]
    words = re.findall(r"\w+", message.lower())
    capitals = sum(map(str.isupper, letters)) / max(len(letters), 1)
    counts = [sum(word in known for word in words) for known in (EASY, POLITE, CROSS)]
    return (capitals, min(message.count("!"), 3) / 3, *(min(count, 2) / 2 for count in counts))


def expected_of(tone: int) -> tuple[float, ...]:
    """What the three outputs should be: 1 for the tone, 0 for the others."""
    return tuple(float(tone == other) for other in range(len(TONES)))


def table() -> tuple[Floats, Floats]:
    """Features (48, 5) and expected outputs (48, 3) of all messages."""
    features = np.array([features_of(message) for message, _ in MESSAGES])
    return features, np.array([expected_of(tone) for _, tone in MESSAGES])
