"""Sizes of pictures, made with the extra `pictures`; the builds of test_pictures.py are right with it and without."""

import io
from pathlib import Path

import pytest

from readalso.dimensions import measure
from readalso.errors import Broken
from readalso.renditions import Rendition, make, prune
from readalso.settings import Pictures
from tests.mini_site import put
from tests.test_pictures import run, site

Image = pytest.importorskip("PIL.Image", reason="the extra `pictures` is not installed")


def photograph(width: int, height: int, orientation: int = 1) -> bytes:
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = orientation, "A camera of Corvan"
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif)
    return out.getvalue()


def rendition(path: Path, kind: str = "webp", width: int = 40) -> Rendition:
    return Rendition("/a/port.40w.webp", path, "d" * 64, kind, width, 80, "1", "content/port.jpg")


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp"])
def test_turned_and_without_metadata(tmp_path: Path, kind: str) -> None:
    path = put(tmp_path, "port.jpg", photograph(100, 50, orientation=6))
    data = make(rendition(path, kind), tmp_path / "cache")
    found = measure(data)
    assert found is not None
    assert (found.kind, found.width, found.height) == (kind, 40, 80)
    assert b"Corvan" not in data
    assert b"Exif" not in data


def test_made_once_and_the_same_each_time(tmp_path: Path) -> None:
    path = put(tmp_path, "port.jpg", photograph(100, 50))
    one = rendition(path)
    first = make(one, tmp_path / "cache")
    assert make(one, tmp_path / "other") == first
    path.unlink()
    assert make(one, tmp_path / "cache") == first
    prune(tmp_path / "cache", frozenset({one.key}))
    assert (tmp_path / "cache" / one.key).exists()
    prune(tmp_path / "cache", frozenset())
    assert not (tmp_path / "cache" / one.key).exists()


def test_what_cannot_be_decoded_is_named(tmp_path: Path) -> None:
    path = put(tmp_path, "port.jpg", photograph(100, 50)[:400])
    with pytest.raises(Broken, match=r"content/port\.jpg: is a picture that cannot be decoded"):
        make(rendition(path), tmp_path / "cache")


def test_a_story_offers_what_fits(tmp_path: Path) -> None:
    site(tmp_path, "![Cranes](port.jpg)\n")
    put(tmp_path, "content/2026/port.jpg", photograph(1000, 500))
    run(tmp_path, Pictures())
    page = (tmp_path / "site/2026/deal/index.html").read_text()
    made = sorted(path.name for path in (tmp_path / "site/2026/deal").iterdir())
    assert made == [
        "index.html",
        "port.480w.jpg",
        "port.480w.webp",
        "port.960w.jpg",
        "port.960w.webp",
        "port.jpg",
    ]
    assert page.count("<picture>") == 2
    assert page.count('<source type="image/webp"') == 2
    assert "port.480w.webp?v=" in page
    assert b"Corvan" not in (tmp_path / "site/2026/deal/port.jpg").read_bytes()
    assert run(tmp_path, Pictures()).change.written == ()


def test_a_picture_is_never_made_larger(tmp_path: Path) -> None:
    site(tmp_path)
    put(tmp_path, "content/2026/port.jpg", photograph(300, 200))
    run(tmp_path, Pictures())
    assert sorted(path.name for path in (tmp_path / "site/2026/deal").iterdir()) == ["index.html", "port.jpg"]
