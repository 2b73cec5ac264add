"""Python-Markdown with our syntax. Loaded when the first text asks for it, for that takes longer than converting it."""

from collections.abc import Sequence

import markdown
from markdown import Markdown
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from readalso.briefing.body import Reference
from readalso.briefing.markdown.escaping import LabelPattern
from readalso.briefing.markdown.rules import ReferenceExtension

VERSION = (3, 11)
"""The Python-Markdown, without its patch level, that this was proved with."""
SYNTAX = {
    "preprocessors": "normalize_whitespace fenced_code_block",
    "blockprocessors": "empty indent defindent code table hashheader setextheader hr olist ulist deflist quote"
    " footnote reference read-also paragraph",
    "inlinePatterns": "backtick read-also escape footnote reference link image_link image_reference short_reference"
    " short_image_ref autolink automail linebreak entity em_strong",
    "treeprocessors": "footnote inline footnote-duplicate prettify one-heading unescape",
    "postprocessors": "raw_html footnote amp_substitute",
}
"""Its processors, by registry and in their order."""


def make(found: list[Reference], labels: LabelPattern | None) -> Markdown:
    """A Markdown that puts each reference it meets into `found`, and a gap in its place."""
    return Markdown(
        extensions=[
            TableExtension(),
            FootnoteExtension(BACKLINK_TITLE=""),
            DefListExtension(),
            FencedCodeExtension(),
            SaneListExtension(),
            ReferenceExtension(found, labels),
        ],
        output_format="html",
    )


def is_known(md: markdown.Markdown) -> bool:
    """Whether just these processors are registered, and this Python-Markdown is the one they were proved with."""
    return markdown.__version_info__[:2] == VERSION and all(
        _are(getattr(md.parser if registry == "blockprocessors" else md, registry), names.split())
        for registry, names in SYNTAX.items()
    )


def _are(registry: "markdown.util.Registry[object]", names: Sequence[str]) -> bool:
    known = len(registry) == len(names) and all(name in registry for name in names)
    return known and [registry.get_index_for_name(name) for name in names] == list(range(len(names)))
