"""From an article to its anatomy: each part of the text is found by the module of its name."""

from zoneinfo import ZoneInfo

from readalso.fields import Moment, moment
from readalso.intake.anatomy import datelines, furniture, moments, names, people, places, quotes, sources, versions
from readalso.intake.anatomy.anatomy import Anatomy, Dating, Prose, Reference
from readalso.intake.anatomy.background import is_background
from readalso.intake.anatomy.furniture import Parted
from readalso.intake.anatomy.known import Known
from readalso.intake.article import Article, Paragraph
from readalso.intake.languages import Language, codes, language
from readalso.intake.languages.detection import detect
from readalso.intake.languages.lines import is_end
from readalso.settings import Settings

_LONGEST = 20_000
"""Characters of a paragraph; in a longer one nobody looks for names and quotations."""


def dissect(article: Article, settings: Settings, known: Known) -> Anatomy:
    """What `article` says. The settings give the time zone, and the language of a text that has no words to tell it."""
    tongue = language(_language(article, settings.language))
    parted = furniture.part(article, tongue, settings.zone)
    blocks = tuple(_block(item, tongue) for item in parted.story)
    prose = tuple(block for block in blocks if isinstance(block, Prose) and _is_readable(block))
    texts = tuple(block.text for block in prose)
    stated = article.stated
    source = (
        stated.source
        or parted.line("source")
        or parted.dateline.agency
        or _signed(parted)
        or sources.find(texts, tongue)
    )
    place = datelines.spelled(parted.dateline.place, texts) or stated.place
    cast = people.gather((article.headline, *texts), tongue, known, _of_others(known, tongue, source, place))
    earlier = tuple(block.headline for block in blocks if isinstance(block, Reference))
    status, correction = versions.status(article, parted.correction)
    return Anatomy(
        language=tongue.code,
        blocks=blocks,
        dating=_dating(article, parted, blocks, tongue, settings.zone),
        dateline=place,
        dateline_as_printed="" if _says_all(parted, tongue) else parted.dateline.printed,
        source=source,
        byline=stated.byline or parted.line("byline") or parted.dateline.byline,
        summary=parted.standfirst,
        status=status,
        correction=correction,
        quotes=quotes.gather(prose, tongue, cast),
        names=names.gather((article.headline, *texts), earlier, tongue, known, cast, source, place),
        moved=parted.moved,
        dropped=parted.dropped,
    )


def _language(article: Article, default: str) -> str:
    """The stated language, if the text is in its script; else the one that the text shows."""
    detected = _detected(article, default)
    stated = article.stated.language.replace("_", "-").partition("-")[0].casefold()
    return stated if stated in codes() and language(stated).script == language(detected).script else detected


def _is_readable(block: Prose) -> bool:
    return not block.is_heading and len(block.text) <= _LONGEST


def _signed(parted: Parted) -> str:
    """The agency that signs behind the last sentence: "(ANSA)."."""
    name = parted.tail.strip(" ().（）")
    return name if name.isupper() and name.isalpha() and not is_end(f"({name})") and not is_end(name) else ""


def _detected(article: Article, default: str) -> str:
    return detect("\n".join((article.headline, *(paragraph.text for paragraph in article.paragraphs))), default)


def _block(item: Paragraph | Reference, tongue: Language) -> Prose | Reference:
    if isinstance(item, Reference):
        return item
    is_heading = item.kind == "heading"
    return Prose(item.number, item.text, not is_heading and is_background(item.text, tongue), is_heading)


def _of_others(known: Known, tongue: Language, source: str, place: str) -> frozenset[str]:
    """Words of names that belong to no person: places, bodies, the agency."""
    return known.not_people | {source, *source.split(), place, *place.split(), *places.countries(tongue).values()} - {
        ""
    }


def _says_all(parted: Parted, tongue: Language) -> bool:
    """Whether the fields hold all that the dateline says: not so with a region, or a day without a year."""
    day, place = parted.dateline.day, parted.dateline.place
    return "," not in place and (not day or moments.day_in(day, tongue) is not None)


def _dating(
    article: Article, parted: Parted, blocks: tuple[Prose | Reference, ...], tongue: Language, zone: ZoneInfo
) -> Dating:
    """The first date that anybody states, or else the evidence."""
    tried = {
        "stated": moment(article.stated.published) or moments.stated(parted.line("published"), tongue, zone),
        "dateline": moments.day_in(parted.dateline.day, tongue) or _of_trailer(parted),
        "filename": moments.named(article.seed, zone),
    }
    updated = moment(article.stated.updated) or moments.stated(parted.line("updated"), tongue, zone)
    for source, date in tried.items():
        if date:
            return Dating(date, source, None, updated)
    told = (block.headline if isinstance(block, Reference) else block.text * block.is_background for block in blocks)
    return Dating(None, "", moments.evidence(told, tongue), updated)


def _of_trailer(parted: Parted) -> Moment | None:
    """The day in the wire's own trailer."""
    texts = (drop.text for drop in parted.dropped if drop.rule == "wire trailer")
    return next(filter(None, map(moments.trailer, texts)), None)
