"""The grown-up of the lessons: grey hair, round glasses, and a bag with everything in it."""

from game.ui.draw.figure import Figure

TEACHER = Figure(
    "teacher", (172, 112, 80), (226, 222, 230), "bob", "none", (250, 240, 220), (122, 164, 246),
    (108, 74, 138), (246, 214, 130), (72, 50, 98), (62, 176, 160), "zigzag",
    extras=("glasses", "satchel"),
)  # fmt: skip
TALLER = 1.3  # times a child
