"""Which scene follows which outcome, and the game's way in."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from game.ui.app import Following, How, Options, run_app
from game.ui.outcomes import (
    LessonChosen,
    LessonPart,
    LevelChosen,
    LevelReady,
    NextLevel,
    Opened,
    ShowMe,
    Swapped,
    WalkEnded,
    WatchWalk,
    WhyAsked,
)
from game.ui.scenes.title import Title
from game.ui.stage import Scene, Stage

if TYPE_CHECKING:
    from game.course import Course


def _scene(module: str, name: str) -> Callable[..., Scene]:
    """A scene whose module is imported when it is made: the title does not wait for it."""

    def make(stage: Stage, *more: Any) -> Scene:
        scene: Scene = getattr(import_module(f"game.ui.scenes.{module}"), name)(stage, *more)
        return scene

    return make


def _lesson(module: str, name: str) -> Callable[..., Scene]:
    """A page of a chapter's lesson; what is wrong with a broken lesson is told instead."""

    def make(stage: Stage, chapter: int = 1) -> Scene:
        from game.lessons import LessonError, lesson  # the title does not wait for it

        try:
            return _scene(module, name)(stage, lesson(chapter))
        except (LessonError, LookupError) as error:
            return _scene("lesson_frame", "LessonTrouble")(stage, str(error))

    return make


# What a chapter teaches: the page with the number of the chapter, and those that it leads to.
LESSONS: dict[str, Callable[..., Scene]] = {
    "lesson": _lesson("lesson", "LessonHub"),
    "lesson_talk": _lesson("lesson_talk", "LessonTalk"),
    "lesson_summary": _lesson("lesson_summary", "LessonSummary"),
    "lesson_hook": _lesson("lesson_hook", "LessonHook"),
    "cards": _lesson("cards", "Cards"),
    "quiz": _lesson("quiz", "Quiz"),
}

# Every screen that can be opened by its name from others.
SCREENS: dict[str, Callable[..., Scene]] = {
    "journey": _scene("journey", "Journey"),
    "players": _scene("players", "Players"),
    "tools": _scene("tools", "Tools"),
    "endless": _scene("endless", "Endless"),
    "daily": _scene("daily", "Daily"),
    "pause": _scene("pause", "Pause"),
    "farewell": _scene("farewell", "Farewell"),
    "settings": _scene("settings", "Settings"),
    "controls": _scene("controls", "Controls"),
    "credits": _scene("credits", "Credits"),
    **LESSONS,
}
_loading = _scene("loading", "Loading")


def _watching(stage: Stage, code: str) -> Scene:
    from game.sim.codes import decode_walk  # the title does not wait for it

    walk = decode_walk(code)
    return _loading(stage, (stage.course or {}).get(walk.level, walk.level), walk)


FOLLOWING: Following = {
    Opened: (How.COVER, lambda stage, outcome: SCREENS[outcome.screen](stage)),
    Swapped: (How.REPLACE, lambda stage, outcome: SCREENS[outcome.screen](stage)),
    LevelChosen: (How.COVER, lambda stage, outcome: _loading(stage, outcome.name)),
    LessonChosen: (How.COVER, lambda stage, outcome: LESSONS["lesson"](stage, outcome.chapter)),
    LessonPart: (How.COVER, lambda stage, outcome: LESSONS[outcome.part](stage, outcome.chapter)),
    ShowMe: (How.COVER, lambda stage, outcome: _loading(stage, outcome.show.name, outcome.show)),
    NextLevel: (How.REPLACE, lambda stage, outcome: _loading(stage, outcome.name)),
    WatchWalk: (How.COVER, lambda stage, outcome: _watching(stage, outcome.code)),
    LevelReady: (How.REPLACE, _scene("play", "Play")),
    WalkEnded: (How.REPLACE, _scene("results", "Results")),
    WhyAsked: (How.COVER, _scene("why", "Why")),
}


def play(
    options: Options | None = None, level: str | None = None, course: "Course | None" = None
) -> int:
    """Open the window and play until it is closed; an exit code.

    With a `level` (a name, a file or a desert's code) its walk begins at once. A `course` is what
    a teacher has chosen.
    """

    def first(stage: Stage) -> Scene:
        if course is not None:
            stage.course, stage.locked = course.levels, course.locked
        title = Title(stage)
        if level is not None:
            title.outcome = LevelChosen(level)
        return title

    return run_app(first, FOLLOWING, options)
