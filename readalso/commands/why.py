"""`readalso why HEADLINE`: which briefing a headline means, and how the program came to think so."""

import shlex
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import dataclass

from readalso.briefing.body import Reference
from readalso.build import recall, survey
from readalso.commands.briefings import find, is_name, the
from readalso.commands.flags import add_build_arguments, root_of
from readalso.commands.job import job_of, settings_of
from readalso.errors import UsageError
from readalso.library import rulings
from readalso.library.headlines import RUNGS, Headlines, Known
from readalso.library.library import Entry, Library, headlines, known
from readalso.library.links import decide
from readalso.library.reasons import explain
from readalso.library.rulings import Ruling
from readalso.library.waiting import by_id, held_back, hidden_headlines
from readalso.report import Voice, count
from readalso.settings import Settings
from readalso.words import headline_key, printable

_SIGNS = '$`\\"!'
"""What a shell acts on between double quotes."""


def add_arguments(parser: ArgumentParser) -> None:
    """What to ask about."""
    parser.add_argument(
        "asked", metavar="HEADLINE|FILE|URL|ID", help="a headline, or a briefing whose references to explain"
    )
    add_build_arguments(parser)


def run(args: Namespace, voice: Voice) -> int:
    """Explain one headline, or each reference of one briefing."""
    root = root_of(args)
    settings = settings_of(args, root)
    job = job_of(args, root, settings)
    library = survey(job, recall(job), voice).library
    answers = Answers(library, settings, rulings.load(root))
    for line in answers.lines(args.asked):
        voice.say(line)
    return 0


@dataclass(frozen=True)
class Answers:
    """Explains what references mean in one library."""

    library: Library
    settings: Settings
    ruled: tuple[Ruling, ...] = ()
    """The desk's rulings, as they stand in the file."""

    def lines(self, asked: str) -> Iterator[str]:
        """The explanation of a headline, or of all references of the briefing that is named."""
        entry = find(self.library, asked, self.settings.base_url)
        if entry is None and is_name(asked, self.settings.base_url):
            entry = the(self.library, asked, self.settings.base_url)
        if entry is None:
            if not headline_key(asked):
                raise UsageError("a headline, or a briefing, is needed: readalso why HEADLINE")
            yield from self._explain(Reference(asked), Known("", "", (), self.settings.language), self._index())
            return
        if not entry.facts.references:
            yield f"{entry.file} refers to nothing"
        index = self._index()
        for reference in entry.facts.references:
            yield from self._explain(reference, known(entry, self.settings), index)
        yield from explain(self.library, entry.id)

    def _index(self) -> Headlines:
        return headlines(self.library, self.settings)

    def _explain(self, reference: Reference, asker: Known, index: Headlines) -> Iterator[str]:
        yield f'"{reference.headline}"' + (f" ({reference.href})" if reference.href else "")
        answer = decide(asker, reference, index, self.library.rulings)
        if answer.how == "pinned":
            yield from self._ruling_lines(reference, asker)
        else:
            yield from self._step_lines(reference, asker, index)
        if len(answer.ids) == 1:
            rung = RUNGS[answer.how]
            yield f"  so it means {self._file(answer.ids[0])}: {rung.reason} (score {rung.score:.2f})"
        elif answer.ids:
            yield f"  so it waits: {count(len(answer.ids), 'briefing')} have an equal claim;"
            yield f"  say which with: readalso link {_quoted(reference.headline)} FILE"
        else:
            yield from self._waits(reference, asker, index)

    def _step_lines(self, reference: Reference, asker: Known, index: Headlines) -> Iterator[str]:
        """The rungs, down to the one that decides, and who answers there."""
        without = self.library.rulings.without(reference.headline, asker.id)
        *empty, last = index.steps(reference.headline, asker, reference.href, without)
        nothing = [step.how for step in (*empty, last) if not step.ids]
        if nothing:
            yield f"  no briefing is found by: {', '.join(nothing)}"
        for id in last.ids:
            yield f"  {last.how} ({RUNGS[last.how].question}): {self._name(id)}"
        if len(last.ids) > 1 and asker.day:
            yield f"  a text refers back rather than ahead, and this one is of {asker.day.isoformat()}"
        for id in sorted(without):
            yield f"  not {self._name(id)}: the desk refuses it in {rulings.FILE}"

    def _ruling_lines(self, reference: Reference, asker: Known) -> Iterator[str]:
        """The lines of links.yml that decided."""
        key = headline_key(reference.headline)
        for one in self.ruled:
            if (one.means and headline_key(one.headline) == key) or one.instead_of:
                what = f"{one.instead_of} is now {one.means}" if one.instead_of else f"it means {one.means}"
                yield f"  pinned: {rulings.FILE}:{one.line} says that {what}" + (f" ({one.said})" if one.said else "")

    def _waits(self, reference: Reference, asker: Known, index: Headlines) -> Iterator[str]:
        """Why nothing is meant: what is held back, what is like it, and what to do."""
        if headline_key(reference.headline) in map(headline_key, (asker.headline, *asker.aliases)) and asker.id:
            yield "  so it means nothing: it is the headline of the text in which it stands; remove the reference"
            return
        if held := self._held(reference, asker):
            for entry in held:
                yield f"  {entry.file} is meant, but {held_back(entry)}, so no page shows it"
            yield "  so it waits until that is public"
            return
        for refusal in index.refusals(reference.headline, asker):
            yield f"  not {self._name(refusal.id)}: {refusal.why}"
        yield "  so it waits until a briefing of that headline arrives;"
        yield f"  if one tells the same story, say so with: readalso link {_quoted(reference.headline)} FILE"

    def _held(self, reference: Reference, asker: Known) -> list[Entry]:
        """The briefings that would be meant, and are held back."""
        hidden = hidden_headlines(self.library, self.settings)
        pinned = self.library.rulings.pinned(reference.headline, asker.id)
        ids = (pinned, *hidden.find(reference.headline, asker, reference.href).ids)
        entries = {entry.id: entry for entry in self.library.hidden}
        return [entries[id] for id in dict.fromkeys(ids) if id in entries]

    def _name(self, id: str) -> str:
        entry: Entry | None = by_id(self.library).get(id)
        return f'{entry.file} ("{entry.facts.matter.title}")' if entry else id

    def _file(self, id: str) -> str:
        return f"content/{self.library.entries[id].facts.path}"


def _quoted(headline: str) -> str:
    """The whole headline as one word of a shell, where nothing in it is run or filled in (CWE-78)."""
    shown = printable(" ".join(headline.split()))
    return shlex.quote(shown) if any(sign in shown for sign in _SIGNS) else f'"{shown}"'
