from io import StringIO

import pytest

from readalso.errors import Problem
from readalso.report import Voice, count


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def voice(out: StringIO, err: StringIO, is_quiet: bool = False, is_verbose: bool = False) -> Voice:
    return Voice(out, err, is_quiet, is_verbose)


def test_results_go_out_and_problems_go_to_stderr() -> None:
    out, err = StringIO(), StringIO()
    speaker = voice(out, err)
    speaker.say("made 2 pages")
    speaker.detail("why")
    speaker.show([Problem("b.md", 2, 0, "x", is_warning=True), Problem("a.md", 1, 0, "y")])
    speaker.fail("stops")
    assert out.getvalue() == "made 2 pages\n"
    assert err.getvalue() == "error: a.md:1: y\nwarning: b.md:2: x\nerror: stops\n"


def test_a_quiet_run_says_problems_only() -> None:
    out, err = StringIO(), Terminal()
    speaker = voice(out, err, is_quiet=True)
    speaker.say("x")
    speaker.progress(1, 2, "reading")
    assert out.getvalue() + err.getvalue() == ""
    speaker.show([Problem("a", 0, 0, "y")])
    assert "a: y" in err.getvalue()


def test_a_verbose_run_says_details() -> None:
    out = StringIO()
    voice(out, StringIO(), is_verbose=True).detail("why")
    assert out.getvalue() == "why\n"


def test_what_a_file_holds_cannot_steer_the_terminal() -> None:
    out, err = StringIO(), Terminal()
    speaker = voice(out, err, is_verbose=True)
    for speak in (speaker.say, speaker.detail, speaker.fail):
        speak("a\x1b]0;pwned\x07\x9b2J\u202eb\udcff")
    speaker.show([Problem("\x1b[2J.md", 1, 1, "\x08\x08", "\x1bc")])
    said = out.getvalue() + err.getvalue().replace("\x1b[31m", "").replace("\x1b[0m", "")
    assert not set("\x1b\x07\x08\x9b\u202e\udcff") & set(said)


@pytest.mark.parametrize(
    ("name", "value", "is_painted"),
    [("NO_COLOR", "1", False), ("TERM", "dumb", False), ("NO_COLOR", "", True), ("TERM", "xterm", True)],
)
def test_colour_is_for_a_terminal_that_wants_it(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, is_painted: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv(name, value)
    err = Terminal()
    voice(StringIO(), err).fail("x")
    assert ("\x1b[31m" in err.getvalue()) == is_painted


def test_a_file_gets_no_colour_and_no_bar() -> None:
    err = StringIO()
    speaker = voice(StringIO(), err)
    speaker.fail("x")
    speaker.progress(1, 2, "reading")
    assert err.getvalue() == "error: x\n"


def test_a_bar_ends_as_an_empty_line() -> None:
    err = Terminal()
    speaker = voice(StringIO(), err)
    speaker.progress(1, 2, "reading")
    speaker.progress(2, 2, "reading")
    assert err.getvalue() == f"reading [{'#' * 15}{'.' * 15}] 1/2\r\r\x1b[K"


def test_counts_are_words() -> None:
    assert (count(1, "page"), count(1_200, "page"), count(0, "entry", "entries")) == (
        "1 page",
        "1,200 pages",
        "0 entries",
    )
