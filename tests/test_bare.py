"""Pictures lose what was written into them, and no pixel; the builds of test_pictures.py publish them so."""

import io
from pathlib import Path
from struct import pack

import pytest
from hypothesis import given
from hypothesis import strategies as some

from readalso.bare import bare
from tests.mini_site import put
from tests.picture_files import gif, jpeg, png, webp
from tests.test_pictures import run, site

SECRET = b"48.4647 N, 35.0462 E"
TIFF = pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, 0x0112, 3, 1, 6, 0, 0)


def segment(marker: int, data: bytes) -> bytes:
    return pack(">BBH", 0xFF, marker, len(data) + 2) + data


def chunk(name: bytes, data: bytes) -> bytes:
    """Of a WebP."""
    return pack("<4sI", name, len(data)) + data + b"\0" * (len(data) % 2)


def riff(*chunks: bytes) -> bytes:
    return b"RIFF" + pack("<I", 4 + len(b"".join(chunks))) + b"WEBP" + b"".join(chunks)


@pytest.mark.parametrize("whole", [jpeg(4, 3), jpeg(4, 3, 6), png(4, 3), webp(4, 3), gif(4, 3), b"no picture"])
def test_what_tells_nothing_stays_byte_for_byte(whole: bytes) -> None:
    assert bare(whole) == whole


@pytest.mark.parametrize(
    "told",
    [
        segment(0xE1, b"Exif\0\0" + SECRET),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRET),
        segment(0xE2, b"MPF\0" + SECRET),
        segment(0xED, b"Photoshop 3.0\0" + SECRET),
        segment(0xFE, SECRET),
    ],
)
def test_a_jpeg_loses_what_tells(told: bytes) -> None:
    whole = jpeg(4, 3)
    assert bare(whole[:2] + told + whole[2:] + b"\xff\xd8" + SECRET) == whole


def test_a_jpeg_keeps_colours_and_scans() -> None:
    shown = segment(0xE2, b"ICC_PROFILE\0\1\1") + segment(0xEE, b"Adobe\0\0")
    scan = segment(0xDA, b"\0") + b"\1\xff\0\2\xff\xd0\3"
    whole = b"\xff\xd8" + shown + scan + segment(0xC4, b"\0") + scan
    assert bare(whole + segment(0xFE, SECRET) + b"\xff\xd9") == whole + b"\xff\xd9"
    assert bare(whole) == whole


def test_a_png_loses_what_tells() -> None:
    known = pack(">I4s", len(SECRET), b"tEXt") + SECRET + b"crc!"
    told = b"".join(known.replace(b"tEXt", name) for name in (b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME", b"prVt"))
    assert bare(png(4, 3, told) + SECRET) == png(4, 3)


def test_a_webp_loses_what_tells_and_does_not_announce_it() -> None:
    size = b"\3\0\0\2\0\0"
    pixels = chunk(b"VP8L", b"\x2f\0\0")
    whole = riff(chunk(b"VP8X", b"\x1c\0\0\0" + size), pixels, chunk(b"EXIF", SECRET), chunk(b"XMP ", SECRET))
    assert bare(whole + SECRET) == riff(chunk(b"VP8X", b"\x10\0\0\0" + size), pixels)


def test_how_the_camera_was_held_stays() -> None:
    held = segment(0xE1, b"Exif\0\0" + TIFF + SECRET)
    assert (
        bare(jpeg(4, 3)[:2] + held + jpeg(4, 3)[2:]) == b"\xff\xd8" + segment(0xE1, b"Exif\0\0" + TIFF) + jpeg(4, 3)[2:]
    )
    size = b"\x08\0\0\0\3\0\0\2\0\0"
    assert bare(riff(chunk(b"VP8X", size), chunk(b"EXIF", TIFF + SECRET))) == riff(
        chunk(b"VP8X", size), chunk(b"EXIF", TIFF)
    )
    turned = bare(png(4, 3, pack(">I4s", len(TIFF + SECRET), b"eXIf") + TIFF + SECRET + b"crc!"))
    assert turned is not None
    assert TIFF in turned
    assert SECRET not in turned


@given(some.sampled_from([jpeg(4, 3, 6), png(4, 3), webp(4, 3), webp(4, 3, "VP8L")]), some.data())
def test_what_is_cut_off_or_damaged_is_no_trouble(whole: bytes, data: some.DataObject) -> None:
    cut = whole[: data.draw(some.integers(0, len(whole)))]
    at = data.draw(some.integers(0, len(cut)))
    found = bare(cut[:at] + data.draw(some.binary(max_size=6)) + cut[at:])
    assert found is None or bare(found) == found


@given(
    some.sampled_from(["JPEG", "PNG", "WEBP"]),
    some.integers(1, 20),
    some.integers(1, 20),
    some.integers(1, 8),
    some.booleans(),
    some.randoms(use_true_random=False),
)
def test_no_pixel_changes(form: str, width: int, height: int, held: int, is_layered: bool, random: object) -> None:
    image = pytest.importorskip("PIL.Image", reason="the extra `pictures` is not installed")
    from PIL import ImageOps

    drawn = image.frombytes("RGB", (width, height), random.randbytes(width * height * 3))  # type: ignore[attr-defined]
    exif = image.Exif()
    exif[0x0112], exif[0x010F] = held, SECRET.decode()
    out = io.BytesIO()
    drawn.save(out, form, exif=exif, xmp=b"<x/>" + SECRET, progressive=is_layered, icc_profile=b"colours")
    found = bare(out.getvalue())
    assert found is not None
    assert SECRET in out.getvalue()
    assert SECRET not in found
    before, after = image.open(out), image.open(io.BytesIO(found))
    assert after.info.get("icc_profile") == b"colours"
    assert ImageOps.exif_transpose(before).tobytes() == ImageOps.exif_transpose(after).tobytes()


def test_a_picture_is_published_bare(tmp_path: Path) -> None:
    whole = jpeg(40, 30)
    site(tmp_path)
    put(tmp_path, "content/2026/port.jpg", whole[:2] + segment(0xFE, SECRET) + whole[2:])
    assert run(tmp_path).problems == ()
    assert (tmp_path / "site/2026/deal/port.jpg").read_bytes() == whole


def test_one_that_is_damaged_is_published_as_it_is_and_each_build_says_so(tmp_path: Path) -> None:
    site(tmp_path)
    whole = png(4, 3)[:-6]
    put(tmp_path, "content/2026/port.jpg", whole)
    for _ in range(2):
        assert [str(problem) for problem in run(tmp_path).problems] == [
            "content/2026/port.jpg: is damaged, so what its camera wrote into it is published with it; "
            "save it again as JPEG or PNG"
        ]
        put(tmp_path, "content/2026/more.md", "---\ntitle: More\n---\n")
    assert (tmp_path / "site/2026/deal/port.png").read_bytes() == whole
