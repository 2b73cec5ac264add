"""A story as an import finds it and leaves it: its file, its base, and what the desk has still to settle."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC
from pathlib import Path

from msgspec import structs

from readalso import files
from readalso.briefing import briefing as briefings
from readalso.briefing import frontmatter
from readalso.briefing.briefing import Briefing
from readalso.briefing.frontmatter import FrontMatter
from readalso.errors import Broken, Problem
from readalso.fields import Moment, moment
from readalso.intake.merge import Conflict, Merged, conflicts, merge
from readalso.intake.merge.paragraphs import cut
from readalso.intake.merge.texts import says_the_same
from readalso.intake.records import base_path
from readalso.words import headline_key
from readalso.yamltext import read
from readalso.yamltext import replace as replace_key

Write = tuple[str, str]
"""A path from the site's folder, and what to put there; "" is for a file that goes."""


@dataclass(frozen=True, slots=True)
class Story:
    """One story. An import makes new ones of it and writes the last."""

    id: str
    path: str
    """From the site's folder; "" for a new one that has no place yet."""
    ours: str
    """The briefing's file, lines ended by a line feed."""
    base: str
    """As it was last generated; "" where that is missing."""
    conflicts: tuple[Conflict, ...] = ()
    """What is not settled."""
    form: str = "\n"
    """How the file ends its lines, a byte order mark before that if it begins with one; "" where it ends them in
    several ways, so that it cannot be written without changing some."""
    briefing: Briefing | None = None
    """The first version of a new one, by which it is given its place, as if the others came later."""


def load(root: Path, id: str, path: str) -> Story:
    """A story of the site in `root`; a file that is no text, or a record that cannot be read, is `Broken`."""
    data = files.read_bytes(root / path)
    ours = files.decode(data, path)
    form = ("\ufeff" if data.startswith(b"\xef\xbb\xbf") else "") + ("\r\n" if b"\r\n" in data else "\n")
    base, record = root / base_path(id), root / conflicts.record_path(id)
    return Story(
        id,
        path,
        ours,
        files.read_text(base, base_path(id)) if base.exists() else "",
        conflicts.parse(files.read_text(record), conflicts.record_path(id)) if record.exists() else (),
        form if _formed(ours, form).encode() == data else "",
    )


def renew(story: Story, theirs: str) -> Story:
    """The story with a new version merged into it."""
    if not story.base:
        return replace(story, base=theirs)
    if story.briefing:
        return replace(story, ours=theirs, base=theirs)
    merged = merge(story.base, theirs, story.ours, story.path)
    if not story.form and merged.text != story.ours:
        whole = Conflict(conflicts.WHOLE, "", "", theirs)
        return replace(story, base=theirs, conflicts=(*story.conflicts, whole))
    held = _overruled(merged.text, merged.conflicts) if "\nstatus: withdrawn\n" in theirs else merged
    left = _superseded(story.conflicts, held.conflicts, theirs)
    base = story.base if says_the_same(story.base, theirs) else theirs
    return replace(story, ours=held.text, base=base, conflicts=(*left, *held.conflicts))


def settle(story: Story) -> Story:
    """The story without the conflicts that its file no longer has."""
    if not story.conflicts:
        return story
    matter, body = frontmatter.split(story.ours, story.path)
    left = conflicts.standing(story.conflicts, cut(body).texts, read(matter, story.path, first_line=2).value)
    return replace(story, conflicts=left)


def version(new: Briefing, story: Story, is_kill: bool) -> str:
    """The generated text of a new version: of a kill the old one, withdrawn; else the new one under its old id."""
    if not story.base:
        return briefings.write(structs.replace(new, matter=structs.replace(new.matter, id=story.id)))
    old = briefings.parse("", story.base, base_path(story.id))
    made = _withdrawn(new, old) if is_kill else _renewed(new, old)
    text = briefings.write(made)
    is_change = is_kill or new.matter.status in ("updated", "corrected")
    if new.matter.updated or not is_change or says_the_same(text, story.base):
        return text
    updated = _changed(new.matter, old.matter, story)
    return briefings.write(structs.replace(made, matter=structs.replace(made.matter, updated=updated)))


def _withdrawn(new: Briefing, old: Briefing) -> Briefing:
    """The old version, withdrawn by a kill, with its notice."""
    known = set(cut(old.text).texts)
    notice = " ".join(text for text in cut(new.text).texts if text not in known)
    matter = structs.replace(
        old.matter,
        status="withdrawn",
        correction=notice or old.matter.correction,
        updated=new.matter.updated or old.matter.updated,
    )
    return structs.replace(old, matter=matter)


def _renewed(new: Briefing, old: Briefing) -> Briefing:
    """The new version with what stays of the old one: its id, its headlines, and that it was updated or corrected."""
    former = (old.matter.title, *old.matter.aliases)
    aliases = tuple(dict.fromkeys(name for name in former if headline_key(name) != headline_key(new.matter.title)))
    kept = new.matter.status if new.matter.status != "usable" else old.matter.status
    matter = structs.replace(
        new.matter,
        id=old.matter.id,
        status=kept if kept in ("updated", "corrected") else new.matter.status,
        correction=new.matter.correction or old.matter.correction,
        updated=new.matter.updated or old.matter.updated,
        aliases=(*new.matter.aliases, *aliases),
    )
    return structs.replace(new, matter=matter)


def _changed(new: FrontMatter, old: FrontMatter, story: Story) -> Moment | None:
    """When an update, a correction or a kill was made that does not say so: on its date, or else when it came.

    A date that is no later than what the story has says nothing, unless both versions came at once, so that nobody has
    read the first. What the desk has written since then stands above the time at which it came.
    """
    known = [one.point(UTC) for one in (old.date, old.updated) if one]
    is_later = new.date is not None and all(new.date.point(UTC) > point for point in known)
    if new.date and (is_later or new.source.received == old.source.received):
        return new.date
    matter, _ = frontmatter.split(story.ours, story.path)
    ours = moment(str(read(matter, story.path, first_line=2).value.get("updated", "")))
    return ours if ours and ours != old.updated else new.source.received


def problems(story: Story) -> tuple[Problem, ...]:
    """What is not settled, in words."""
    return tuple(conflicts.problem(conflict, story.id, story.path) for conflict in story.conflicts)


def writes(before: Story | None, after: Story) -> Iterator[Write]:
    """What to write, in order: the file, what is unsettled, the base.

    A run that is killed between two of them is mended by the next: it merges the same version again, and finds that
    ours says already what theirs says.
    """
    if before is None or before.ours != after.ours:
        yield after.path, _formed(after.ours, after.form)
    if (before.conflicts if before else ()) != after.conflicts:
        yield conflicts.record_path(after.id), conflicts.write(after.conflicts)
    if before is None or before.base != after.base:
        yield base_path(after.id), after.base


def _formed(text: str, form: str) -> str:
    mark, ending = ("\ufeff" if form.startswith("\ufeff") else ""), form.removeprefix("\ufeff")
    return mark + text.replace("\n", ending or "\n")


def _overruled(text: str, found: tuple[Conflict, ...]) -> Merged:
    """An agency's kill stands above the status that a desk gave a text which the public sees."""
    public = [one for one in found if one.where == "status" and one.ours not in ('"draft"', '"withdrawn"')]
    if not public:
        return Merged(text, found)
    matter, _ = frontmatter.split(text, "")
    start = text.index("\n") + 1
    try:
        withdrawn = replace_key(matter, "status", "withdrawn")
    except Broken:
        return Merged(text, found)
    left = tuple(one for one in found if one not in public)
    return Merged(text[:start] + withdrawn + text[start + len(matter) :], left)


def _superseded(old: tuple[Conflict, ...], new: tuple[Conflict, ...], theirs: str) -> tuple[Conflict, ...]:
    """The earlier conflicts that this version has not brought up again, or resolved by saying what ours says."""
    fresh = {(one.where, one.ours) for one in new}
    return tuple(
        one
        for one in old
        if (one.where, one.ours) not in fresh
        and not (one.where == conflicts.PARAGRAPH and one.ours and one.ours in theirs)
    )
