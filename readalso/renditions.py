"""Pictures in several sizes, without what the camera wrote into them; with `drawing`, the importer of Pillow.

Pillow is the extra `pictures`. Without it pictures are published in their own size, and the site is whole.
"""

import io
import warnings
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from readalso import files
from readalso.errors import broken
from readalso.words import digest

_OPTIONS: dict[str, dict[str, object]] = {
    "jpeg": {"progressive": True, "optimize": True},
    "webp": {"method": 4},
    "png": {"optimize": True},
}


@dataclass(frozen=True, slots=True)
class Rendition:
    """A picture as it is published: at a width, in a format."""

    url: str
    path: Path
    """The file it is made of."""
    digest: str
    """Of that file."""
    kind: str
    """jpeg, png or webp."""
    width: int
    """0 for the picture's own."""
    quality: int
    maker: str
    """The version of Pillow, on which the bytes depend."""
    name: str = ""
    """How problems call the file."""

    @property
    def key(self) -> str:
        """What the bytes depend on; equal keys are equal bytes."""
        return digest(f"{self.digest} {self.kind} {self.width} {self.quality} {self.maker}")


def maker() -> str:
    """Which Pillow there is; "" where there is none."""
    if find_spec("PIL") is None:
        return ""
    from PIL import __version__

    return __version__


def make(one: Rendition, cache: Path) -> bytes:
    """The file's bytes, made once and kept in the folder `cache`; one that cannot be decoded is `Broken`."""
    kept = cache / one.key
    if kept.is_file():
        return files.read_bytes(kept)
    data = _encoded(one)
    files.write(kept, data)
    return data


def prune(cache: Path, wanted: frozenset[str]) -> None:
    """Remove what is kept and no page asks for any more."""
    for key, _ in files.walk(cache):
        if key not in wanted:
            files.remove(cache / key, cache)


def _encoded(one: Rendition) -> bytes:
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(files.read_bytes(one.path))) as opened:
            warnings.simplefilter("ignore")  # Pillow warns of odd metadata, which is dropped
            profile = opened.info.get("icc_profile")
            image: Image.Image = ImageOps.exif_transpose(opened)
            mode = "RGBA" if one.kind != "jpeg" and image.has_transparency_data else "RGB"
            if image.mode == "CMYK":
                profile = None
            image = image.convert(mode)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise broken(
            one.name, f"is a picture that cannot be decoded: {error}", "save it again as JPEG or PNG"
        ) from error
    if one.width:
        image = image.resize(
            (one.width, max(1, round(image.height * one.width / image.width))), Image.Resampling.LANCZOS
        )
    image.info.clear()
    options: dict[str, object] = {"icc_profile": profile} if profile else {}
    options |= {} if one.kind == "png" else {"quality": one.quality}
    out = io.BytesIO()
    image.save(out, one.kind.upper(), **options, **_OPTIONS[one.kind])
    return out.getvalue()
