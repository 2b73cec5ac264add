"""The sentences around references: text is read once, and where each reference has a line of its own only its end."""

from hypothesis import given
from hypothesis import strategies as st

from readalso.briefing.body import Reference
from readalso.briefing.markdown import sentences

MARKS = ("<p>", "</p>", "<ul>", "<li>", "</li>", "a", "Deal.", " ", "\n", "&amp;", "<em>", '"', "!")
PROSES = st.lists(st.sampled_from(MARKS), max_size=12).map("".join)


@given(st.lists(PROSES, min_size=1, max_size=5))
def test_references_on_lines_of_their_own_have_the_sentences_they_have_among_others(proses: list[str]) -> None:
    found = [Reference(f"H{number}", "", "Read also") for number in range(len(proses) - 1)]
    amid = list(sentences._amid(found, proses))
    assert list(sentences.with_sentences(found, proses)) == amid
