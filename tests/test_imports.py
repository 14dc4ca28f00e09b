"""Imports point inwards: the simulation knows nothing of the game, and only ui knows pygame."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command_line import ROOT

GAME = ROOT / "game"
MODULES = sorted(GAME.rglob("*.py"))
OUTERMOST = (
    "game.cli",
    "game.cli_bench",
    "game.cli_handouts",
    "game.commands",
    "game.bench",
    "game.__main__",
)
# What each part may import of the game, besides itself; modules that are not named are free.
MAY_IMPORT = {
    "game.sim": (),
    "game.resources": (),
    "game.trace": (),
    "game.tables": (),
    "game.claims": ("game.sim", "game.tables"),
    "game.look": ("game.tables",),
    "game.level_file": ("game.sim", "game.tables", "game.claims", "game.look"),
    "game.levels": (
        "game.sim",
        "game.resources",
        "game.tables",
        "game.claims",
        "game.level_file",
        "game.look",
    ),
}
STANDARD = set(sys.stdlib_module_names)
SIM_MAY_USE = STANDARD | {"numpy", "noise", "game"}
IMPURE = {"time", "datetime", "random", "os", "pathlib", "io", "socket", "threading", "subprocess"}


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(path: Path) -> Iterator[str]:
    """The full names of all modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports in the game are written in full"
            assert node.module is not None
            # `from game import levels` means game.levels
            yield from (
                f"{node.module}.{alias.name}" if node.module == "game" else node.module
                for alias in node.names
            )


def is_in(module: str, packages: tuple[str, ...]) -> bool:
    return any(module == package or module.startswith(package + ".") for package in packages)


def test_the_reader_of_imports_sees_them(tmp_path):
    path = tmp_path / "x.py"
    path.write_text(
        "import a.b\ndef f():\n    from game import levels\n    from game.sim.run import X"
    )
    assert set(imported(path)) == {"a.b", "game.levels", "game.sim.run"}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_inwards(path):
    module, wanted = name_of(path), set(imported(path))
    of_game = {name for name in wanted if is_in(name, ("game",))}
    for package, allowed in MAY_IMPORT.items():
        if is_in(module, (package,)):
            outside = {name for name in of_game if not is_in(name, (package, *allowed))}
            assert not outside, f"{module} imports {outside}"
    if not is_in(module, OUTERMOST):
        assert not {name for name in of_game if is_in(name, OUTERMOST)}
    if not is_in(module, ("game.ui", *OUTERMOST)):
        assert not {name for name in of_game if is_in(name, ("game.ui",))}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_ui_imports_pygame(path):
    if not is_in(name_of(path), ("game.ui",)):
        assert not {name for name in imported(path) if is_in(name, ("pygame",))}


@pytest.mark.parametrize("path", sorted((GAME / "sim").glob("*.py")), ids=name_of)
def test_the_simulation_is_pure(path):
    used = {name.split(".")[0] for name in imported(path)}
    assert used <= SIM_MAY_USE
    assert not used & IMPURE
    called = {
        node.func.id
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not called & {"open", "print", "input", "eval", "exec"}


def run_without(missing: set[str], code: str) -> str:
    """Standard output of Python code in a process where some packages are not installed."""
    block = f"""
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {missing!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Missing())
"""
    done = subprocess.run(
        [sys.executable, "-c", block + code], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_simulation_needs_neither_pygame_nor_msgspec():
    missing = {"pygame", "msgspec", "typer", "rich", "platformdirs", "noise"}
    code = f"""
import game.sim.expedition, game.sim.generator, game.sim.codes, game.sim.crowd, game.sim.land
print(sorted({{name.split(".")[0] for name in sys.modules}} & {missing!r}))
"""
    assert run_without(missing, code) == "[]\n"


def test_the_command_line_needs_no_pygame():
    code = """
from game.cli import run
sys.exit(run(["walk", "1", "--steps", "1"]))
"""
    assert "Replay code" in run_without({"pygame"}, code)


def test_a_missing_pygame_is_told_in_a_sentence():
    code = """
sys.argv, sys.stderr = ["dune-descent"], sys.stdout
from game.__main__ import main
print(main())
"""
    told = run_without({"pygame"}, code).splitlines()
    assert told == ["the game needs pygame-ce: python -m pip install pygame-ce", "1"]


def test_the_way_to_the_title_is_short():
    code = """
sys.argv = ["dune-descent"]
import os
os.environ |= {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "DUNE_DESCENT_FRAMES": "1"}
from game.__main__ import main
assert main() == 0
print(sorted({name.split(".")[0] for name in sys.modules} & {"typer", "rich", "msgspec", "click"}))
"""
    assert run_without(set(), code).splitlines()[-1] == "[]"
