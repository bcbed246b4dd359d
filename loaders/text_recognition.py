"""The words of a scan, recognised by OCRmyPDF where it is installed. Only the page tells if they are right."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from ..model.errors import SourceError

_PROGRAM = "ocrmypdf"
_LONGEST = 900
_NO_TEXT = "a PDF without text, most likely a scan. Load it with --ocr to have its words recognised."
_NO_PROGRAM = (
    "a scan, and the program that would recognise its words is not installed. Install OCRmyPDF "
    "(`apt-get install ocrmypdf`) and load it again."
)


class TextlessError(SourceError):
    """A PDF that shows its words as a picture only."""

    def __init__(self, path: str) -> None:
        super().__init__(path, _NO_TEXT)

    def __reduce__(self) -> tuple[type[SourceError], tuple[str, str]]:
        return SourceError, (self.path, self.what)


def recognise_text(source: str, data: bytes) -> bytes:
    """Return a PDF that shows the same pages and has their words as text.

    Raises:
        SourceError: OCRmyPDF is not installed, cannot read the file, or takes over 15 minutes.
    """
    program = shutil.which(_PROGRAM)
    if program is None:
        raise SourceError(source, _NO_PROGRAM)
    with tempfile.TemporaryDirectory() as folder:
        scan, read = Path(folder, "scan.pdf"), Path(folder, "read.pdf")
        scan.write_bytes(data)
        # straightened for reading only: the file of the user stays as it is
        command = [program, "--quiet", "--skip-text", "--rotate-pages", "--deskew", "--output-type", "pdf"]
        try:
            subprocess.run([*command, scan, read], check=True, capture_output=True, timeout=_LONGEST)
            return read.read_bytes()
        except subprocess.TimeoutExpired as error:
            raise SourceError(source, "its words were not recognised in 15 minutes. Split the file.") from error
        except (subprocess.CalledProcessError, OSError) as error:
            reason = _find_reason(error)
            raise SourceError(source, f"OCRmyPDF could not read it ({reason}). Scan it again.") from error


def _find_reason(error: subprocess.CalledProcessError | OSError) -> str:
    if isinstance(error, OSError):
        return error.strerror or "it could not be started"
    said = error.stderr.decode("utf-8", "replace").split("\n") if error.stderr else []
    return next((line.strip() for line in reversed(said) if line.strip()), f"exit code {error.returncode}")
