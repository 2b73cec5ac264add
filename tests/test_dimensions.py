"""Sizes of pictures by their first bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readalso.dimensions import Dimensions, is_drawing, measure
from tests.picture_files import animated_png, avif, gif, jpeg, png, webp

SIZES = st.integers(1, 10_000)


@given(SIZES, SIZES)
def test_each_kind_tells_its_size(width: int, height: int) -> None:
    assert measure(jpeg(width, height)) == Dimensions("jpeg", width, height)
    assert measure(gif(width, height)) == Dimensions("gif", width, height, is_animated=True)
    assert measure(avif(width, height)) == Dimensions("avif", width, height)
    for form in ("VP8X", "VP8L", "VP8 "):
        assert measure(webp(width, height, form)) == Dimensions("webp", width, height)


def test_png_and_what_moves() -> None:
    assert measure(png(3, 2)) == Dimensions("png", 3, 2)
    assert measure(animated_png(3, 2)) == Dimensions("png", 3, 2, is_animated=True)
    assert measure(webp(3, 2, flags=2)) == Dimensions("webp", 3, 2, is_animated=True)


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("held", range(1, 9))
def test_a_camera_held_sideways(held: int, order: str) -> None:
    wide = Dimensions("jpeg", 40, 30) if held < 5 else Dimensions("jpeg", 30, 40)
    assert measure(jpeg(40, 30, held, order)) == wide


@given(st.binary(max_size=200))
def test_any_bytes_have_an_answer(data: bytes) -> None:
    for whole in (jpeg(4, 3, 6), png(4, 3), webp(4, 3), gif(4, 3), avif(4, 3)):
        measure(whole[:16] + data)


@given(st.integers(0, 60))
def test_a_picture_that_is_cut_off(length: int) -> None:
    for whole in (jpeg(4, 3, 6), png(4, 3), webp(4, 3), gif(4, 3)):
        assert measure(whole[:length]) in (None, measure(whole))


def test_markup_is_no_picture() -> None:
    drawing = b'\xef\xbb\xbf<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'
    assert measure(drawing) is None
    assert is_drawing(drawing)
    assert not is_drawing(png(1, 1))
