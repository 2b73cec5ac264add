"""The plan: which pages a library gives, and what each of them shows."""

from dataclasses import replace

import pytest

from readalso import press
from readalso.briefing import frontmatter as briefing_matter
from readalso.briefing.frontmatter import Quote, Source
from readalso.errors import Broken
from readalso.fields import Moment
from readalso.library.visibility import Show
from readalso.pages.page import Page, encode, explain, key, parts, path
from readalso.pages.plan import plan
from readalso.pages.views import (
    Archive,
    Citation,
    Correction,
    Feed,
    Front,
    Index,
    Linked,
    PendingPage,
    Redirect,
    Sitemap,
    Story,
    TermPage,
    Time,
    Waiting,
)
from readalso.settings import Settings
from tests.library.world import facts, library

SETTINGS = Settings(
    title="Desk", base_url="https://news.example/", timezone="Europe/Kyiv", paginate=2, paginate_terms=2, search="off"
)

WORLD = (
    facts(
        "deal",
        "Port deal",
        date="2026-10-05T09:30+03:00",
        summary="A deal is near.",
        source=Source(name="Harbour Wire", url="javascript:alert(1)"),
        people=("Mara Veldan",),
        topics=("Ports",),
        quotes=(Quote("Mara Veldan", "We sign."), Quote("Nobody Known", "No.")),
        aliases=("/old/deal/", "The deal"),
    ),
    facts(
        "strike",
        "Strike ends",
        refers=["The deal", "Who owns the port"],
        date="2026-10-04",
        topics=("Ports",),
        people=("Mara Veldan",),
    ),
    facts("bare"),
)


def pages(*briefings: object, settings: Settings = SETTINGS, show: Show = Show()) -> dict[str, Page]:
    return {page.url: page for page in plan(library(*(briefings or WORLD), settings=settings, show=show), settings)}  # type: ignore[arg-type]


def view(url: str, kind: type, *briefings: object) -> object:
    found = pages(*briefings)[url].view
    assert isinstance(found, kind)
    return found


def test_the_urls_of_a_small_world() -> None:
    assert set(pages()) == {
        *("/", "/page/2/", "/deal/", "/old/deal/", "/strike/", "/bare/", "/pending/", "/404.html", "/robots.txt"),
        *(
            "/topics/",
            "/topics/ports/",
            "/people/",
            "/people/mara-veldan/",
            "/people/nobody-known/",
            "/organisations/",
            "/places/",
        ),
        *("/sources/", "/sources/harbour-wire/", "/archive/", "/archive/2026/", "/archive/2026/10/"),
        *("/archive/2026/10/04/", "/archive/2026/10/05/", "/archive/undated/", "/threads/", "/threads/map/"),
        *("/feed.xml", "/atom.xml", "/feed.json", "/sitemap.xml", "/news-sitemap.xml", "/briefings.json", "/_headers"),
    }


def test_a_site_that_does_not_know_where_it_will_stand_has_no_feeds_and_no_sitemap() -> None:
    assert not {"/feed.xml", "/atom.xml", "/feed.json", "/sitemap.xml"} & set(pages(settings=Settings()))


def test_a_gap_is_filled_with_the_card_of_the_briefing_or_with_the_headline_that_waits() -> None:
    story = view("/strike/", Story)
    assert isinstance(story, Story)
    known, waiting = story.gaps
    assert isinstance(known, Linked)
    assert isinstance(waiting, Waiting)
    assert (known.card.url, known.card.title, known.label, known.shown) == (
        "/deal/",
        "Port deal",
        "Read also",
        "The deal",
    )
    assert (waiting.headline, waiting.candidates) == ("Who owns the port", ())


def test_the_log_of_corrections_is_in_order_and_ends_with_the_last_versions_own() -> None:
    log = (
        briefing_matter.Correction(Moment("2026-10-07"), "It was not the mayor."),
        briefing_matter.Correction(Moment("2026-10-06T10:00"), "It was 14, not 40."),
        briefing_matter.Correction(None, "An earlier version named another pier."),
    )
    corrected = facts("a", corrections=log, correction="The date was wrong.", updated=Moment("2026-10-08"))
    story = view("/a/", Story, corrected)
    assert isinstance(story, Story)
    assert story.corrections == (
        Correction(None, "An earlier version named another pier."),
        Correction(Time("2026-10-06T10:00:00+03:00"), "It was 14, not 40."),
        Correction(Time("2026-10-07"), "It was not the mayor."),
        Correction(Time("2026-10-08"), "The date was wrong."),
    )


def test_an_ambiguous_gap_names_its_candidates() -> None:
    story = view("/c/", Story, facts("a", "Situation"), facts("b", "Situation"), facts("c", refers=["Situation"]))
    assert isinstance(story, Story)
    (gap,) = story.gaps
    assert isinstance(gap, Waiting)
    assert [card.url for card in gap.candidates] == ["/a/", "/b/"]


def test_a_story_names_who_refers_to_it_and_in_which_sentence() -> None:
    story = view("/deal/", Story)
    assert isinstance(story, Story)
    assert [(citation.card.url, citation.sentence) for citation in story.backlinks] == [
        ("/strike/", "Before The deal.")
    ]


def test_times_are_shown_in_the_sites_zone_and_days_stay_days() -> None:
    deal, strike = view("/deal/", Story), view("/strike/", Story)
    assert isinstance(deal, Story)
    assert isinstance(strike, Story)
    assert (deal.date, strike.date) == (Time("2026-10-05T09:30:00+03:00"), Time("2026-10-04"))


def test_a_speaker_leads_to_their_page_whether_or_not_they_are_listed() -> None:
    story = view("/deal/", Story)
    assert isinstance(story, Story)
    assert [(said.speaker.name, said.speaker.url) for said in story.quotes if said.speaker] == [
        ("Mara Veldan", "/people/mara-veldan/"),
        ("Nobody Known", "/people/nobody-known/"),
    ]


def test_only_a_web_address_becomes_a_link_to_the_original() -> None:
    story = view("/deal/", Story)
    assert isinstance(story, Story)
    assert story.original == ""


def test_a_former_address_is_a_redirect_and_another_headline_is_not() -> None:
    redirect = view("/old/deal/", Redirect)
    assert isinstance(redirect, Redirect)
    assert redirect.target == "/deal/"


def test_all_briefings_of_a_term_stand_on_one_page_where_the_site_wants_that() -> None:
    world = library(*(facts(id, topics=("Ports",)) for id in "abcde"))
    pages = {page.url for page in plan(world, replace(SETTINGS, paginate_terms=0))}
    assert "/topics/ports/" in pages
    assert "/topics/ports/page/2/" not in pages
    assert {"/page/2/", "/page/3/"} < pages


def test_the_front_page_is_paged_newest_first_with_days_apart() -> None:
    first, second = view("/", Front), view("/page/2/", Front)
    assert isinstance(first, Front)
    assert isinstance(second, Front)
    assert [(day.date, [card.url for card in day.cards]) for day in first.days] == [
        (Time("2026-10-05"), ["/deal/"]),
        (Time("2026-10-04"), ["/strike/"]),
    ]
    assert (first.pager.newer, first.pager.older, second.pager.newer, second.pager.older) == ("", "/page/2/", "/", "")
    assert (first.total, first.waiting, second.waiting) == (3, 1, 0)


def test_an_empty_site_has_a_front_page() -> None:
    assert {page.url for page in plan(library(), Settings())} >= {"/", "/archive/", "/pending/", "/topics/"}


def test_a_persons_page_has_what_they_said_and_who_stands_beside_them() -> None:
    person = view("/people/mara-veldan/", TermPage)
    assert isinstance(person, TermPage)
    assert [(said.text, said.cards[0].url) for said in person.quotes] == [("We sign.", "/deal/")]
    assert [(label.name, label.count) for label in person.related] == [("Ports", 2)]


def test_terms_stand_under_their_first_letter_accents_aside() -> None:
    index = view("/people/", Index, facts("a", people=("Émile", "Eva", "Йосип", "Їжак", "7even", "李")))
    assert isinstance(index, Index)
    assert [(letter, [label.name for label in labels]) for letter, labels in index.letters] == [
        ("#", ["7even"]),
        ("E", ["Émile", "Eva"]),
        ("Ї", ["Їжак"]),
        ("Й", ["Йосип"]),
        ("李", ["李"]),
    ]


def test_the_archive_counts_what_is_inside() -> None:
    archive, month = view("/archive/", Archive), view("/archive/2026/10/", Archive)
    assert isinstance(archive, Archive)
    assert isinstance(month, Archive)
    assert [(label.name, label.count) for label in archive.parts] == [("2026", 2), ("undated", 1)]
    assert [(label.name, label.url) for label in month.parts] == [
        ("2026-10-05", "/archive/2026/10/05/"),
        ("2026-10-04", "/archive/2026/10/04/"),
    ]
    assert month.parent == "/archive/2026/"


def test_the_pending_page_says_who_waits_for_what() -> None:
    pending = view("/pending/", PendingPage)
    assert isinstance(pending, PendingPage)
    (wanted,) = pending.wanted
    assert (wanted.headline, wanted.why) == ("Who owns the port", "absent")
    assert [citation.card.url for citation in wanted.waiting] == ["/strike/"]
    assert isinstance(wanted.waiting[0], Citation)


def test_the_headline_that_most_briefings_wait_for_comes_first() -> None:
    found = view("/pending/", PendingPage, facts("a", refers=["One", "Two"]), facts("b", refers=["TWO"]))
    assert isinstance(found, PendingPage)
    assert [(wanted.headline, len(wanted.waiting)) for wanted in found.wanted] == [("Two", 2), ("One", 1)]


def test_a_feed_item_keeps_its_id_when_the_headline_and_address_change() -> None:
    before = view("/feed.xml", Feed, facts("a", "One", path="one.md"))
    after = view("/feed.xml", Feed, facts("a", "Two", path="two.md"))
    assert isinstance(before, Feed)
    assert isinstance(after, Feed)
    assert before.items[0].id == after.items[0].id == "tag:news.example,2020:a"


def test_the_sitemap_lists_pages_for_people_once_and_no_redirects() -> None:
    sitemap = view("/sitemap.xml", Sitemap)
    assert isinstance(sitemap, Sitemap)
    urls = [entry.url for entry in sitemap.entries]
    assert {"/", "/deal/", "/topics/ports/"} <= set(urls)
    assert not {"/old/deal/", "/page/2/", "/404.html", "/feed.xml"} & set(urls)
    assert len(urls) == len(set(urls))


def test_a_withdrawn_briefing_leaves_a_tombstone_that_shows_nothing_of_it() -> None:
    found = pages(
        facts("a", "Secret headline", status="withdrawn", summary="Secret.", aliases=("/secret",)),
        facts("b", refers=["Secret headline"]),
    )
    assert found["/a/"].template == "withdrawn.html"
    assert found["/secret/"].template == "withdrawn.html"
    assert "Secret" not in repr(found["/a/"].view)
    assert "/a/" not in repr([page.view for url, page in found.items() if url != "/a/"])


def test_a_draft_in_a_preview_is_marked_and_not_listed() -> None:
    found = pages(facts("a", status="draft"), show=Show(drafts=True))
    story = found["/a/"].view
    assert isinstance(story, Story)
    assert story.held == "draft"
    assert not found["/a/"].is_listed
    feed = found["/feed.xml"].view
    assert isinstance(feed, Feed)
    assert feed.items == ()


@pytest.mark.parametrize("alias", ["/a/", "/a"])
def test_a_page_that_came_back_to_its_former_address_needs_no_redirect(alias: str) -> None:
    assert pages(facts("a", aliases=(alias,)))["/a/"].template == "story.html"


def test_a_former_address_without_an_extension_is_a_folders() -> None:
    found = pages(facts("a", aliases=("/old", "/older.html")))
    assert [found[url].template for url in ("/old/", "/older.html")] == ["redirect.html", "redirect.html"]


def test_a_file_may_not_stand_where_another_page_needs_a_folder() -> None:
    with pytest.raises(Broken, match="needs a folder where the static file /people is a file"):
        plan(library(facts("a")), SETTINGS, ["/people"])


@pytest.mark.parametrize("alias", ["/strike/", "/topics/", "/../up/", "/x y/", "/a//b/", "/STRIKE/", "//evil.example/"])
def test_an_alias_that_takes_another_pages_place_or_is_no_address_is_refused(alias: str) -> None:
    with pytest.raises(Broken) as caught:
        pages(facts("a", aliases=(alias,)), facts("strike"))
    assert "content/a.md" in str(caught.value)


def test_a_page_may_not_take_a_static_files_place() -> None:
    with pytest.raises(Broken, match=r"static file /robots\.txt"):
        plan(library(facts("a")), SETTINGS, ["/robots.txt"])


def test_the_output_file_of_an_address() -> None:
    assert [path(url) for url in ("/", "/topics/", "/feed.xml")] == ["index.html", "topics/index.html", "feed.xml"]


class TestKey:
    """A page's key covers what it shows, and says why it changed."""

    def parts(self, page: Page) -> dict[str, int]:
        return parts(page.view, encode(page.view))

    def test_equal_pages_have_equal_keys(self) -> None:
        one, two = pages(), pages()
        assert [key(encode(one[url].view), "t1", "s1") for url in one] == [
            key(encode(two[url].view), "t1", "s1") for url in two
        ]

    def test_a_template_or_setting_changes_every_key(self) -> None:
        page = pages()["/deal/"]
        assert (
            len(
                {
                    key(encode(page.view), "t1", "s1"),
                    key(encode(page.view), "t2", "s1"),
                    key(encode(page.view), "t1", "s2"),
                }
            )
            == 3
        )

    def test_the_reason_names_the_card_that_changed(self) -> None:
        renamed = (facts("deal", "Port deal signed", aliases=("The deal",)), *WORLD[1:])
        before, after = self.parts(pages()["/strike/"]), self.parts(pages(*renamed)["/strike/"])
        assert explain(before, after) == "card of /deal/ changed"

    def test_the_reason_names_the_reference_that_healed(self) -> None:
        before = self.parts(pages()["/strike/"])
        after = self.parts(pages(*WORLD, facts("owner", "Who owns the port"))["/strike/"])
        assert explain(before, after) == 'reference "Who owns the port" is gone, card of /owner/ is new'

    def test_a_page_of_another_kind_has_other_fields(self) -> None:
        old, new = {"template front.html": 1, "url": 2, "title": 3}, {"template gone.html": 1, "url": 2, "target": 4}
        assert (
            explain(old, new) == "template gone.html is new, target is new, template front.html is gone, title is gone"
        )
        assert explain(old, {**old, "held": 5}) == "held changed"

    def test_the_reason_names_the_backlink_that_came(self) -> None:
        before = self.parts(pages()["/bare/"])
        after = self.parts(pages(*WORLD, facts("x", refers=["Headline bare"]))["/bare/"])
        assert explain(before, after) == "backlink from /x/ is new"

    def test_a_page_that_was_never_made_is_new(self) -> None:
        assert press.explain(None, encode(self.parts(pages()["/"]))) == "new"

    def test_two_references_to_one_briefing_are_two_parts(self) -> None:
        known = facts("a", "Alpha", aliases=("One", "Two"))
        one, two = (pages(known, facts("x", refers=[name, "Alpha"]))["/x/"] for name in ("One", "Two"))
        assert key(encode(one.view), "t1", "s1") != key(encode(two.view), "t1", "s1")

    def test_a_page_whose_file_was_touched_says_so(self) -> None:
        page = self.parts(pages()["/"])
        assert explain(page, page) == "its file was changed or removed"

    def test_swapping_two_items_is_a_change(self) -> None:
        one = pages(facts("x", refers=["Headline a", "Headline b"]), facts("a"), facts("b"))["/x/"]
        two = pages(facts("x", refers=["Headline b", "Headline a"]), facts("a"), facts("b"))["/x/"]
        assert key(encode(one.view), "t1", "s1") != key(encode(two.view), "t1", "s1")
        assert explain(self.parts(one), self.parts(two)) == "the order of gaps changed"


def test_a_moment_without_an_offset_is_in_the_sites_zone() -> None:
    story = view("/a/", Story, facts("a", date="2026-10-05T09:30", updated=Moment("2026-10-05T07:00Z")))
    assert isinstance(story, Story)
    assert (story.date, story.updated) == (Time("2026-10-05T09:30:00+03:00"), Time("2026-10-05T10:00:00+03:00"))


def test_a_reference_to_what_was_withdrawn_says_so_and_nobody_waits_for_it() -> None:
    taken_back = facts("killed", "Port deal signed at last", status="withdrawn")
    refers = facts("a", "Who refers", ["Port deal signed at last"], date="2026-10-05")
    story = view("/a/", Story, taken_back, refers)
    assert isinstance(story, Story)
    (gap,) = story.gaps
    assert isinstance(gap, Waiting)
    assert (gap.why, gap.candidates) == ("withdrawn", ())
    waiting = view("/pending/", PendingPage, taken_back, refers)
    assert isinstance(waiting, PendingPage)
    assert waiting.wanted == ()
