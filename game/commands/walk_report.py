"""A walk told as JSON, as a CSV table, or in a few lines for people. README.md documents them."""

import csv
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, TextIO

from game.commands.walk import Walk
from game.sim.commands import ChooseOptimizer, ChooseSchedule, Setting, Tune
from game.sim.events import Ended, Ending, Event, GemCollected, Gusted, Leapt, Stepped
from game.sim.run import RunState
from game.sim.schedules import Schedule, name_of
from game.sim.score import Score, score
from game.sim.tools import Tools

FORMAT = 1
_MOVES = {Stepped: "stepped", Gusted: "gusted", Leapt: "leapt"}
_MOST_LINES = 16
_ENDINGS = {
    None: "The walk goes on; it was left here",
    Ending.FOUND: "The gem was found",
    Ending.DUG: "The child dug here",
    Ending.OUT_OF_WATER: "The water is gone",
    Ending.LEFT_MAP: "The child left the map",
}


def as_data(walk: Walk) -> dict[str, Any]:
    """Everything about a walk, as JSON can hold it: floats unrounded, None where there is none."""
    setup, states = walk.expedition.setup, walk.expedition.states
    now, first = states[-1], states[0]
    ground = [_on_land(walk, state) for state in states]
    return {
        "format": FORMAT,
        "level": walk.site.level.slug,
        "name": walk.site.level.name,
        "seed": setup.seed,
        "optimizer": first.tools.optimizer,
        "settings": _settings(first.tools, setup.terrain.examples),
        "gem": _pair(setup.gem),
        "lesser_gems": [_pair(gem) for gem in setup.lesser_gems],
        "water": setup.water,
        "water_left": now.water,
        "steps": [state.steps for state in states],
        "positions": [_pair(state.place) for state in states],
        "heights": [height for height, _ in ground],
        "gradients": [slope for _, slope in ground],
        "felt": [None, *map(_felt, states, states[1:])],
        "learning_rates": [state.learning_rate for state in states],
        "events": [_told(at, what) for at, what in walk.log if at > 0],
        "ending": now.ending.value if now.ending else None,
        "score": _score_parts(result(walk)),
        "distance": result(walk).distance,
        "replay": walk.code,
    }


def result(walk: Walk) -> Score:
    """The score; of a walk that has not ended, the score of digging where it stands."""
    expedition = walk.expedition
    return score(expedition.setup, expedition.now, walk.site.level.par_water)


def write_json(data: Mapping[str, Any], file: TextIO) -> None:
    """One JSON object, a line for each of its keys."""
    lines = [f" {json.dumps(key)}: {json.dumps(data[key], allow_nan=False)}" for key in data]
    file.write("{\n" + ",\n".join(lines) + "\n}\n")


def write_csv(data: Mapping[str, Any], file: TextIO) -> None:
    """One row for each place of the walk, floats unrounded."""
    happened: dict[int, list[str]] = {}
    for event in data["events"]:
        happened.setdefault(event["at"], []).append(event["event"])
    table = csv.writer(file, lineterminator="\n")
    table.writerow(
        ["at", "step", "x", "y", "height", "slope_x", "slope_y", "learning_rate", "events"]
    )
    columns = [data[key] for key in ("steps", "positions", "heights", "gradients")]
    rows = zip(*columns, data["learning_rates"], strict=True)
    for at, (step, place, height, slope, rate) in enumerate(rows):
        numbers = [*place, height, *(slope or (None, None)), rate]
        words = ["" if number is None else repr(number) for number in numbers]
        table.writerow([at, step, *words, " ".join(happened.get(at, []))])


def write_summary(walk: Walk, file: TextIO) -> None:
    """The walk in a few lines."""
    data, now, told = as_data(walk), walk.expedition.now, result(walk)
    first = walk.expedition.states[0].tools
    used = ", ".join(f"{name} {getattr(first, name):g}" for name in _used(first))
    print(f"{data['name']} ({data['level']}), seed {data['seed']}", file=file)
    print(f"{data['optimizer']}: {used}, {_in_words(first.schedule)}", file=file)
    print("\n    at        x        y   height    slope", file=file)
    count = len(data["positions"])
    for at in range(count):
        if count > _MOST_LINES and _MOST_LINES // 2 <= at < count - _MOST_LINES // 2:
            if at == _MOST_LINES // 2:
                print("   ...", file=file)
            continue
        print(_line(at, data), file=file)
    print(f"\n{_ENDINGS[now.ending]}, {told.distance:.2f} paces from the gem,", file=file)
    print(f"after {now.steps} steps and with {now.water} water left.", file=file)
    print(
        f"Score {told.total} = {told.closeness_points} for being close + {told.depth_points} for"
        f" depth + {told.gem_points} for lesser gems + {told.water_points} for water;"
        f" stars: {told.stars}",
        file=file,
    )
    print(f"Replay code: {data['replay']}", file=file)


def _line(at: int, data: Mapping[str, Any]) -> str:
    (x, y), height, slope = data["positions"][at], data["heights"][at], data["gradients"][at]
    if height is None:
        return f"{at:6d} {x:8.2f} {y:8.2f}   outside the map"
    return f"{at:6d} {x:8.2f} {y:8.2f} {height:8.3f} {math.hypot(*slope):8.4f}"


def _on_land(walk: Walk, state: RunState) -> tuple[float | None, list[float] | None]:
    """Height and slope where a state stands; outside of the map there is no land."""
    if not walk.expedition.setup.terrain.contains(state.place)[0]:
        return None, None
    return state.height, _pair(state.slope)


def _felt(before: RunState, after: RunState) -> list[float] | None:
    return _pair(after.felt) if after.steps > before.steps else None


def _used(tools: Tools) -> list[str]:
    names = [*tools.parameters(), "noise", "batch_size"]
    endless = {name for name in ("clip_norm", "batch_size") if getattr(tools, name) == math.inf}
    return [name for name in names if name not in endless]


def _settings(tools: Tools, examples: int) -> dict[str, Any]:
    """The numbers of the first step, `clip_norm` and `batch_size` None where they are endless."""
    own = (*tools.parameters(), "noise", *(("batch_size",) if examples else ()))
    numbers = {name: getattr(tools, name) for name in own}
    for name in ("clip_norm", "batch_size"):
        if numbers.get(name) == math.inf:
            numbers[name] = None
    return {**numbers, "schedule": _schedule(tools.schedule)}


def _schedule(schedule: Schedule) -> dict[str, Any]:
    return {"kind": name_of(schedule), **asdict(schedule)}  # type: ignore[call-overload]


def _in_words(schedule: Schedule) -> str:
    data = _schedule(schedule)
    numbers = [f"{key} {value:g}" for key, value in data.items() if key != "kind"]
    return " ".join([data["kind"], "schedule", *numbers])


def _told(at: int, what: Event | Setting) -> dict[str, Any]:
    match what:
        case Tune(parameter, value):
            told = {"event": "tuned", "parameter": parameter, "value": _finite(value)}
        case ChooseOptimizer(name):
            told = {"event": "optimizer_chosen", "optimizer": name}
        case ChooseSchedule(schedule):
            told = {"event": "schedule_chosen", "schedule": _schedule(schedule)}
        case GemCollected(index):
            told = {"event": "gem_collected", "gem": index}
        case Ended(ending):
            told = {"event": "ended", "ending": ending.value}
        case Stepped() | Gusted() | Leapt():
            told = {"event": _MOVES[type(what)]}
        case refused:
            told = {"event": "refused", "reason": refused.reason}
    return {"at": at, **told}


def _score_parts(told: Score) -> dict[str, Any]:
    return {
        "total": told.total,
        "closeness": told.closeness,
        "depth": told.depth,
        "closeness_points": told.closeness_points,
        "depth_points": told.depth_points,
        "gem_points": told.gem_points,
        "water_points": told.water_points,
        "stars": told.stars,
    }


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _pair(place: Sequence[float]) -> list[float]:
    return [float(place[0]), float(place[1])]
