"""Where the text of a web page stands: the element that its author marks as the article, or else the one densest in
text.
"""

import re
from collections.abc import Iterable
from itertools import islice

from readalso.intake.formats.furnishing import role_of
from readalso.intake.formats.trees import Element, attribute, local, walk, within

_BODY = re.compile(
    r"(?:article|story|post|entry|news|content|text|single)[ _-]{0,2}(?:body|content|text|main|article)"
    r"|\barticle\b|\bstory\b",
    re.IGNORECASE,
)
_TEXT = frozenset(("p", "li", "blockquote", "td", "pre", "dd"))
"""Elements whose text counts."""
_LOOSE = frozenset(("div", "section", "article", "main", "body", "center", "font", "span"))
"""Elements whose own text, outside all others, counts."""
_FEWEST = 25
"""Characters of a piece of text that counts; menus have shorter ones."""
_UP = 60
"""Elements around a piece of text that are told of it."""
_ENOUGH = 0.5
"""Of the text that the densest element holds, what a marked element must hold to be believed."""


def main_text(page: Element) -> Element:
    """The element that holds the article's text, with the boxes in it."""
    weights, density = _weighed(page)
    if not weights:
        return next(within(page, "body"), page)
    densest = max(density, key=lambda element: density[element])
    least = weights[densest] * _ENOUGH
    marked = (_heaviest(found, weights) for found in _marked(page))
    body = next((element for element in marked if element is not None and weights.get(element, 0) >= least), densest)
    return _with_head(body, weights)


def _weighed(page: Element) -> tuple[dict[Element, int], dict[Element, float]]:
    """The characters of text in each element, and how densely they stand in it: children count more than what is
    deeper.
    """
    weights: dict[Element, int] = {}
    density: dict[Element, float] = {}
    steps = walk(page)
    for event, element in steps:
        if event != "start":
            continue
        if role_of(element) in ("skip", "furniture", "box", "related"):
            steps.skip_subtree()
        elif (length := _length(element)) >= _FEWEST:
            for distance, around in enumerate(islice(_around(element), _UP)):
                weights[around] = weights.get(around, 0) + length
                density[around] = density.get(around, 0.0) + length / (1 + distance) * (distance < 3)
    return weights, density


def _around(element: Element) -> Iterable[Element]:
    """The elements around a piece of text, the nearest first; loose text stands in its own element."""
    if local(element) in _LOOSE:
        yield element
    yield from element.iterancestors()


def _length(element: Element) -> int:
    name = local(element)
    if name in _TEXT:
        return (
            len("".join(map(str, element.itertext())).strip())
            if not any(local(child) in _TEXT for child in element)
            else 0
        )
    own = (element.text or "", *(child.tail or "" for child in element)) if name in _LOOSE else ()
    return sum(len(part.strip()) for part in own)


def _marked(page: Element) -> Iterable[list[Element]]:
    """Elements that a page marks as its article, the surest mark first."""
    elements = [element for element in page.iter() if isinstance(element.tag, str)]
    yield [element for element in elements if "articleBody" in attribute(element, "itemprop")]
    yield [element for element in elements if local(element) == "article"]
    yield [element for element in elements if _BODY.search(f"{attribute(element, 'class')} {attribute(element, 'id')}")]
    yield [element for element in elements if local(element) == "main" or attribute(element, "role") == "main"]


def _heaviest(found: list[Element], weights: dict[Element, int]) -> Element | None:
    """The one with most text, the innermost of several with equally much."""
    return max(found, key=lambda element: weights.get(element, 0), default=None) if found else None


def _with_head(body: Element, weights: dict[Element, int]) -> Element:
    """What is around the body and has hardly more text: standfirst and boxes of references stand there."""
    around = [
        element for element in islice(body.iterancestors(), _UP) if weights.get(element, 0) <= weights[body] / _ENOUGH
    ]
    marked = next((element for element in around if local(element) in ("article", "main")), None)
    if marked is not None or local(body) in ("article", "main"):
        return body if marked is None else marked
    beside = [
        element for element in around[:_BESIDE] if not any(local(child) in _OF_PAGE for child in (element, *element))
    ]
    return next((element for element in reversed(beside) if weights.get(element, 0) <= weights[body] * _SAME), body)


_BESIDE = 2
"""Elements around a body in which its own boxes may stand."""
_SAME = 1.05
_OF_PAGE = frozenset(("html", "body", "nav", "footer", "header"))
"""Elements that belong to the page and not to the article."""
