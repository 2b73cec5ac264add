"""Articles for the benchmark, made by rule: a number of them and a seed give the same ones always.

Each has a headline, twelve paragraphs or so, some emphasis, links, lists and quotations, names that come again and
again as they do in the news, and up to three references to other articles; one reference in twenty waits for an article
that is not there. Every name and sentence is invented.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate, count
from pathlib import Path

SYLLABLES = "mar vel dan tor ki sa rul ben ost lir gra hem po wen fal dru ner ash".split()
ROLES = "council ministry harbour office union court agency institute bank exchange".split()
ACTS = "opens halts backs drops weighs audits funds moves sells mends lists bans".split()
MATTERS = "dredging ferries pensions turbines orchards archives tolls wells kilns granaries tunnels beacons".split()
WHENS = "before winter|after a long night|without a vote|for a second year|in a hurry|as promised|at last".split("|")
VERBS = "told the assembly that|wrote to the mayors that|repeated that|denied that|let it be known that".split("|")
CLAIMS = (
    "the pumps would run again by the end of the week|nobody had been asked to leave the valley"
    "|the sum covers wages, fuel and the new lock gates|the figures differ from those of last spring"
    "|two of the five bidders had not read the tender|rain had washed out the lower road"
    "|the text isn't final and won't be for some time|a third reading was set for the autumn session"
).split("|")
TOPICS = [f"{matter.capitalize()}" for matter in MATTERS] + [role.capitalize() + "s" for role in ROLES]
KINDS = ("people", "organisations", "places", "topics")


@dataclass(frozen=True, slots=True)
class Article:
    """One article; its blocks are Markdown, and a number among them is the place of a reference."""

    slug: str
    title: str
    date: datetime
    source: str
    summary: str
    names: dict[str, list[str]]
    blocks: list[str | int]
    """A number is that of the article referred to; a negative one waits."""


def articles(size: int, seed: int = 7) -> list[Article]:
    """The articles, oldest first."""
    pick = random.Random(f"{seed}/{size}")
    pools = {
        "people": [f"{_word(pick)} {_word(pick)}" for _ in range(700)],
        "organisations": [f"{_word(pick)} {pick.choice(ROLES)}" for _ in range(260)],
        "places": [_word(pick) for _ in range(180)],
        "topics": TOPICS,
    }
    pools = {kind: list(dict.fromkeys(names)) for kind, names in pools.items()}
    weights = {kind: list(accumulate(1 / (rank + 4) for rank in range(len(pool)))) for kind, pool in pools.items()}
    taken: set[str] = set()
    start = datetime(2018, 3, 1, 5, 0, tzinfo=UTC)
    found = []
    for number in range(size):
        names = {
            kind: list(dict.fromkeys(pick.choices(pool, cum_weights=weights[kind], k=pick.randrange(1, 5))))
            for kind, pool in pools.items()
        }
        title, slug = _headline(pick, names, taken)
        date = start + timedelta(minutes=number * (3_700_000 // size) + pick.randrange(60))
        summary = f"{names['people'][0]} {pick.choice(VERBS)} {pick.choice(CLAIMS)}."
        found.append(Article(slug, title, date, pick.choice(pools["organisations"][:6]), summary, names, []))
        found[-1].blocks.extend(_blocks(pick, found[-1], number, size))
    return found


def _word(pick: random.Random) -> str:
    return "".join(pick.choices(SYLLABLES, k=pick.choice((2, 2, 3)))).capitalize()


def _headline(pick: random.Random, names: dict[str, list[str]], taken: set[str]) -> tuple[str, str]:
    for attempt in count():
        body, place = names["organisations"][0], names["places"][0]
        title = f"{body} {pick.choice(ACTS)} {place} {pick.choice(MATTERS)} {pick.choice(WHENS)}"
        if pick.random() < 0.3:
            title = f"“{pick.choice(CLAIMS).capitalize()}” – {names['people'][0]} on {pick.choice(MATTERS)} in {place}"
        if attempt > 5:
            title += f" ({attempt})"
        slug = "-".join("".join(char if char.isascii() and char.isalnum() else " " for char in title.lower()).split())
        if slug not in taken:
            taken.add(slug)
            return title, slug
    raise AssertionError


def _blocks(pick: random.Random, article: Article, number: int, size: int) -> Iterator[str | int]:
    for place in range(pick.randrange(9, 15)):
        kind = pick.random()
        if kind < 0.05:
            yield "\n".join(f"- {pick.choice(CLAIMS)}" for _ in range(3))
        elif kind < 0.1:
            yield "\n".join(f"> {_sentence(pick, article)}" for _ in range(2))
        else:
            yield " ".join(_sentence(pick, article) for _ in range(pick.randrange(1, 4))) + _extra(pick)
        if place and pick.random() < 0.12:
            yield -1 - pick.randrange(10_000) if pick.random() < 0.05 else _other(pick, number, size)


def _extra(pick: random.Random) -> str:
    kind = pick.random()
    if kind < 0.06:
        return f" It was a **{pick.choice(ACTS)}** to some and a *{pick.choice(MATTERS)}* to others."
    return f" See the [minutes](https://register.example/{pick.randrange(9999)})." if kind < 0.12 else ""


def _sentence(pick: random.Random, article: Article) -> str:
    who = pick.choice(article.names["people"] + article.names["organisations"])
    said = f"{who} {pick.choice(VERBS)} {pick.choice(CLAIMS)}, and {pick.choice(CLAIMS)}"
    return (
        f"{said}."
        if pick.random() < 0.8
        else f"“{said[:1].upper()}{said[1:]},” {who} said in {article.names['places'][0]}."
    )


def _other(pick: random.Random, number: int, size: int) -> int:
    """Mostly a recent one."""
    near = number - 1 - int(pick.expovariate(1 / 50))
    return near if near >= 0 else (number + 1) % size


def write(found: list[Article], folder: Path, reference: "Dialect") -> None:
    """Put the articles into a folder as Markdown with YAML front matter, references in the dialect of a generator."""
    folder.mkdir(parents=True, exist_ok=True)
    for article in found:
        front = [
            f"title: {json.dumps(article.title, ensure_ascii=False)}",
            f"slug: {article.slug}",
            f"date: {article.date:%Y-%m-%dT%H:%M:%SZ}",
            f"source: {json.dumps(article.source)}",
            f"summary: {json.dumps(article.summary, ensure_ascii=False)}",
            *(f"{kind}: {json.dumps(article.names[kind])}" for kind in KINDS),
        ]
        blocks = [block if isinstance(block, str) else reference(found, block) for block in article.blocks]
        (folder / f"{article.slug}.md").write_text("\n".join(["---", *front, "---", "", "\n\n".join(blocks), ""]))


class Dialect:
    """How a generator writes a reference to another article."""

    def __call__(self, found: list[Article], number: int) -> str:
        """A line for a number among an article's blocks."""
        return f"Read also: {missing(number) if number < 0 else found[number].title}"


class Hugo(Dialect):
    """Hugo is given the article's file, so that it has no headline to look for."""

    def __call__(self, found: list[Article], number: int) -> str:
        """A shortcode, or plain words where there is nothing to refer to."""
        return super().__call__(found, number) if number < 0 else f'{{{{< readalso "{found[number].slug}" >}}}}'


def missing(number: int) -> str:
    """The headline of an article that has not come."""
    return f"Article number {-number} that nobody has filed so far"
