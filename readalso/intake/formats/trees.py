"""XML and HTML as trees. The one importer of lxml; nothing is loaded from anywhere, and nothing grows.

Entities are never expanded. A DOCTYPE that only names a DTD, as NITF and NewsML 1.2 have it, is passed over; one with
declarations of its own is refused, since that is where bombs and reads of other files begin.
"""

import re
from collections.abc import Callable, Iterator
from html.entities import html5

from lxml import etree, html

from readalso.errors import Broken, broken
from readalso.intake.formats.characters import line
from readalso.intake.formats.encodings import decode_raw

Element = etree._Element

_LARGEST = 50_000_000
"""Bytes of one file."""
_ILLEGAL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*>\s*")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[<>]*(?P<end>[\[<>]|\Z)", re.IGNORECASE)
_CDATA = re.compile(r"(<!\[CDATA\[.*?(?:\]\]>|\Z))", re.DOTALL)
_ENTITY = re.compile(r"&(?P<name>[A-Za-z][A-Za-z0-9]{1,30});")
_BARE = re.compile(r"&(?!#\d{1,7};|#x[0-9A-Fa-f]{1,6};|(?:amp|lt|gt|quot|apos);)")
_KNOWN_TO_XML = frozenset(("amp", "lt", "gt", "quot", "apos"))
_PROLOG = re.compile(
    r"\s*(?:<\?[^>]*>\s*|<!--(?:[^-]|-(?!->))*-->\s*|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>\s*)*", re.IGNORECASE
)
_ROOT = re.compile(r"<(?:[\w.-]+:)?(?P<root>[A-Za-z][\w.-]*)[\s/>]")


def root(head: str) -> str:
    """The first element's name in the opening of a file, in lower case and without a prefix; "" where there is none."""
    prolog = _PROLOG.match(head)
    match = _ROOT.match(head, prolog.end() if prolog else 0)
    return match["root"].casefold() if match else ""


def parse(data: bytes, name: str) -> Element:
    """The root of an XML file. What is not well-formed, too deep, too large, or declares entities is `Broken`."""
    if len(data) > _LARGEST:
        raise broken(name, "is larger than 50 MB", "split it")
    text = _DECLARATION.sub("", _ILLEGAL.sub("", decode_raw(data, name).text), count=1)
    plain = _outside_cdata(_without_doctype(text, name), _spelled)
    try:
        return _parsed(plain, name)
    except Broken:
        mended = _outside_cdata(plain, lambda part: _BARE.sub("&amp;", part))
        if mended == plain:
            raise
        return _parsed(mended, name)


def page(text: str, name: str) -> Element:
    """The root of an HTML page or fragment, however untidy; one that is too deep is `Broken`."""
    parser = html.HTMLParser(remove_pis=True, remove_comments=True, huge_tree=True)
    try:
        found = html.document_fromstring(
            _DECLARATION.sub("", _ILLEGAL.sub("", text), count=1) or "<p></p>", parser=parser
        )
    except (etree.LxmlError, ValueError) as error:
        raise broken(name, "is no page that can be read", "save its text as a file of its own") from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise broken(name, "has elements inside each other by the thousand", "save its text as a file of its own")
    return found


def local(element: Element) -> str:
    """An element's name without its namespace; "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def find_all(element: Element | None, *way: str) -> list[Element]:
    """The elements at the end of a way of local names, in the order of the text."""
    found = [element] if element is not None else []
    for step in way:
        found = [child for parent in found for child in parent if local(child) == step]
    return found


def find(element: Element | None, *way: str) -> Element | None:
    """The first of `find_all`."""
    return next(iter(find_all(element, *way)), None)


def within(element: Element | None, *names: str) -> Iterator[Element]:
    """The elements at any depth, `element` among them, that have one of the local `names`, in the order of the text."""
    return element.iter(*(f"{{*}}{name}" for name in names)) if element is not None else iter(())


def walk(element: Element) -> "etree.iterwalk[tuple[str, Element]]":
    """The element and all below it, each as ("start", it) and ("end", it), in the order of the text."""
    return etree.iterwalk(element, events=("start", "end"))


def text(element: Element | None) -> str:
    """All text in an element, on one line, without what cannot be seen."""
    return line("".join(map(str, element.itertext()))) if element is not None else ""


def texts(element: Element | None, *way: str) -> tuple[str, ...]:
    """The texts at the end of a way, each once, empty ones left out."""
    return tuple(dict.fromkeys(filter(None, map(text, find_all(element, *way)))))


def attribute(element: Element | None, name: str) -> str:
    """An attribute by its local name, on one line; "" where there is none."""
    if element is None or not element.attrib:
        return ""
    if (value := element.get(name)) is not None:
        return line(value)
    return line(next((str(value) for key, value in element.items() if str(key).endswith(f"}}{name}")), ""))


def _without_doctype(text: str, name: str) -> str:
    match = _DOCTYPE.search(text, 0, 4_096)
    if not match:
        return text
    if match["end"] != ">":
        raise broken(name, "has a DOCTYPE with declarations of its own", "remove the DOCTYPE: none are read here", 1)
    return text[: match.start()] + text[match.end() :]


def _outside_cdata(text: str, change: Callable[[str], str]) -> str:
    parts = _CDATA.split(text)
    return "".join(part if index % 2 else change(part) for index, part in enumerate(parts))


def _spelled(text: str) -> str:
    """HTML's named entities as the characters they mean: feeds use them, and XML knows only five."""
    return _ENTITY.sub(
        lambda match: match[0] if match["name"] in _KNOWN_TO_XML else html5.get(f"{match['name']};", match[0]), text
    )


def _parsed(text: str, name: str) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        what = str(error.msg).partition(", line")[0]
        raise broken(
            name, f"is not well-formed XML: {what}", "ask the sender for a whole file", error.lineno or 0
        ) from error
