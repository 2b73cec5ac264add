"""Names of the links to footnotes and back."""

from readalso.briefing.body import Prose
from readalso.briefing.markdown import Converter
from readalso.theme.footnotes import named


def say(key: str, number: str = "") -> str:
    return f"{key} {number}".strip()


def converted(text: str) -> str:
    (prose,) = Converter().convert(text).pieces
    assert isinstance(prose, Prose)
    return prose.html


def test_each_link_to_a_footnote_and_back_has_a_name() -> None:
    markup = named(converted("Text[^a] and more[^b].\n\n[^a]: One.\n[^b]: Two.\n"), say, "")
    assert '<a class="footnote-ref" href="#fn:a" aria-label="footnote 1">1</a>' in markup
    assert '<a class="footnote-ref" href="#fn:b" aria-label="footnote 2">2</a>' in markup
    assert '<a class="footnote-backref" href="#fnref:b" aria-label="footnote-back">↩</a>' in markup
    assert markup.count("aria-label") == markup.count("<a ")


def test_a_name_in_another_language_than_the_text_says_so() -> None:
    markup = named(converted("Text[^1].\n\n[^1]: Nota.\n"), say, "it")
    assert markup.count('" lang="it">') == 2


def test_a_text_that_speaks_of_footnotes_is_left_as_it_is() -> None:
    markup = converted('A word `<a class="footnote-ref" href="#x">` and [a link](https://wire.example/).\n')
    assert named(markup, say, "") == markup
