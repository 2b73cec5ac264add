"""A site of as many briefings as one likes, made by rule, and everything in it that strains a page.

`write(root, count)` writes the site: the same count gives the same bytes always. The first briefings are the hostile
ones of HOSTILE, each at an address of its own; two in five of the rest report on one of STORIES stories, and the others
are news of any day in six years, in six languages. Every word is invented, or a plain one of its language: a language has
VOCABULARY words made of its syllables, of which few come often and most seldom, as in any text.
"""

import json
import random
from bisect import bisect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

VOCABULARY = 12_000
STORIES = 9
LAST = date(2026, 11, 6)
"""The newest day on which there are briefings."""
EVERYWHERE = "Harbours"
"""The topic of half the briefings."""
SYLLABLES = {
    "en": "mar vel dan tor ki sa rul ben ost lir gra hem po wen fal dru ner ash com ster ing ble",
    "fr": "mar vel dan tour qui sa reau ben os lier grand hé pont ven fal drou né âge com tre ment ble",
    "uk": "мар вел дан тор кі са рул бен ост лір гра ґем по вен фал дру нер щаш їв ство ний ться",
    "ar": "مار بل دان تور كي سا رول بن وست لير غرا حم فو ون فل درو نر عش قم طر ضي ظل",
    "zh": "马 尔 港 口 的 在 工 人 合 同 罢 水 坝 河 谷 议 会 声 明 夜 报 船 税 桥",
    "ja": "港 の 町 は 水 を 橋 が 議 会 で 夜 に 船 と 税 も 谷 から 川 まで 新 た",
}
SPACE = {"zh": "", "ja": ""}
END = {"zh": "。", "ja": "。"}
LANGUAGES = ("en", "en", "en", "uk", "uk", "fr", "ar", "zh", "ja")
STATUSES = ("usable", "usable", "usable", "usable", "updated", "corrected")


def vocabulary(language: str) -> tuple[str, ...]:
    """The words of a language, the most frequent one first."""
    pick = random.Random(language)
    syllables = SYLLABLES[language].split()
    most = 3 if language in SPACE else 4
    made = ("".join(pick.choices(syllables, k=pick.randrange(1, most + 1))) for _ in range(2 * VOCABULARY))
    return tuple(dict.fromkeys(made))[:VOCABULARY]


def speech(language: str) -> Callable[[random.Random, int], str]:
    """What says so many words of a language, each time others."""
    words, space = WORDS[language], SPACE.get(language, " ")
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))

    def say(pick: random.Random, count: int) -> str:
        chosen = (words[bisect(weights, pick.random() * weights[-1])] for _ in range(count))
        text = space.join(chosen)
        return text[:1].upper() + text[1:]

    return say


WORDS = {language: vocabulary(language) for language in SYLLABLES}
"""Language -> its words, the most frequent one first."""
SPEECH = {language: speech(language) for language in SYLLABLES}
"""Language -> what says so many words of it."""
PEOPLE, ORGANISATIONS, PLACES, TOPICS = (
    tuple(dict.fromkeys(form(SPEECH[tongue], random.Random(f"{kind}{number}")) for number in range(count)))
    for kind, count, tongue, form in (
        ("people", 300, "en", lambda say, pick: f"{say(pick, 1)} {say(pick, 1)}"),
        ("organisations", 120, "fr", lambda say, pick: f"{say(pick, 1)} Office"),
        ("places", 90, "uk", lambda say, pick: say(pick, 1)),
        ("topics", 40, "en", lambda say, pick: say(pick, 2)),
    )
)


@dataclass(slots=True)
class Draft:
    """A briefing to be written."""

    path: str
    matter: dict[str, Any]
    blocks: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The file."""
        front = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in self.matter.items())
        return f"---\n{front}---\n\n" + "\n\n".join(self.blocks) + "\n"


def write(root: Path, count: int, settings: str = "") -> Path:
    """Write the site into `root`; `settings` are more lines of its readalso.yml. Gives `root` back."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "readalso.yml").write_text(
        f"title: The Long Desk\nbase_url: https://long.example/\ntimezone: Europe/Kyiv\n{settings}"
    )
    decisions: dict[str, list[str]] = {}
    for draft in drafts(count):
        place = root / "content" / f"{draft.path}.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(draft.text, encoding="utf-8")
        if draft.path.startswith("story-"):
            decisions.setdefault(draft.path.partition("/")[0], []).append(draft.matter["id"])
    desk = root / "content/_desk/threads.yml"
    desk.parent.mkdir(exist_ok=True)
    desk.write_text(
        "".join(f"{ids[0]}: {{slug: {name}, add: {json.dumps(ids[1:])}}}\n" for name, ids in decisions.items())
    )
    return root


def drafts(count: int) -> Iterator[Draft]:
    """The briefings; the hostile ones first."""
    titles = [_title(number) for number in range(count)]
    for number, (name, make) in enumerate(HOSTILE.items()):
        pick = random.Random(name)
        draft = _plain(number, pick, titles, LAST - timedelta(days=number % 3))
        draft.path = f"hostile/{name}"
        make(draft, pick)
        yield draft
    for number in range(len(HOSTILE), count):
        pick = random.Random(number)
        story = number % 5 < 2
        days = pick.randrange(60) if story else int(pick.random() ** 2 * 2200)
        draft = _plain(number, pick, titles, LAST - timedelta(days=days))
        if story:
            draft.path = f"story-{number // 5 % STORIES + 1}/{number}"
        yield draft


def _title(number: int) -> str:
    pick = random.Random(f"title {number}")
    return f"{SPEECH[_language(number)](pick, pick.randrange(5, 12))} {number}"


def _language(number: int) -> str:
    return LANGUAGES[number % len(LANGUAGES)]


def _plain(number: int, pick: random.Random, titles: list[str], day: date) -> Draft:
    """A briefing as most are."""
    language = _language(number)
    say, end = SPEECH[language], END.get(language, ".")
    blocks = [_paragraph(language, pick) for _ in range(pick.randrange(3, 8))]
    for other in pick.sample(range(len(titles)), pick.randrange(3)):
        blocks.insert(1, f"Read also: [[{titles[other]}]]" if pick.random() < 0.8 else f"Read also: [[{say(pick, 7)}]]")
    people = pick.sample(PEOPLE[: 20 + number % 280], pick.randrange(4))
    status = STATUSES[number % len(STATUSES)]
    matter = {
        "id": f"made-{number:06}",
        "title": titles[number],
        "date": f"{day}T{pick.randrange(5, 22):02}:{pick.randrange(60):02}",
        "language": language,
        "summary": say(pick, pick.randrange(12, 40)) + end,
        "key_points": [say(pick, 12) + end for _ in range(number % 4)],
        "status": status,
        "people": people,
        "organisations": pick.sample(ORGANISATIONS, pick.randrange(3)),
        "places": pick.sample(PLACES, pick.randrange(3)),
        "topics": [*([EVERYWHERE] if number % 2 else []), *pick.sample(TOPICS, pick.randrange(1, 3))],
        "source": {"name": f"{ORGANISATIONS[number % 5]} Wire", "url": f"https://wire.example/{number}"},
    }
    if status != "usable":
        matter["updated"] = f"{day + timedelta(days=1)}T09:00"
    if status == "corrected":
        matter["correction"] = say(pick, 14) + end
    if people:
        matter["quotes"] = [{"speaker": people[0], "text": blocks[0]}]
    return Draft(f"{day:%Y}/{number}", matter, blocks)


def _paragraph(language: str, pick: random.Random) -> str:
    end, gap = END.get(language, "."), "" if language in SPACE else " "
    return gap.join(SPEECH[language](pick, pick.randrange(8, 22)) + end for _ in range(pick.randrange(1, 4)))


def _headline_of_200(draft: Draft, pick: random.Random) -> None:
    draft.matter["title"] = SPEECH["en"](pick, 60)[:200].strip()


def _headline_of_one_word(draft: Draft, pick: random.Random) -> None:
    draft.matter["title"] = "Over"


def _unbroken(draft: Draft, pick: random.Random) -> None:
    word = "Harbour" * 40
    draft.matter |= {
        "title": word,
        "summary": word,
        "key_points": [word],
        "people": [word],
        "organisations": [word + "s"],
        "topics": [word + "ing"],
        "correction": word,
        "status": "corrected",
        "byline": word,
        "dateline": word,
        "source": {"name": word, "url": f"https://{'wire' * 14}.example/{word}"},
        "quotes": [{"speaker": word, "text": word}],
    }
    draft.blocks = [word, f"## {word}", f"Read also: [[{word * 2}]]", f"- {word}\n- {word}", f"> {word}", f"`{word}`"]


def _bare(draft: Draft, pick: random.Random) -> None:
    draft.matter = {"id": draft.matter["id"], "title": "A headline and nothing else"}
    draft.blocks = []


def _without_a_summary(draft: Draft, pick: random.Random) -> None:
    draft.matter |= {"summary": "", "key_points": [], "people": []}


def _sixty_names(draft: Draft, pick: random.Random) -> None:
    draft.matter |= {
        "people": list(PEOPLE[:60]),
        "organisations": list(ORGANISATIONS[:60]),
        "places": list(PLACES[:60]),
    }


def _much_cited(draft: Draft, pick: random.Random) -> None:
    draft.matter["title"] = CITED


def _citing(draft: Draft, pick: random.Random) -> None:
    draft.blocks.insert(1, f"Read also: [[{CITED}]]")


def _thirty_quotes(draft: Draft, pick: random.Random) -> None:
    said = [SPEECH["en"](pick, pick.randrange(3, 40)) for _ in range(30)]
    draft.matter["people"] = list(PEOPLE[:3])
    draft.matter["quotes"] = [{"speaker": PEOPLE[index // 10], "text": text} for index, text in enumerate(said)]
    draft.blocks = [f"“{text},” they said." for text in said]


def _fifty_corrections(draft: Draft, pick: random.Random) -> None:
    draft.matter |= {
        "status": "corrected",
        "corrections": [
            {"date": f"2026-{1 + index % 10:02}-{1 + index % 28:02}", "text": SPEECH["en"](pick, 18)}
            for index in range(50)
        ],
    }


def _rich_text(draft: Draft, pick: random.Random) -> None:
    columns = [SPEECH["en"](pick, 2) for _ in range(12)]
    row = "| " + " | ".join(columns) + " |"
    draft.blocks = [
        "\n".join([row, "| " + " | ".join([":--", "--:", ":-:"] * 4) + " |", *[row] * 6]),
        "```python\n" + f"{'long_name_' * 30} = {{{{ made }}}}\n" * 4 + "```",
        "A claim[^1] and another[^2], and the first one[^1] again.",
        "> One said:\n>\n> > Another said:\n> >\n> > > A third said it first.\n>\n> - a list\n> - in a quotation",
        "1. One\n    1. One in one\n        - and in that\n2. Two",
        "Term\n:   What it means\n:   What else it means",
        "## Heading\n\n### Below it\n\n#### And below that",
        "***",
        "<script>alert(1)</script> & <b>not bold</b> {{ nothing }}",
        f"A [link](https://long.example/{'path/' * 40}) and https://long.example/{'path/' * 40}",
        "مرحبا English ١٢٣ שלום — 新闻 “mixed” in one line",
        f"[^1]: {SPEECH['en'](pick, 30)}\n\n[^2]: {SPEECH['uk'](pick, 30)}",
    ]


def _many_references(draft: Draft, pick: random.Random) -> None:
    draft.blocks += [
        f"Read also: [[{CITED}]]" if place % 2 else f"Read also: [[{SPEECH['en'](pick, 20)}]]" for place in range(12)
    ]
    draft.blocks += [f"Inside a sentence [[{CITED}]] and [[{SPEECH['uk'](pick, 9)}]] stand."]
    draft.matter["read_also"] = [CITED, SPEECH["ar"](pick, 8)]


def _eight_hundred_words(draft: Draft, pick: random.Random) -> None:
    draft.matter |= {"people": list(PEOPLE[:5]), "organisations": list(ORGANISATIONS[:2]), "places": list(PLACES[:1])}
    draft.matter["quotes"] = [{"speaker": PEOPLE[one], "text": SPEECH["en"](pick, 12)} for one in range(3)]
    draft.blocks = [SPEECH["en"](pick, 40) + "." for _ in range(20)]
    draft.blocks[5:5] = [f"Read also: [[{CITED}]]"]


def _in(language: str) -> Callable[[Draft, random.Random], None]:
    def change(draft: Draft, pick: random.Random) -> None:
        say, end = SPEECH[language], END.get(language, ".")
        draft.matter |= {
            "language": language,
            "title": say(pick, 14),
            "summary": say(pick, 30) + end,
            "key_points": [say(pick, 12) + end] * 3,
            "quotes": [{"speaker": PEOPLE[0], "text": say(pick, 20)}],
        }
        draft.blocks = [_paragraph(language, pick) for _ in range(6)]
        draft.blocks += [
            f"Read also: [[{CITED}]]",
            f"Read also: [[{say(pick, 10)}]]",
            f"> {_paragraph(language, pick)}",
        ]

    return change


def _with(**matter: Any) -> Callable[[Draft, random.Random], None]:
    def change(draft: Draft, pick: random.Random) -> None:
        draft.matter |= matter
        for key in [key for key, value in matter.items() if value is None]:
            del draft.matter[key]

    return change


CITED = "What everybody refers to"
HOSTILE: Mapping[str, Callable[[Draft, random.Random], None]] = {
    "headline-of-200": _headline_of_200,
    "headline-of-one-word": _headline_of_one_word,
    "unbroken": _unbroken,
    "bare": _bare,
    "no-summary": _without_a_summary,
    "sixty-names": _sixty_names,
    "cited": _much_cited,
    "quotes": _thirty_quotes,
    "corrections": _fifty_corrections,
    "rich": _rich_text,
    "references": _many_references,
    "800-words": _eight_hundred_words,
    **{f"in-{language}": _in(language) for language in SYLLABLES},
    "undated": _with(date=None, updated=None, not_before="2026-10-01"),
    "draft": _with(status="draft"),
    "embargoed": _with(status="embargoed", embargo="2030-01-01"),
    "withdrawn": _with(status="withdrawn", updated="2026-11-05"),
    "expired": _with(expires="2026-01-01"),
    "future": _with(date="2030-01-01"),
    "moved": _with(aliases=["/hostile/before/"]),
    **{f"citing-{number}": _citing for number in range(40)},
}
"""The end of an address below /hostile/ -> what makes a plain briefing hostile."""
