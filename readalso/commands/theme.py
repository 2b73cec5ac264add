"""`readalso theme list|diff|copy`: the themes there are, and what the site puts in the place of its theme's files."""

from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from pathlib import Path

from readalso import files
from readalso.commands.flags import root_of
from readalso.commands.job import settings_of
from readalso.commands.result import say_as_json
from readalso.errors import UsageError
from readalso.report import Voice
from readalso.theme import places
from readalso.theme import theme as themes
from readalso.theme.overrides import Override, copied, nearest, overrides, problems
from readalso.theme.places import Manifest
from readalso.theme.theme import SHADOWED, Theme


def add_arguments(parser: ArgumentParser) -> None:
    """What to do, and with which templates."""
    parser.add_argument("action", nargs="?", choices=tuple(_ACTIONS), default="list", metavar="list|diff|copy")
    parser.add_argument("templates", nargs="*", metavar="TEMPLATE", help="say story.html (default for diff: all)")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")


def run(args: Namespace, voice: Voice) -> int:
    """Do what was asked, with the theme of readalso.yml."""
    root = root_of(args)
    theme = themes.load(settings_of(args, root).theme, root)
    return _ACTIONS[args.action](args, root, theme, voice)


def _list(args: Namespace, root: Path, theme: Theme, voice: Voice) -> int:
    """The themes, and the site's own templates."""
    known = [places.manifest(name, root) for name in places.names(root)]
    own = tuple(overrides(theme, root))
    if args.json:
        rows = [{key: value for key, value in asdict(one).items() if key != "diff"} for one in own]
        say_as_json({"themes": [_as_data(one, root, theme) for one in known], "overrides": rows})
        return 0
    for one in known:
        mark = "*" if one.name == theme.name else " "
        voice.say(f"{mark} {one.name}: {one.description or places.shown(one.home, root)}")
    for override in own:
        voice.say(f"templates/{override.name} {_told(override, theme)}")
    voice.show(problems(own))
    return 0


def _diff(args: Namespace, root: Path, theme: Theme, voice: Voice) -> int:
    """What the site's own templates have instead of the theme's, and whether the theme has moved on."""
    own = tuple(one for one in overrides(theme, root) if not args.templates or one.name in args.templates)
    for name in args.templates:
        if name not in [one.name for one in own]:
            raise UsageError(f"templates/{name} does not exist; the site has no template of that name")
    if args.json:
        say_as_json({"overrides": [asdict(one) for one in own]})
        return 0
    for one in own:
        voice.say(f"templates/{one.name} {_told(one, theme)}")
        for line in () if one.is_extending else one.diff:
            voice.say(line)
    voice.show(problems(own))
    return 0


def _copy(args: Namespace, root: Path, theme: Theme, voice: Voice) -> int:
    """Begin templates of one's own with the theme's; one that exists is left alone."""
    for name in args.templates:
        place = root / "templates" / name
        if SHADOWED + name not in theme.templates:
            raise UsageError(f"the theme has no template {name}; {nearest(name, theme)}")
        if place.exists():
            raise UsageError(f"templates/{name} exists; see what it has instead with `readalso theme diff {name}`")
    if not args.templates:
        raise UsageError("theme copy needs the names of templates, say story.html")
    for name in args.templates:
        files.write(root / "templates" / name, copied(name, theme))
        voice.say(f"templates/{name}")
    return 0


_ACTIONS = {"list": _list, "diff": _diff, "copy": _copy}


def _told(one: Override, theme: Theme) -> str:
    """How a template of the site's stands to the theme's."""
    if not one.shadowed:
        return f"shadows nothing of the theme ({nearest(one.name, theme)})"
    if one.is_extending:
        return f"extends {one.shadowed}: " + (", ".join(one.blocks) or "no block")
    if one.has_drifted:
        return f"replaces {one.shadowed}, which has changed since it was copied"
    return f"replaces {one.shadowed}" + (", as it was copied from" if one.copied_from else "")


def _as_data(one: Manifest, root: Path, theme: Theme) -> dict[str, object]:
    return {
        "name": one.name,
        "path": places.shown(one.home, root),
        "description": one.description,
        "contract": one.contract,
        "requires": one.requires,
        "is_used": one.name == theme.name,
    }
