"""The packages in which office programs keep a file: zip files, with the same bytes each time."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def to_fixed_package(package: bytes) -> bytes:
    """Return a package with its parts in order and without the time of its making."""
    out = BytesIO()
    with ZipFile(BytesIO(package)) as made, ZipFile(out, "w") as fixed:
        # Word and `file` want to see [Content_Types].xml first; its "[" comes before all small letters.
        for name in sorted(made.namelist()):
            part = ZipInfo(name)
            part.compress_type = ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            fixed.writestr(part, made.read(name))
    return out.getvalue()
