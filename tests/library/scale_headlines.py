"""How long 20,000 references against 100,000 headlines take: `python -m tests.library.score_headlines --scale`.

The headlines are made of a vocabulary in which few words are common and most are rare, as they are in news (Zipf). Half
of the references are headlines as they are; the others have a slip, a word too many, another order, or mean nothing.
"""

import random
import resource
import time
from datetime import date, timedelta

from readalso.library.headlines import Headlines, Known

_SYLLABLES = "ba ce di fo gu ha ke li mo nu pa re si to va wel xan yor zem tri".split()


def _headlines(count: int, dice: random.Random) -> list[str]:
    words = list(dict.fromkeys("".join(dice.choices(_SYLLABLES, k=dice.randint(2, 4))) for _ in range(30_000)))
    weights = [1 / (rank + 3) for rank in range(len(words))]
    places = [word.capitalize() for word in words[2_000:4_000]]
    rows = []
    for row in iter(lambda: dice.choices(words, weights, k=8 * count), None):
        for index in range(count):
            said = row[8 * index : 8 * index + dice.randint(5, 8)]
            rows.append(f"{' '.join(said[:3])} of {dice.choice(places)} {' '.join(said[3:])} in {dice.choice(places)}")
        break
    return [row[:1].upper() + row[1:] for row in rows]


def _asked(headline: str, number: int) -> str:
    words = headline.split()
    match number % 8:
        case 0:
            words[-4] = words[-4][:-2] + words[-4][-1:]
        case 1:
            words = [*words[-2:], *words[:-2]]
        case 2:
            words.insert(3, "not")
        case 3:
            words[1] = f"unheard{number}"
        case _:
            pass
    return " ".join(words)


def scale(headlines: int = 100_000, references: int = 20_000) -> str:
    """What it took, in one line."""
    dice = random.Random(2026)
    titles = _headlines(headlines, dice)
    first = date(2020, 1, 1)
    known = [
        Known(f"{index:06}", title, (), "en", first + timedelta(days=index // 50)) for index, title in enumerate(titles)
    ]
    asker = Known("asker", "", (), "en", date(2026, 1, 1))
    asked = [_asked(dice.choice(titles), number) for number in range(references)]
    started = time.process_time()
    index = Headlines(known)
    found = sum(len(index.find(headline, asker).ids) == 1 for headline in asked)
    seconds = time.process_time() - started
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    spent = f"{seconds:.1f} s of one core, {megabytes:,.0f} MB"
    return f"{references:,} references against {headlines:,} headlines: {found:,} found, {spent}"
