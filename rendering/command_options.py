"""Options that several commands take."""

from pathlib import Path
from typing import Annotated

import typer

Store = Annotated[Path, typer.Option(metavar="DIR", envvar="POLICYGRAPH_STORE", help="Folder of the store.")]
DEFAULT_STORE = Path("policygraph-store")
