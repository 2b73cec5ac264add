"""How a build is told: one summary for people, one for programs."""

from argparse import Namespace
from pathlib import Path

from readalso.commands.flags import work_of
from readalso.commands.result import problems_as_data, say_as_json
from readalso.outcome import Outcome
from readalso.report import Voice, count
from readalso.stopwatch import Stopwatch


def conclude(
    args: Namespace, root: Path, outcome: Outcome, output: Path, voice: Voice, watch: Stopwatch | None = None
) -> int:
    """Tell of a build and name its problems; 1 where there are any and the run is strict."""
    tell(outcome, root, output, work_of(args, root), voice, args.json, watch)
    voice.show(outcome.problems)
    return int(args.strict and bool(outcome.problems))


def tell(
    outcome: Outcome,
    root: Path,
    output: Path,
    work: Path,
    voice: Voice,
    is_json: bool,
    watch: Stopwatch | None = None,
) -> None:
    """Say what a build of the site in `root` did, and where `watch` saw its time go."""
    if is_json:
        say_as_json(as_data(outcome) | ({"profile": watch.as_data()} if watch else {}))
        return
    for url, why in outcome.made:
        voice.detail(f"made {url}: {why}")
    held = {path for one in outcome.held for path in one.pages}
    for path in outcome.change.removed:
        what = f"removed {path}"
        if _was_a_page(path) and path not in held:
            voice.say(f'{what}: write aliases: ["/{path.removesuffix("index.html")}"] into the briefing it went to')
        else:
            voice.detail(what)
    for path in outcome.change.strays:
        voice.say(f"{path} was not made by Readalso: moved to {_shown(work / 'strays', root)}/")
    for old, new in outcome.moved:
        voice.say(f"moved: what was {old} is now {new}")
    voice.say(
        f"{count(outcome.briefings, 'briefing')}, {count(len(outcome.made), 'page')} made, "
        f"{outcome.left:,} left alone ({outcome.seconds:.2f} s)"
    )
    what = f" for {count(outcome.headlines, 'headline')}" if outcome.headlines else ""
    voice.say(f"{count(outcome.resolved, 'reference')} resolved, {outcome.pending:,} pending{what}")
    for line in held_lines(outcome):
        voice.say(line)
    if outcome.unwritten:
        which = count(outcome.unwritten, "story has", "stories have")
        voice.say(f"{which} no card: the font cannot write the headline (see card_font)")
    for headline, answer in outcome.answered:
        voice.detail(f'"{headline}" is waited for: {answer}')
    for line in watch.lines() if watch else ():
        voice.say(line)
    voice.say(f"open {_shown(output, root)}/index.html")


def held_lines(outcome: Outcome) -> list[str]:
    """A line for each briefing that is held back: the file, why, until when."""
    lines = []
    for one in outcome.held:
        until = f" until {one.until.isoformat(timespec='minutes')}" if one.until else ""
        lines.append(f"held back: {one.file} ({one.reason}{until})")
    return lines


def as_data(outcome: Outcome) -> dict[str, object]:
    """A build's outcome as JSON has it; its keys are listed in docs/reference/commands.md."""
    return {
        "briefings": outcome.briefings,
        "made": [{"url": url, "why": why} for url, why in outcome.made],
        "left": outcome.left,
        "removed": list(outcome.change.removed),
        "strays": list(outcome.change.strays),
        "moved": [{"from": old, "to": new} for old, new in outcome.moved],
        "gone": list(outcome.gone),
        "unwritten": outcome.unwritten,
        "resolved": outcome.resolved,
        "pending": outcome.pending,
        "held": [
            {"file": one.file, "reason": one.reason, "until": one.until.isoformat() if one.until else None}
            for one in outcome.held
        ],
        "problems": problems_as_data(outcome.problems),
        "seconds": round(outcome.seconds, 3),
    }


def _shown(path: Path, root: Path) -> str:
    """A path as the user would write it."""
    return path.relative_to(root).as_posix() if root in path.parents else str(path)


def _was_a_page(path: str) -> bool:
    """Whether a briefing stood there: a list that is gone, of a term or a month, is nobody's loss."""
    return path.endswith("/index.html") and not path.startswith(_LISTS)


_LISTS = ("archive/", "page/", "pending/", "people/", "organisations/", "places/", "topics/", "sources/", "threads/")
