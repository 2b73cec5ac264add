"""What the elements of a web page are by their names, classes and roles: text, boxes of links, credits, furniture.

Classes are free words, but sites agree on them to a surprising degree; they are compared word by word, so that
"headline" is not "head" and "loading" is not "ad".
"""

import itertools
import re
from functools import lru_cache

from readalso.intake.formats.markup import ROLES, Role
from readalso.intake.formats.trees import Element, attribute, local

_WORDS: dict[Role, str] = {
    "skip": "hidden sr visuallyhidden screenreader badge premium icon skiplink lightbox modal popup overlay"
    " cookie cookies"
    " consent gdpr captcha noprint",
    "furniture": "share sharing shares social newsletter newsletters subscribe subscription subscriptions promo"
    " promotion advert"
    " advertisement advertising ad ads adslot adbox banner sponsor sponsored sponsors comment comments disqus"
    " breadcrumb"
    " breadcrumbs menu nav navbar navigation popular trending mostread recommended recommendations taboola outbrain"
    " paywall login signup signin toolbar donate rating poll quiz footer topbar pagination pager widget ticker"
    " subscribebox follow followus tools actions tag tags taglist topics keywords reactions bio aboutauthor"
    " partners disclaimer",
    "related": "related relatedlinks relatedarticles readalso readmore seealso alsoread recirc onward similar"
    " furtherreading"
    " morestories teaser teasers insetlink inlinelink",
    "credit": "byline bylines author authors timestamp pubdate credit credits photocredit source copyright"
    " dateline published"
    " posted entrymeta postmeta articlemeta metadata",
    "caption": "caption captions figcaption wpcaption imagecaption",
    "standfirst": "standfirst deck dek subtitle subheadline subhead chapo excerpt strapline teasertext"
    " articlelead articlelede"
    " summary abstract sapo",
}
_ROLE: dict[str, Role] = {word: role for role, words in reversed(_WORDS.items()) for word in words.split()}
_SPLIT = re.compile(r"[^A-Za-z]+|(?<=[a-z])(?=[A-Z])")
_PARTS = (
    ("read", "also"), ("read", "more"), ("see", "also"), ("also", "read"), ("most", "read"), ("about", "author"),
    ("author", "bio"), ("sign", "up"), ("log", "in"), ("follow", "us"), ("photo", "credit"), ("sub", "title"),
    ("more", "stories"), ("further", "reading"), ("image", "caption"), ("wp", "caption"), ("screen", "reader"),
    ("visually", "hidden"), ("related", "articles"), ("entry", "meta"), ("post", "meta"), ("article", "meta"),
    ("sub", "headline"), ("article", "lead"), ("tag", "list"), ("ad", "slot"),
)  # fmt: skip
"""Words that mean something together."""
_LANDMARKS: dict[str, Role] = {
    "navigation": "skip",
    "search": "skip",
    "dialog": "skip",
    "alert": "skip",
    "alertdialog": "skip",
    "menu": "skip",
    "contentinfo": "furniture",
    "banner": "furniture",
    "complementary": "box",
    "img": "skip",
}
"""ARIA roles."""
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WHOLE = frozenset(("html", "body", "main", "article"))
"""Elements that are never furniture, whatever their classes say of their pages."""
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def role_of(element: Element) -> Role:
    """What an element of a page does to the text in it."""
    name = local(element).casefold()
    by_name = ROLES.get(name, "inline")
    if by_name == "skip" or is_hidden(element):
        return "skip"
    if name in _WHOLE or not (element.attrib or name == "time"):
        return by_name
    if name == "time" and _is_alone(element):
        return "credit"
    words = " ".join(attribute(element, key) for key in ("class", "id", "itemprop", "rel"))
    by_class = _LANDMARKS.get(attribute(element, "role"), "inline")
    by_class = _of_words(words) if by_class == "inline" else by_class
    return by_name if by_class == "inline" or not _applies(by_class, name, by_name) else by_class


def _is_alone(element: Element) -> bool:
    """Whether nothing stands on the line with an element: a time of its own, and not one in a sentence."""
    around = element.getparent()
    before = element.getprevious()
    near = (
        element.tail,
        around.text if around is not None and before is None else before.tail if before is not None else "",
    )
    return not any((words or "").strip() for words in near) and (
        around is None or local(around) not in ("p", "li", "span", "a")
    )


def is_hidden(element: Element) -> bool:
    """Whether readers do not see an element."""
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_HIDDEN_STYLE.search(element.get("style") or ""))
    )


def _applies(role: Role, name: str, by_name: Role) -> bool:
    """Classes tell what blocks are, and which pieces of a line nobody sees; a linked headline may have any."""
    if by_name == "inline":
        return role == "skip" or (
            role in ("credit", "furniture", "caption") and name not in ("a", "b", "em", "i", "strong")
        )
    return not (name in _HEADINGS and role in ("related", "credit"))


@lru_cache(maxsize=4096)
def _of_words(printed: str) -> Role:
    words = [word.casefold() for word in _SPLIT.split(printed) if word]
    pairs = {a + b for a, b in itertools.pairwise(words)} & {a + b for a, b in _PARTS}
    found = [_ROLE[word] for word in (*words, *pairs) if word in _ROLE]
    return min(found, key=list(_WORDS).index, default="inline")
