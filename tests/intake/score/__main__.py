"""`python -m tests.intake.score`: import the corpus into a scratch site and print how much of it was understood."""

import json
import tempfile
from argparse import ArgumentParser
from dataclasses import asdict
from fnmatch import fnmatch
from pathlib import Path

from tests.intake.score.produced import CORPUS, export, pages, produce
from tests.intake.score.scorer import expectations, score


def main() -> None:
    parser = ArgumentParser(prog="python -m tests.intake.score", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="inputs and what is expected of them")
    parser.add_argument("--site", type=Path, help="keep the scratch site in this new folder")
    parser.add_argument("--by", choices=("style", "lang"), default="style", help="the lines of the second table")
    parser.add_argument(
        "--only", default="*", metavar="GLOB", help="score these inputs, say 'html/*'; all are imported"
    )
    parser.add_argument("--export", type=Path, metavar="DIR", help="write the briefings for another scorer")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the counts and notes")
    parser.add_argument("-v", "--verbose", action="store_true", help="name everything that is not right")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        site = args.site or Path(scratch) / "site"
        made = produce(args.corpus, site)
        expected = {input: wanted for input, wanted in expectations(args.corpus).items() if fnmatch(input, args.only)}
        tally = score(expected, made, pages(site))
    if args.export:
        export(made, args.export)
    if args.json:
        counts = {name: asdict(count) for name, count in tally.by_field().items()}
        args.json.write_text(json.dumps({"fields": counts, "notes": tally.notes}, ensure_ascii=False, indent=1))
    print(f"{len(expected)} inputs, {len(made)} briefings\n", *tally.table(), "", *tally.matrix(args.by), sep="\n")
    if args.verbose:
        print("", *(f"{input}  {name}: {note}" for input, name, note in tally.notes), sep="\n")


main()
