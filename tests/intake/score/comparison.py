"""One briefing against what is expected of it, field by field."""

import re
from collections.abc import Callable, Mapping
from difflib import SequenceMatcher
from os.path import basename
from typing import Any

from tests.intake.score.produced import Mention, Produced
from tests.intake.score.tally import Place, Tally
from tests.intake.score.wording import core, exact, has_words, loose, readings

Expectation = dict[str, Any]


def compare(tally: Tally, at: Place, wanted: Expectation, one: Produced, inputs: Mapping[str, str]) -> None:
    """Count what is right, wrong and missed in one briefing; `inputs` has the input's base name for each path."""
    texts = readings(one.body)
    _title(tally, at, wanted, one)
    _date(tally, at, wanted, one)
    if wanted.get("lang"):
        is_right = one.lang.split("-")[0] in listed(wanted["lang"])
        _settle(tally, at, "lang", is_right, bool(one.lang), f"{one.lang} for {wanted['lang']}")
    for name in ("source", "dateline_place", "byline"):
        if name in wanted:
            _stated(tally, at, name, wanted[name], getattr(one, name))
    if (number := wanted.get("body_paragraphs")) is not None:
        note = f"{one.body_paragraphs} for {number}"
        _settle(tally, at, "body_paragraphs", _within(one.body_paragraphs, number), True, note)
    for sentence in wanted.get("must_survive") or []:
        is_there = any(exact(sentence) in text for text in texts)
        is_near = is_there or any(loose(sentence) in loose(text) for text in texts)
        tally.add(at, "verbatim", int(is_there), missed=int(not is_there), note=f"lost: {sentence[:90]}")
        tally.add(at, "verbatim_loose", int(is_near), missed=int(not is_near))
    keep_out(tally, at, wanted, one.body, texts)
    _references(tally, at, wanted, one, inputs)
    _quotes(tally, at, wanted, one)
    for kind in ("people", "organisations", "places"):
        _names(tally, at, kind, wanted.get(kind) or {}, getattr(one, kind))
    _background(tally, at, wanted, one)


def absent(tally: Tally, at: Place, wanted: Expectation) -> None:
    """No briefing: all that had to be found was missed."""
    references, quotes = wanted.get("read_also") or [], wanted.get("quotes") or []
    sentences = len(wanted.get("must_survive") or [])
    missed = {
        "title": "title" in wanted,
        "body_paragraphs": "body_paragraphs" in wanted,
        "date": bool(listed(wanted.get("date"))),
        "lang": bool(wanted.get("lang")),
        "source": _is_due(wanted.get("source")),
        "dateline_place": _is_due(wanted.get("dateline_place")),
        "byline": len(listed(wanted.get("byline"))) if _is_due(wanted.get("byline")) else 0,
        "verbatim": sentences,
        "verbatim_loose": sentences,
        "refs_found": len(references),
        "refs_position": len(references),
        "refs_target": sum(_is_due(reference["target"]) for reference in references),
        "quotes": len(quotes),
        "speakers": sum(bool(quote.get("speaker")) for quote in quotes),
        **{
            kind: len((wanted.get(kind) or {}).get("must_include") or [])
            for kind in ("people", "organisations", "places")
        },
    }
    for name, count in missed.items():
        tally.add(at, name, missed=int(count), note="no briefing")


def _title(tally: Tally, at: Place, wanted: Expectation, one: Produced) -> None:
    for name, fold in (("title", exact), ("title_loose", loose)):
        if "title" in wanted:
            is_right = bool(one.title) and is_any(one.title, wanted["title"], fold)
            _settle(tally, at, name, is_right, bool(one.title), f"{one.title[:80]!r} for {wanted['title']!r}")
    if one.title and is_any(one.title, wanted.get("title_not"), loose):
        tally.add(at, "title", wrong=1, note=f"never {one.title!r}")


def _date(tally: Tally, at: Place, wanted: Expectation, one: Produced) -> None:
    """A dateline without a year: no date is as good as any with that day, and counts for nothing."""
    if day := wanted.get("date_month_day"):
        is_right = one.date is None or one.date[5:] == day
        tally.add(at, "date", int(is_right and one.date is not None), int(not is_right), note=f"{one.date} for --{day}")
    elif "date" in wanted and not listed(wanted["date"]):
        tally.add(at, "date", wrong=int(one.date is not None), note=f"{one.date} invented")
    elif "date" in wanted:
        is_right = one.date in [str(day) for day in listed(wanted["date"])]
        _settle(tally, at, "date", is_right, one.date is not None, f"{one.date} for {wanted['date']}")


def _stated(tally: Tally, at: Place, name: str, wanted: Any, got: str) -> None:
    """source, dateline_place and byline."""
    given = "" if loose(got) in ("unknown", "none", "n/a", "-") else loose(got)
    forms, note = [loose(form) for form in listed(wanted) if form], f"{got!r} for {wanted!r}"
    if not forms:
        tally.add(at, name, wrong=int(bool(given)), note=note)
    elif not given:
        tally.add(at, name, missed=int(_is_due(wanted)), note=note)
    elif name == "byline":
        hits = sum(form in given for form in forms)
        tally.add(at, name, hits, int(not hits), len(forms) - hits, note)
    else:
        is_right = any(
            given == form or (given.startswith(form) if name == "dateline_place" else has_words(form, given))
            for form in forms
        )
        tally.add(at, name, int(is_right), int(not is_right), int(not is_right and _is_due(wanted)), note)


def keep_out(tally: Tally, at: Place, wanted: Expectation, body: str, texts: list[str]) -> None:
    """Count what must not stand in `body`, whose readings are `texts`."""
    for noise in wanted.get("must_not_appear") or []:
        seen = exact(noise)
        is_there = any(seen in text for text in texts) if seen else noise in body
        tally.add(at, "noise", int(not is_there), int(is_there), note=f"kept: {noise[:60]!r}")


def _references(tally: Tally, at: Place, wanted: Expectation, one: Produced, inputs: Mapping[str, str]) -> None:
    left = list(one.read_also)
    for reference in wanted.get("read_also") or []:
        got = _nearest(reference["text"], left)
        tally.add(
            at, "refs_found", int(got is not None), missed=int(got is None), note=f"missed: {reference['text'][:80]!r}"
        )
        targets = [target and basename(target) for target in listed(reference["target"]) or [None]]
        if got is None:
            tally.add(at, "refs_target", missed=int(any(targets)))
            continue
        left.remove(got)
        _target(tally, at, got, targets, inputs)
        if (after := reference.get("after")) is not None:
            note = f"after {got.after}, not {after}: {got.text[:50]!r}"
            _settle(tally, at, "refs_position", got.after == after, got.after is not None, note)
    if wanted.get("read_also_complete"):
        for mention in left:
            tally.add(at, "refs_found", wrong=1, note=f"no reference: {mention.text[:80]!r}")
    if wanted.get("self_reference"):
        is_linked = any(inputs.get(mention.target or "") == basename(at.input) for mention in one.read_also)
        tally.add(at, "self_link", int(not is_linked), int(is_linked), note="links to itself")


def _nearest(text: str, mentions: list[Mention]) -> Mention | None:
    """The mention of that headline: the same, one that contains it, or one that differs in a few letters."""
    best, chosen = 0.0, None
    for mention in mentions:
        likeness = _likeness(core(text), core(mention.text))
        if likeness > best:
            best, chosen = likeness, mention
    return chosen if best >= 0.9 else None


def _likeness(wanted: str, got: str) -> float:
    if wanted == got:
        return 1.0
    short, long = sorted((wanted, got), key=len)
    if short and long.endswith(short) and len(short) > 0.6 * len(long):
        return 0.95
    return SequenceMatcher(None, got, wanted, False).ratio() if len(long) - len(short) < 12 else 0.0


def _target(tally: Tally, at: Place, got: Mention, targets: list[str | None], inputs: Mapping[str, str]) -> None:
    name = got.target and inputs.get(got.target, got.target)
    if name in targets:
        tally.add(at, "refs_target", int(name is not None))
        return
    note = f"{got.text[:60]!r} -> {name}, not {targets}"
    tally.add(at, "refs_target", wrong=int(name is not None), missed=int(None not in targets), note=note)
    if name == basename(at.input):
        tally.add(at, "self_link", wrong=1, note=got.text[:80])


def _quotes(tally: Tally, at: Place, wanted: Expectation, one: Produced) -> None:
    got = [(core(text), loose(speaker)) for text, speaker in one.quotes]
    used = set()
    for quote in wanted.get("quotes") or []:
        number = _same_quote(core(quote["text"]), [text for text, _ in got])
        is_found, speakers = number is not None, [loose(name) for name in listed(quote.get("speaker"))]
        tally.add(at, "quotes", int(is_found), missed=int(not is_found), note=f"missed: {quote['text'][:70]!r}")
        used.add(number)
        if speakers:
            speaker = "" if number is None else got[number][1]
            is_right = bool(speaker) and any(name in speaker for name in speakers)
            _settle(
                tally,
                at,
                "speakers",
                is_right,
                bool(speaker),
                f"{speaker!r} for {quote['speaker']!r}: {quote['text'][:50]!r}",
            )
    if wanted.get("quotes_complete"):
        texts = [core(quote["text"]) for quote in wanted.get("quotes") or []]
        for number, (text, _) in enumerate(got):
            if number not in used and _is_long(text) and not any(text in other or other in text for other in texts):
                tally.add(at, "quotes", wrong=1, note=f"no quotation: {text[:70]!r}")


def _same_quote(wanted: str, got: list[str]) -> int | None:
    """The quotation that holds the wanted words, or most of them; the nearest in length."""
    fits = [
        n
        for n, text in enumerate(got)
        if text and (wanted in text or (text in wanted and len(text) >= 0.6 * len(wanted)))
    ]
    return min(fits, key=lambda number: abs(len(got[number]) - len(wanted)), default=None)


def _is_long(text: str) -> bool:
    """Four words, or eight characters of a script without spaces; less may be a term in quotation marks."""
    return len(text.split()) >= 4 or (len(text) >= 8 and re.search(r"[\u3040-\u9fff\uac00-\ud7af]", text) is not None)


def _names(tally: Tally, at: Place, kind: str, wanted: Expectation, names: tuple[str, ...]) -> None:
    got = [loose(name) for name in names]
    for forms in wanted.get("must_include") or []:
        is_there = any(has_words(loose(form), name) for form in listed(forms) for name in got)
        tally.add(at, kind, int(is_there), missed=int(not is_there), note=f"missed: {forms}")
    for name in wanted.get("must_not") or []:
        if loose(name) in got:
            tally.add(at, kind, wrong=1, note=f"wrong: {name}")


def _background(tally: Tally, at: Place, wanted: Expectation, one: Produced) -> None:
    got = loose(" ".join(one.background))
    for text in wanted.get("background") or []:
        is_there = loose(text)[:40] in got
        _settle(tally, at, "background", is_there, bool(got), text[:60])


def _settle(tally: Tally, at: Place, name: str, is_right: bool, is_given: bool, note: str) -> None:
    """Count one answer: what is not right was missed, and is wrong as well if something was given."""
    tally.add(at, name, int(is_right), int(is_given and not is_right), int(not is_right), note)


def listed(value: Any) -> list[Any]:
    """A value that may be one or several, or None for none."""
    return [] if value is None else value if isinstance(value, list) else [value]


def _within(number: int, wanted: Any) -> bool:
    low, high = wanted if isinstance(wanted, list) else (wanted, wanted)
    return bool(low <= number <= high)


def is_any(text: str, wanted: Any, fold: Callable[[object], str]) -> bool:
    """Whether `text` is one of the wanted, as `fold` sees them."""
    return any(fold(text) == fold(one) for one in listed(wanted) if one is not None)


def _is_due(value: Any) -> bool:
    return bool(value) and None not in listed(value)
