"""Two spellings of one address are equal."""

import pytest

from readalso.library.originals import canonical


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("https://www.wire.example/a/b/?utm_source=x&fbclid=2#top", "wire.example/a/b"),
        ("HTTP://Wire.Example:80/a/b", "wire.example/a/b"),
        ("https://wire.example/a/b/index.html", "wire.example/a/b"),
        ("https://wire.example/story?id=7&utm_medium=mail", "wire.example/story?id=7"),
        ("https://wire.example/caf%C3%A9", "wire.example/café"),
        ("https://wire.example:8443/a", "wire.example:8443/a"),
        ("https://wire.example/", ""),
        ("https://wire.example:port/a", ""),
        ("ftp://wire.example/a", ""),
        ("javascript:alert(1)", ""),
        ("/2026/port-deal/", ""),
        ("", ""),
    ],
)
def test_what_does_not_tell_two_articles_apart_is_left_out(url: str, same: str) -> None:
    assert canonical(url) == same
