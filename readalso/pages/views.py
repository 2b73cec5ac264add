"""All that a template may see. These records are the contract with themes: see docs/reference/themes.md.

A page is what it shows: its key is made of its view, so whatever reaches a template must stand in one of these records.
Addresses are site urls ("/topics/ports/"); the filter `href` turns one into what belongs in an attribute.
"""

from collections.abc import Mapping

from msgspec import Struct


class Time(Struct, frozen=True, array_like=True):
    """A day, or a point in time in the site's zone; the filters `day` and `time` put it into words."""

    iso: str
    """"2026-10-05" or "2026-10-05T09:30:00+02:00"."""


class Label(Struct, frozen=True, array_like=True):
    """A name and where it leads."""

    name: str
    url: str
    """"" where it leads nowhere."""
    count: int = 0
    """How many briefings stand behind it; 0 where that is not said."""
    language: str = ""
    """Of a briefing's headline; "" for a name."""


class Sizes(Struct, frozen=True, array_like=True):
    """A picture in one format, in several sizes."""

    type: str
    """ "image/webp" and so on."""
    urls: tuple[tuple[str, int], ...]
    """(url, width in pixels), the smallest first."""


class Photo(Struct, frozen=True, array_like=True):
    """A picture of the site's own."""

    url: str
    """With a mark of its content ("?v=1a2b3c4d"), so that a browser may keep it for ever."""
    type: str
    """ "image/jpeg" and so on."""
    width: int
    """In pixels, as it is shown."""
    height: int
    alt: str
    """What it shows, in words; "" where it says nothing that the text does not."""
    file: str = ""
    """As the briefing names it."""
    caption: str = ""
    credit: str = ""
    sizes: tuple[Sizes, ...] = ()
    """The same picture in other formats and sizes, the best format first; a browser takes what fits."""


class Card(Struct, frozen=True, array_like=True):
    """A briefing as lists and links show it."""

    url: str
    title: str
    summary: str
    """The lede, shortened."""
    date: Time | None
    """When it was published; None where nobody stated it."""
    source: str
    """The agency's name, or ""."""
    language: str
    status: str
    """usable, updated, corrected, embargoed (also when that is over); in a preview also draft."""
    topic: Label | None
    """The first of its topics."""
    held: str
    """Why the public does not see it, in a preview that does; ""."""


class Linked(Struct, frozen=True, array_like=True, tag="link"):
    """A gap whose briefing is known."""

    card: Card
    label: str
    """"Read also", as the text has it, where the reference has a line of its own; "" inside a sentence."""
    shown: str
    """The words that carry the link."""
    kind: str = "link"


class Waiting(Struct, frozen=True, array_like=True, tag="waiting"):
    """A gap whose briefing is not known, or not for certain."""

    headline: str
    label: str
    shown: str
    candidates: tuple[Card, ...]
    """Briefings of equal claim; empty where there is none."""
    why: str = "absent"
    """absent, ambiguous, withdrawn, or itself (it is the headline of the briefing that refers)."""
    kind: str = "waiting"


class Markup(Struct, frozen=True, array_like=True):
    """A stretch of the body's sanitised HTML."""

    html: str
    kind: str = "prose"


Piece = Markup | Linked | Waiting
"""What a story template prints in turn, as `body`; told apart by `kind`."""


class Citation(Struct, frozen=True, array_like=True):
    """A briefing that refers to this one."""

    card: Card
    sentence: str
    """The sentence in which it does; "" where there is none."""


class Said(Struct, frozen=True, array_like=True):
    """A quotation."""

    text: str
    speaker: Label | None
    """Its url is the speaker's page."""
    anchor: str = ""
    """The id of its place on the briefing's page, which the pages of its speaker lead to; "" where it stands twice."""


class Quotation(Struct, frozen=True, array_like=True):
    """An entry of the quote ledger: what somebody said, and where it stands."""

    text: str
    language: str
    date: Time | None
    """Of the earliest briefing that has it; None where that has none."""
    anchor: str
    """The id of its place on the page of each briefing."""
    cards: tuple[Card, ...]
    """The briefings that have it, the earliest first."""


class Tie(Struct, frozen=True, array_like=True):
    """Why two briefings are related."""

    kind: str
    """pinned (by the desk), quoted (both quote them), people, organisations, places, topics (both name them), or
    references (both refer to it)."""
    names: tuple[Label, ...]
    """What they share; empty for a pin."""


class Neighbour(Struct, frozen=True, array_like=True):
    """A related briefing, with the reasons."""

    card: Card
    ties: tuple[Tie, ...]
    """The strongest first, two at most."""
    days: int | None
    """How many days later it is, negative where it is earlier; None where one of the two has no date."""


class Correction(Struct, frozen=True, array_like=True):
    """What was corrected after a briefing had been published."""

    date: Time | None
    """When; None where nobody said it."""
    text: str


class Strip(Struct, frozen=True, array_like=True):
    """Where a briefing stands in its thread."""

    thread: Label
    number: int
    """From 1, the oldest."""
    total: int
    previous: Label | None
    """The briefing before it in the story; None for the first."""
    next: Label | None
    """The one after it; None for the last."""


class Story(Struct, frozen=True, array_like=True):
    """A briefing's own page (story.html)."""

    url: str
    title: str
    id: str
    """Never changes, whatever happens to title and url."""
    language: str
    summary: str
    standfirst: str
    """The summary, or "" where the text begins with the same words."""
    key_points: tuple[str, ...]
    text: str
    """The fingerprint of the body's Markdown; the template prints `body`."""
    gaps: tuple[Linked | Waiting, ...]
    """What fills the body's gaps, in order."""
    date: Time | None
    updated: Time | None
    received: Time | None
    not_before: Time | None
    """Evidence where there is no date: it was written on this day or later."""
    status: str
    corrections: tuple[Correction, ...]
    """What was corrected since it was published, the oldest first."""
    held: str
    """Why the public does not see it, in a preview that does; ""."""
    source: Label | None
    """The agency and its page."""
    original: str
    """The address of the original, or ""."""
    byline: str
    dateline: str
    quotes: tuple[Said, ...]
    topics: tuple[Label, ...]
    people: tuple[Label, ...]
    organisations: tuple[Label, ...]
    places: tuple[Label, ...]
    backlinks: tuple[Citation, ...]
    """The briefings that refer to this one, newest first."""
    words: int
    """How many words the text has."""
    path: str
    """The file it is made of, relative to the site's folder."""
    extra: Mapping[str, object]
    """The front matter's own keys."""
    credit: str
    """The line that the source wants beside its texts, or ""."""
    rights: str
    """How much of the text the source allows: full, excerpt or headline; of the last two there is no `body` but the
    references."""
    canonical: str
    """The page that search engines are to list: this one's url, or the original's address."""
    translations: tuple[Card, ...]
    """The same story in other languages, this one included; empty where there are none."""
    related: tuple[Neighbour, ...] = ()
    """What is related to it and not linked in another way: pins of the desk first, then the strongest."""
    further: int = 0
    """How many of the gaps, at the end, stand in the front matter (`read_also`) and not in the text."""
    thread: Strip | None = None
    """Its place in the thread that it belongs to."""
    image: Photo | None = None
    """The picture beside the story."""
    pictures: tuple[Photo, ...] = ()
    """Those in the text; the pages' HTML has their sizes."""
    card: Photo | None = None
    """The picture of its headline, where the site has such (`social_cards`) and the story has no picture of its own."""


class SocialCard(Struct, frozen=True, array_like=True):
    """The card of a story (social-card.json): what the template says is drawn as a picture."""

    url: str
    title: str
    """The headline."""
    kicker: str
    """The first of its topics, or ""."""
    date: Time | None
    """The day; None where nobody stated it."""
    font: str
    """The url of the font; "" for the one that comes with Pillow."""
    mark: str
    """The versions of what it is drawn with."""


class Pager(Struct, frozen=True, array_like=True):
    """Where one stands in a list of several pages."""

    number: int
    """From 1."""
    total: int
    newer: str
    """The url of the page before, or ""."""
    older: str
    """The url of the page after, or ""."""


class Day(Struct, frozen=True, array_like=True):
    """The briefings of one day, newest first."""

    date: Time | None
    """None for those without a date."""
    url: str
    """The day's page in the archive, or ""."""
    cards: tuple[Card, ...]
    anchor: str = ""
    """The id by which a calendar leads here, the same as the day: "2026-10-05"; "" where none does."""


class Month(Struct, frozen=True, array_like=True):
    """A month of a calendar: on which of its days there were briefings, and how many."""

    name: str
    """"2026-10"; the filter `period` puts it into words."""
    url: str
    """Its page in the archive, or where its newest day stands in the list."""
    total: int
    """Its briefings."""
    first: int
    """The weekday of its first day: 0 is Monday."""
    length: int
    """How many days it has."""
    days: tuple[Label, ...]
    """The days with briefings, the first of the month first, named "2026-10-05"; empty in the older months of a long
    calendar, which are only counted."""


class Group(Struct, frozen=True, array_like=True):
    """Briefings of one topic."""

    topic: Label | None
    """None for those without one."""
    cards: tuple[Card, ...]


class State(Struct, frozen=True, array_like=True):
    """How things stand: the newest briefing, and since when there are any."""

    card: Card
    points: tuple[str, ...]
    """Its key points."""
    since: Time | None
    """The date of the oldest one; None where nobody stated it."""


class Front(Struct, frozen=True, array_like=True):
    """The front page and those that continue it (front.html)."""

    url: str
    title: str
    days: tuple[Day, ...]
    pager: Pager
    total: int
    """Briefings on the site."""
    waiting: int
    """Headlines that are waited for."""
    most_referenced: tuple[Label, ...]
    """The briefings referred to by most others, first page only."""
    topics: tuple[Label, ...]
    """The topics with most briefings, first page only."""
    points: tuple[str, ...] = ()
    """The key points of the first briefing that has a date, first page only."""
    threads: tuple[Label, ...] = ()
    """The threads that were told on last, first page only."""
    image: Photo | None = None
    """The picture of the first briefing that has a date, first page only."""


class TermPage(Struct, frozen=True, array_like=True):
    """One topic, person, organisation, place or source (term.html)."""

    url: str
    title: str
    kind: str
    """topics, people, organisations, places, sources."""
    total: int
    days: tuple[Day, ...]
    pager: Pager
    quotes: tuple[Quotation, ...]
    """What they said of late; first page only."""
    quote_count: int
    """How many quotations there are."""
    all_quotes: Label | None
    """Where the rest of the quotations stand; None where these are all."""
    description: str
    """What the register says of the name, or ""; first page only."""
    aliases: tuple[str, ...]
    """The other spellings that the register knows; first page only."""
    related: tuple[Label, ...]
    """The terms that most often stand beside it; first page only."""
    feeds: str = ""
    """The url below which its own feed.xml, atom.xml and feed.json lie; "" where it has none."""
    state: State | None = None
    """How things stand with it; first page only."""
    months: tuple[Month, ...] = ()
    """The calendar of its briefings, newest month first; its links lead to `Day.anchor`. First page only."""


class QuotesPage(Struct, frozen=True, array_like=True):
    """All that somebody said (quotes.html)."""

    url: str
    title: str
    """The speaker's name."""
    kind: str
    """people or organisations."""
    home: str
    """The url of the speaker's own page."""
    total: int
    """Quotations on all pages."""
    quotes: tuple[Quotation, ...]
    """The latest first."""
    pager: Pager


class Index(Struct, frozen=True, array_like=True):
    """All terms of one kind, by name (terms.html)."""

    url: str
    title: str
    kind: str
    letters: tuple[tuple[str, tuple[Label, ...]], ...]
    """First letter -> the names that begin with it."""


class Archive(Struct, frozen=True, array_like=True):
    """The whole archive, a year, a month, or what has no date (archive.html)."""

    url: str
    title: str
    """"" for the whole archive, else "2026", "2026-10", "undated"; the filter `period` puts it into words."""
    parent: str
    """The url one level up, or ""."""
    parts: tuple[Label, ...]
    """The years, months or days inside, with their counts; named like `title`."""
    days: tuple[Day, ...]
    """The briefings, on the pages of months, and of those without a date."""
    pager: Pager
    """Of the briefings; the calendar stands on the first page alone."""
    months: tuple[Month, ...] = ()
    """The calendar of a year or a month, the first month first; its links lead to the pages of days."""
    newer: str = ""
    """The url of the year or month after, or ""."""
    older: str = ""
    """The url of the year or month before, or ""."""


class DayPage(Struct, frozen=True, array_like=True):
    """A day of the archive: the briefing of the day (day.html)."""

    url: str
    title: str
    """"2026-10-05"; the filter `period` puts it into words."""
    date: Time
    parent: str
    """The url of its month."""
    newer: str
    """The url of the next day that has a page, or ""."""
    older: str
    """The url of the day before that has a page, or ""."""
    total: int
    """Briefings of that day."""
    lead: Card | None
    """The one that most others refer to; of equals the newest. None on a day that only changed older ones."""
    points: tuple[str, ...]
    """Its key points."""
    groups: tuple[Group, ...]
    """All others, by their first topic; the topic with most of them first, those without one last."""
    pager: Pager
    """Of the others; what stands above and beside them stands on the first page alone."""
    changed: tuple[Card, ...]
    """Briefings, of whatever day, that were updated or corrected on this one."""
    withdrawn: int
    """How many were withdrawn on this day. Nothing else is said of them."""
    wanted: tuple["Wanted", ...]
    """Headlines to which briefings of this day refer, and which have not arrived; `waiting` are those of this day."""


class Wanted(Struct, frozen=True, array_like=True):
    """A headline that is waited for."""

    headline: str
    why: str
    """absent or ambiguous."""
    waiting: tuple[Citation, ...]
    """Who waits for it, newest first."""
    candidates: tuple[Card, ...]
    """Briefings of equal claim, where it is ambiguous."""
    since: Time | None = None
    """The day of the earliest dated briefing that waits for it."""
    times: int = 0
    """How many references wait for it; one briefing may hold several."""


class PendingPage(Struct, frozen=True, array_like=True):
    """Who waits for what (pending.html)."""

    url: str
    title: str
    wanted: tuple[Wanted, ...]
    """The one that most briefings wait for first."""
    pager: Pager
    total: int
    """Headlines on all pages."""


class Because(Struct, frozen=True, array_like=True):
    """Why a briefing is in its thread."""

    kind: str
    """refers (to the other), referred (the other refers to it), recalls (its background tells of the other's day),
    recalled (the other's background tells of its day), renews (both are versions of one), shares (names the same as
    the other), decided (by the desk)."""
    other: Label | None
    """The briefing that it is tied to; None where the desk decided."""
    names: tuple[Label, ...] = ()
    """What both name, where that ties them; the most telling first."""
    days: int = 0
    """How many days lie between them, where names tie them."""
    date: Time | None = None
    """The day that is recalled."""
    sentence: str = ""
    """The sentence that recalls it."""


class Beat(Struct, frozen=True, array_like=True):
    """One report in a thread."""

    card: Card
    number: int
    """Its place in the thread, from 1, the oldest."""
    because: Because | None
    """None for the first."""
    refers: tuple[Label, ...]
    """The reports of the thread that it refers to."""


class Dot(Struct, frozen=True, array_like=True):
    """A report in a picture of threads."""

    x: int
    y: int
    card: Card
    more: int = 0
    """On a map: how many earlier reports the dot also stands for."""


class Arc(Struct, frozen=True, array_like=True):
    """A reference in a picture of threads, from one dot to another; `top` is how high it reaches."""

    x: int
    y: int
    to_x: int
    to_y: int
    top: int


class Picture(Struct, frozen=True, array_like=True):
    """Threads in time, from left to right, as a drawing of `width` by `height`."""

    width: int
    height: int
    ground: int
    """How far down the line of time lies; on a map, the lowest lane."""
    dots: tuple[Dot, ...]
    """Oldest first."""
    arcs: tuple[Arc, ...]


class ThreadPage(Struct, frozen=True, array_like=True):
    """The connected reports of one story (thread.html)."""

    url: str
    title: str
    language: str
    """Of the title, where it is a headline; otherwise ""."""
    description: str
    total: int
    """Reports in the thread."""
    first: Time | None
    """The day of its first report; None where none has a date."""
    last: Time | None
    newest: Card
    """Its newest state."""
    beats: tuple[Beat, ...]
    """Newest first."""
    pager: Pager
    is_closed: bool
    """Whether the desk closed it."""
    people: tuple[Label, ...] = ()
    """The people named most, with the number of reports; first page only."""
    organisations: tuple[Label, ...] = ()
    """The organisations named most, with the number of reports; first page only."""
    open_ends: tuple[Wanted, ...] = ()
    """The headlines that it waits for; first page only."""
    picture: Picture | None = None
    """The thread in time; first page only, and only where there are two days to show."""
    feeds: str = ""
    """The url below which its own feed.xml, atom.xml and feed.json lie; "" where it has none."""


class ThreadLine(Struct, frozen=True, array_like=True):
    """A thread in a list."""

    thread: Label
    first: Time | None
    last: Time | None
    newest: Card


class ThreadIndex(Struct, frozen=True, array_like=True):
    """All threads (threads.html)."""

    url: str
    title: str
    moving: tuple[ThreadLine, ...]
    """Those that were told on of late, the newest state first."""
    settled: tuple[ThreadLine, ...]
    """The others."""
    map: str = ""
    """The url of the page that shows them in time."""


class Lane(Struct, frozen=True, array_like=True):
    """A thread on the map: a line in time, with a name above it."""

    line: ThreadLine
    x: int
    y: int
    to_x: int
    refers: tuple[Label, ...]
    """The other threads that its reports refer to, the most often first, each with how often."""


class ThreadMap(Struct, frozen=True, array_like=True):
    """The threads in motion, in one time (threads-map.html)."""

    url: str
    title: str
    lanes: tuple[Lane, ...]
    """The newest state first; the drawing has a lane for each, from above."""
    first: Time | None = None
    """The day at the drawing's left edge."""
    last: Time | None = None
    picture: Picture | None = None
    """A dot for each report, or for several of nearly one day, and an arc for each reference from thread to thread;
    None where there are no two days to show."""


class FeedItem(Struct, frozen=True, array_like=True):
    """One briefing in a feed."""

    card: Card
    id: str
    """A tag URI (RFC 4151) that never changes."""
    published: Time | None
    """A point in time; None where nobody stated a date."""
    updated: Time
    """A point in time."""
    topics: tuple[str, ...]
    correction: str
    """What was corrected last, or ""."""
    credit: str
    """The line that the source wants beside its texts, or ""."""
    image: Photo | None = None
    """The picture beside the story."""


class Taken(Struct, frozen=True, array_like=True):
    """A briefing that was withdrawn; nothing is said of it but that."""

    id: str
    """The tag URI by which feeds knew it."""
    when: Time
    """A point in time."""


class Feed(Struct, frozen=True, array_like=True):
    """What is new or was changed of late (feed.xml, atom.xml, feed.json)."""

    url: str
    title: str
    """"" for the site's own."""
    kind: str
    """The kind of the term whose feed it is, "topics", or "threads"; "" for the site's own."""
    home: str
    """The url of the page that lists the same briefings."""
    id: str
    updated: Time | None
    items: tuple[FeedItem, ...]
    """The one that was published or changed last first."""
    withdrawn: tuple[Taken, ...]
    """What was taken back, last first; only in the site's own."""


class SitemapEntry(Struct, frozen=True, array_like=True):
    """One page in the sitemap, or one part of a sitemap in its index."""

    url: str
    modified: str
    """An ISO date, or ""."""


class Sitemap(Struct, frozen=True, array_like=True):
    """Pages that search engines may list (sitemap.xml), or the parts that list them (sitemap-index.xml)."""

    url: str
    title: str
    entries: tuple[SitemapEntry, ...]


class NewsSitemap(Struct, frozen=True, array_like=True):
    """What was published in the last two days (news-sitemap.xml)."""

    url: str
    title: str
    cards: tuple[Card, ...]
    """Newest first."""


class DigestGroup(Struct, frozen=True, array_like=True):
    """The new briefings of one topic in a digest."""

    topic: str
    """"" for those without one."""
    cards: tuple[Card, ...]


class Corrected(Struct, frozen=True, array_like=True):
    """A briefing that was corrected, and how."""

    card: Card
    corrections: tuple[Correction, ...]


class Digest(Struct, frozen=True, array_like=True):
    """What has come since the last digest, as a mail (digest.html, digest.txt)."""

    url: str
    title: str
    since: Time
    until: Time
    total: int
    """How many are new."""
    groups: tuple[DigestGroup, ...]
    """The new ones by topic, the fullest group first."""
    updated: tuple[Card, ...]
    corrected: tuple[Corrected, ...]
    withdrawn: tuple[Label, ...]
    """The headlines as they were sent, with the addresses that now say that they were withdrawn."""
    waiting: int
    """How many headlines are waited for."""


class Record(Struct, frozen=True, array_like=True):
    """A briefing as other programs take it."""

    card: Card
    id: str
    """A tag URI (RFC 4151) that never changes."""
    published: Time | None
    """A point in time; None where nobody stated a date."""
    updated: Time
    """A point in time."""
    source: Label | None
    original: str
    """The address of the original, or ""."""
    topics: tuple[Label, ...]
    people: tuple[Label, ...]
    organisations: tuple[Label, ...]
    places: tuple[Label, ...]
    correction: str
    """What was corrected last, or ""."""
    credit: str
    """The line that the source wants beside its texts, or ""."""
    url: str
    """Where its own record is, with the text; "" where the site has none."""


class Records(Struct, frozen=True, array_like=True):
    """Up to a thousand briefings for other programs (briefings.json)."""

    url: str
    title: str
    records: tuple[Record, ...]
    """Newest first."""
    older: str
    """The url of those before, or ""."""
    newer: str
    """The url of those after, or ""."""


class Ninjs(Struct, frozen=True, array_like=True):
    """One briefing with its text for other programs (ninjs.json); it has a `body` as story.html has."""

    url: str
    title: str
    record: Record
    story: Story


class SearchPage(Struct, frozen=True, array_like=True):
    """The page with the search box (search.html)."""

    url: str
    title: str
    offered: tuple[tuple[str, tuple[Label, ...]], ...]
    """Kind -> the names that the reader may choose from."""


class SearchIndex(Struct, frozen=True, array_like=True):
    """What parts of the search index begin with, or the lists of these (search-index.json)."""

    url: str
    title: str
    """With what the list begins; "" for the list of lists."""
    parts: tuple[str, ...]
    """Beginnings of words, sorted; in the list of lists, the first of each."""


class SearchWord(Struct, frozen=True, array_like=True):
    """A word, or the url of a term, and the briefings in which it stands."""

    word: str
    titles: str
    """The places of the briefings in whose headline it stands, newest first, each block once: "fuxi-2.1 0-3.0.4 1.2"
    are fuxi-2.1, fuxi-3.0, fuxi-3.4 and fuxh.2, block and number."""
    others: str
    """Those that have it elsewhere alone."""
    is_common: bool
    """Whether it is too common to tell briefings apart; then its newest places are given."""


class SearchPart(Struct, frozen=True, array_like=True):
    """A part of the search index (search-part.json)."""

    url: str
    title: str
    """What its words begin with."""
    words: tuple[SearchWord, ...]


class SearchBlock(Struct, frozen=True, array_like=True):
    """What the results show of some briefings (search-block.json)."""

    url: str
    title: str
    cards: tuple[Card, ...]
    """In the order of their numbers."""


class Redirect(Struct, frozen=True, array_like=True):
    """A former address (redirect.html)."""

    url: str
    title: str
    target: str
    """The url to go to."""


class Notice(Struct, frozen=True, array_like=True):
    """A page that only says something: 404.html, robots.txt, withdrawn.html."""

    url: str
    title: str


View = (
    Story
    | SocialCard
    | Front
    | TermPage
    | QuotesPage
    | Index
    | Archive
    | DayPage
    | PendingPage
    | ThreadPage
    | ThreadIndex
    | ThreadMap
    | Feed
    | Records
    | Ninjs
    | SearchPage
    | SearchIndex
    | SearchPart
    | SearchBlock
    | Sitemap
    | NewsSitemap
    | Digest
    | Redirect
    | Notice
)


class Site(Struct, frozen=True, array_like=True):
    """What every template may know of the settings, as `site`."""

    title: str
    description: str
    base_url: str
    """"" where the site does not know where it will stand; then there are no feeds and no sitemap."""
    language: str
    links: str
    """relative or pretty; the filter `href` obeys it."""
    extra: Mapping[str, object]
    logo: str = ""
    """The url of the publisher's mark, or ""."""
    search: str = ""
    """The url of the page with the search box, or ""."""
    left_out: tuple[str, ...] = ()
    """The kinds of pages that the site does without: archive, atom, pending …"""
