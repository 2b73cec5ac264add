"""The search index: which files there are, what stands in them, and which of them a new briefing changes."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as some
from msgspec.structs import replace

from readalso.briefing.facts import Facts
from readalso.briefing.frontmatter import FrontMatter, Source
from readalso.briefing.vocabulary import Vocabulary, vocabulary
from readalso.library.visibility import Show
from readalso.pages.kinds import search
from readalso.pages.page import Page
from readalso.pages.shelf import stock
from readalso.pages.views import SearchBlock, SearchIndex, SearchPart, SearchWord
from readalso.settings import Licence, Settings
from tests.library.world import facts, library


def told(id: str, title: str, text: str = "", **keys: Any) -> Facts:
    """A briefing that knows its words."""
    found = facts(id, title, **keys)
    return replace(found, vocabulary=vocabulary(found.matter, text))


def index(*briefings: object, settings: Settings = Settings(), show: Show = Show()) -> dict[str, Page]:
    found = library(*briefings, settings=settings, show=show)  # type: ignore[arg-type]
    return {page.url: page for page in search.pages(stock(found, settings))}


def entries(pages: dict[str, Page]) -> dict[str, SearchWord]:
    return {word.word: word for page in pages.values() if isinstance(page.view, SearchPart) for word in page.view.words}


def found(pages: dict[str, Page], word: str) -> list[str]:
    """The headlines of the briefings that a word is in."""
    known = entries(pages).get(word)
    titles = []
    for block, number in [*spelt(known.titles), *spelt(known.others)] if known else []:
        view = pages[f"/search/blocks/{block}.json"].view
        assert isinstance(view, SearchBlock)
        titles.append(view.cards[int(number, 36)].title)
    return titles


def spelt(text: str) -> list[tuple[str, str]]:
    """The places of a word, block and number, as search.js reads them."""
    found = []
    day = 0
    for piece in text.split():
        block, *numbers = piece.split(".")
        step, dash, part = block.partition("-")
        day = abs(day - int(step, 36))
        found += [(f"{search._number(day)}{dash}{part}", number) for number in numbers]
    return found


WORLD = (
    told("a", "Port deal", "The cranes stand.", date="2026-10-05", topics=("Ports",)),
    told("b", "Strike ends", date="2026-10-05", summary="The port works again.", people=("Mara Veldan",)),
    told("c", "Порт працює", date="2026-10-06", topics=("Ports",)),
    told("d", "Undated"),
)


def test_a_word_leads_to_the_briefings_it_is_in() -> None:
    pages = index(*WORLD)
    assert found(pages, "port") == ["Port deal", "Strike ends"]
    assert found(pages, "порт") == ["Порт працює"]
    assert found(pages, "veldan") == ["Strike ends"]
    assert found(pages, "undated") == ["Undated"]
    assert found(pages, "cranes") == []
    assert found(index(*WORLD, settings=Settings(search="text")), "cranes") == ["Port deal"]


def test_of_places_each_block_stands_once_and_days_are_told_by_their_distance() -> None:
    dated = [told(f"{day}{letter}", "Port", date=f"2026-10-0{day}") for day in (5, 2) for letter in "ab"]
    assert entries(index(*dated, told("x", "Port")))["port"].titles == "fuwm.0.1 3.0.1 fuwj.0"


def test_the_address_of_a_term_is_a_word_too() -> None:
    assert found(index(*WORLD), "/topics/ports/") == ["Порт працює", "Port deal"]


def test_search_that_is_off_leaves_nothing() -> None:
    assert index(*WORLD, settings=Settings(search="off")) == {}


def test_what_the_public_does_not_see_is_not_found_even_in_a_preview() -> None:
    pages = index(told("a", "Secret", status="draft"), show=Show(drafts=True))
    assert "secret" not in entries(pages)
    assert not [page for page in pages.values() if isinstance(page.view, SearchBlock)]


def test_a_source_that_keeps_its_text_is_found_by_its_headline_and_names_alone() -> None:
    wire = told("a", "Port deal", "Cranes.", summary="Near.", people=("Mara Veldan",), source=Source("Wire"))
    pages = index(wire, settings=Settings(search="text", sources=(Licence("Wire", "headline"),)))
    assert set(entries(pages)) >= {"port", "veldan"}
    assert not {"cranes", "near"} & set(entries(pages))


def test_a_new_briefing_changes_its_block_and_the_parts_of_its_words() -> None:
    before = index(*WORLD)
    after = index(*WORLD, told("e", "Port reopens", date="2026-10-07"))
    changed = {url for url in after if url not in before or before[url] != after[url]}
    assert changed == {
        "/search/words/70.json",
        "/search/words/72.json",
        "/search/parts/2f.json",
        "/search/blocks/fuwo.json",
    }


def test_parts_are_split_where_many_words_begin_alike() -> None:
    words = [f"{first}{second}{third}" for first in "ab" for second in "abcdefgh" for third in "abcdefgh"]
    known = Vocabulary(" ".join([*words, "a"]))
    many = [replace(facts(f"x{number}"), vocabulary=known) for number in range(60)]
    pages = index(*many)
    parts = {page.view.title: page.view for page in pages.values() if isinstance(page.view, SearchPart)}
    assert {word.word for part in parts.values() for word in part.words} >= {*words, "a"}
    assert all(word.word.startswith(prefix) for prefix, part in parts.items() for word in part.words)
    assert all(sum(len(word.titles) for word in part.words) <= search.PART * 8 for part in parts.values())
    assert listed(pages) == sorted(parts)


def listed(pages: dict[str, Page]) -> list[str]:
    """The beginnings of parts in all lists, in their order; each list stands where its first one says."""
    found: list[str] = []
    top = pages["/search/index.json"].view
    assert isinstance(top, SearchIndex)
    for start in top.parts:
        one = pages[f"/search/parts/{'-'.join(f'{ord(char):x}' for char in start)}.json"].view
        assert isinstance(one, SearchIndex)
        assert one.parts[0] == start == one.title
        found += one.parts
    return found


@given(some.sets(some.text(some.sampled_from("abc\u0436\ufb01\U0001f600"), min_size=1, max_size=5), min_size=1))
def test_the_lists_have_every_part_once_as_a_script_sorts_them(prefixes: set[str]) -> None:
    lists = search._lists(prefixes)
    names = [prefix for some in lists.values() for prefix in some]
    assert sorted(names) == sorted(prefixes)
    assert names == sorted(prefixes, key=lambda text: text.encode("utf-16-be"))
    assert list(lists) == [some[0] for some in lists.values()]


def test_a_part_that_comes_changes_one_list() -> None:
    names = [f"{number:05}" for number in range(5_000)]
    before = search._lists(names)
    assert 30 < len(before) < 70
    for new in ("00000a", "02500a", "04999a"):
        after = search._lists([*names, new])
        assert sum(after.get(start) != some for start, some in before.items()) == 1


def test_a_crowded_day_has_several_blocks_and_every_briefing_is_in_one() -> None:
    pages = index(*(told(f"b{number:03}", f"Headline {number}", date="2026-10-05") for number in range(100)))
    blocks = [page.view for page in pages.values() if isinstance(page.view, SearchBlock)]
    assert len(blocks) > 4
    assert sum(len(block.cards) for block in blocks) == 100
    assert sorted(found(pages, "headline")) == sorted(f"Headline {number}" for number in range(100))


def test_of_a_word_too_common_the_newest_places_are_kept() -> None:
    many = (told(f"b{number:04}", "Port", date=f"2026-{1 + number % 10:02}-03") for number in range(1_200))
    word = entries(index(*many))["port"]
    assert word.is_common
    assert len(spelt(word.titles)) == search.COMMON // 4


def test_a_front_matter_without_words_is_no_trouble() -> None:
    assert vocabulary(FrontMatter("a", "—"), "") == Vocabulary()
