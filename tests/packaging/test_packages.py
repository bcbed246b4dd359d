"""The packages that are declared are the folders that are there."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_folder_with_an_init_is_declared_as_a_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    declared = project["tool"]["setuptools"]["packages"]
    folders = [path.parent.relative_to(ROOT) for depth in ("*", "*/*") for path in ROOT.glob(f"{depth}/__init__.py")]
    inside = [folder for folder in folders if folder.parts[0] not in {"build", "tests"}]
    assert sorted(declared) == ["policygraph", *sorted(".".join(["policygraph", *folder.parts]) for folder in inside)]


def test_every_package_is_a_layer_of_the_contract() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    outer, inner = project["tool"]["importlinter"]["contracts"]
    folders = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert set(outer["layers"]) == folders | {"cli"}
    stages = {path.parent.name for path in (ROOT / "extraction").glob("*/__init__.py")}
    assert set(inner["layers"]) == stages | {"reading", "recognisers", "spacy_recogniser"}
