"""The packages that are declared are the folders that are there."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_folder_with_an_init_is_declared_as_a_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    declared = project["tool"]["setuptools"]["packages"]
    folders = sorted(path.parent.name for path in ROOT.glob("*/__init__.py"))
    assert sorted(declared) == ["policygraph", *(f"policygraph.{folder}" for folder in folders)]


def test_every_package_is_a_layer_of_the_contract() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    (contract,) = project["tool"]["importlinter"]["contracts"]
    folders = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert set(contract["layers"]) == folders | {"cli"}
