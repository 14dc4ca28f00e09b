"""Who walks the desert: the looks of a child as plain values, and the children to choose from."""

from dataclasses import dataclass

from game.ui.draw.paint import Colour


@dataclass(frozen=True)
class Figure:
    """The looks of one child. `hair_style`, `hat` and `pattern` name drawing styles.

    hair_style: short bob braids puffs afro ponytail locs spiky long none
    hat: straw cap bucket turban hijab bandana goggles flower fennec none
    pattern: plain stripes zigzag star patch dots
    extras: satchel glasses freckles hearing_aid blade (a running blade for a right leg)
    """

    name: str
    skin: Colour
    hair: Colour
    hair_style: str
    hat: str
    hat_colour: Colour
    hat_band: Colour
    tunic: Colour
    trim: Colour
    shorts: Colour
    scarf: Colour
    pattern: str = "plain"
    eyes: Colour = (74, 42, 34)
    extras: tuple[str, ...] = ()


CREAM: Colour = (253, 238, 205)

FIGURES: tuple[Figure, ...] = (
    Figure(
        "amal", (190, 122, 82), (58, 34, 36), "short", "straw", CREAM, (222, 52, 48),
        (24, 118, 138), CREAM, (226, 164, 78), (230, 52, 48), extras=("satchel",),
    ),
    Figure(
        "zuri", (126, 78, 56), (44, 28, 34), "puffs", "flower", (255, 205, 72), (255, 138, 60),
        (150, 84, 190), (255, 214, 110), (92, 54, 132), (255, 176, 46), "dots",
    ),
    Figure(
        "finn", (246, 200, 166), (206, 96, 44), "spiky", "goggles", (150, 98, 60), (120, 214, 226),
        (104, 152, 70), (246, 232, 190), (122, 84, 58), (58, 150, 206), "stripes",
        (52, 110, 92), ("freckles",),
    ),
    Figure(
        "noor", (216, 156, 112), (60, 36, 36), "none", "hijab", (244, 122, 142), (255, 204, 190),
        (64, 92, 168), (248, 196, 120), (44, 62, 122), (255, 214, 90), "star",
    ),
    Figure(
        "idir", (166, 104, 70), (46, 28, 32), "short", "turban", (58, 96, 200), (122, 164, 246),
        (250, 240, 220), (58, 96, 200), (214, 186, 140), (40, 178, 160), "zigzag",
        extras=("satchel",),
    ),
    Figure(
        "mei", (248, 210, 172), (40, 32, 48), "bob", "bucket", (255, 196, 66), (240, 104, 84),
        (240, 112, 76), (255, 232, 186), (66, 98, 136), (76, 196, 172), "patch",
        extras=("glasses",),
    ),
    Figure(
        "kofi", (104, 64, 50), (38, 24, 30), "locs", "bandana", (236, 70, 90), (255, 214, 150),
        (255, 190, 60), (226, 84, 62), (46, 106, 112), (54, 190, 120), "zigzag",
        extras=("blade",),
    ),
    Figure(
        "lumi", (252, 216, 190), (246, 206, 120), "braids", "fennec", (246, 206, 146),
        (255, 166, 150), (206, 76, 104), (255, 226, 196), (128, 66, 88), (122, 100, 206), "plain",
        (56, 104, 170), ("freckles", "satchel"),
    ),
    Figure(
        "tavi", (206, 144, 98), (72, 40, 30), "long", "cap", (46, 170, 180), (255, 240, 200),
        (252, 240, 214), (46, 170, 180), (60, 78, 132), (242, 92, 120), "stripes",
        extras=("hearing_aid",),
    ),
    Figure(
        "sol", (140, 86, 58), (60, 32, 30), "afro", "none", (250, 120, 70), (255, 220, 110),
        (250, 128, 74), (255, 232, 160), (120, 58, 70), (250, 222, 90), "star",
    ),
)  # fmt: skip
