"""A small level as text, for tests that break it or walk it."""

BOWL = """
name = "A bowl"
idea = "gradient descent"
opening = "Down."

[walk]
start = [22.0, 30.0]
water = 40
par_water = 5

[tools]
learning_rate = 8.0

[[desert.parts]]
kind = "bowl"
x = 62.0
y = 56.0
depth = 14.0
radius = 60.0

[[desert.parts]]
kind = "basin"
x = 62.0
y = 56.0
depth = 3.0
width = 8.0
"""

CLAIM = """
[[claims]]
says = "The given step finds the gem"
at_least = 1.0
"""

FALSE_CLAIM = """
[[claims]]
says = "A tiny step finds the gem"
learning_rate = 0.001
at_least = 0.5
"""
