"""A debugging aid: what the window shows, told line by line to whoever watches from outside.

With DUNE_DESCENT_TRACE set to a file's name, lines are added to that file; "-" stands for standard
output. Without it nothing happens. The real-window test and `dune-descent bench` watch this way.
"""

import os
import sys

TRACE_VARIABLE = "DUNE_DESCENT_TRACE"


def trace(line: str) -> None:
    """Tell one line, such as "shown title", at once."""
    target = os.environ.get(TRACE_VARIABLE)
    if not target:
        return
    if target == "-":
        print(line, file=sys.stdout, flush=True)
        return
    with open(target, "a", encoding="utf-8") as file:
        file.write(line + "\n")
