"""`readalso why HEADLINE`: which briefing a headline means, and how the program came to think so."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from readalso.build import recall, survey
from readalso.commands.job import add_build_arguments, job_of, root_of, settings_of
from readalso.library.headlines import Headlines, Known
from readalso.library.library import Entry, Library, headlines, known
from readalso.report import Voice, count
from readalso.settings import Settings

_RUNGS = {
    "exact": "the same characters",
    "folded": "but for case, quotation marks, dashes and spaces",
    "alias": "as another headline of the briefing",
    "trimmed": "without tags before it, speaker or site after it",
    "cut": "as the beginning of a headline",
    "near": "the words that carry something are the same",
}


def add_arguments(parser: ArgumentParser) -> None:
    """What to ask about."""
    parser.add_argument(
        "asked", metavar="HEADLINE|FILE|URL", help="a headline, or a briefing whose references to explain"
    )
    add_build_arguments(parser)


def run(args: Namespace, voice: Voice) -> int:
    """Explain one headline, or each reference of one briefing."""
    root = root_of(args)
    settings = settings_of(args, root)
    job = job_of(args, root, settings)
    library = survey(job, recall(job), voice).library
    entry = _briefing(library, args.asked)
    index = headlines(library, settings)
    asked = [(reference.headline, known(entry, settings)) for reference in entry.facts.references] if entry else []
    for headline, asker in asked or [(args.asked, _desk(settings))]:
        for line in _explain(headline, asker, index, library):
            voice.say(line)
    return 0


def _briefing(library: Library, asked: str) -> Entry | None:
    """The briefing that a file's path, an address or an id names."""
    name = asked.removeprefix("content/").removesuffix("index.html")
    for entry in library.entries.values():
        if name in (entry.facts.path, entry.url, entry.url.strip("/"), entry.id):
            return entry
    return None


def _desk(settings: Settings) -> Known:
    """Somebody who asks out of the blue: no text, no date, the site's language."""
    return Known("", "", (), settings.language)


def _explain(headline: str, asker: Known, index: Headlines, library: Library) -> Iterator[str]:
    yield f'"{headline}"'
    for rung, ids in index.steps(headline, asker):
        answers = ", ".join(_name(library, id) for id in ids) or "nothing answers"
        yield f"  {rung} ({_RUNGS[rung]}): {answers}"
    answer = index.find(headline, asker)
    if len(answer.ids) == 1:
        yield f"  so it means {_name(library, answer.ids[0])}"
    elif answer.ids:
        equal = count(len(answer.ids), "briefing")
        yield f"  so it waits: {equal} have an equal claim; give one of them an alias of its own"
    else:
        yield from _unanswered(headline, asker, index, library)


def _unanswered(headline: str, asker: Known, index: Headlines, library: Library) -> Iterator[str]:
    hidden = Headlines(Known(entry.id, entry.facts.matter.title) for entry in library.hidden)
    for id in hidden.find(headline, asker).ids:
        held = next(entry for entry in library.hidden if entry.id == id)
        reason = held.held.reason if held.held else ""
        yield f"  content/{held.facts.path} has that headline and is held back ({reason})"
    for refusal in index.refusals(headline, asker):
        yield f"  not {_name(library, refusal.id)}: {refusal.why}"
    yield "  so it waits until a briefing of that headline or alias arrives"


def _name(library: Library, id: str) -> str:
    entry = library.entries[id]
    return f'content/{entry.facts.path} ("{entry.facts.matter.title}")'
