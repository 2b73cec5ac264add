from tests.intake.formats.reading import article, shown

PAGE = """<!doctype html><html lang="en"><head><title>Port strike ends | Harbour Daily</title>
<meta property="og:title" content="Port strike ends"><meta property="og:site_name" content="Harbour Daily">
<link rel="canonical" href="https://daily.example/strike"><script type="application/ld+json">
{"@graph":[{"@type":"NewsArticle","headline":"Port strike ends","datePublished":"2026-03-04T10:00:00+0200",
"author":[{"@type":"Person","name":"Ada Reed"}]}]}</script></head><body><nav><a href="/">Home</a></nav><main><article>
<p class="kicker">Ports</p><h1>Port strike ends</h1><p class="standfirst">The cranes move.</p>
<figure><img src="x"><figcaption>Photo: X</figcaption></figure><div class="article-body">
<p>The strike ended on Tuesday, the union said.</p><div class="share-bar"><a href="#">Share</a></div>
<aside class="related"><h3>Read also</h3><ul><li><a href="/x">Strike enters second week</a></li></ul></aside>
<h2>What next</h2><p>Ships wait. See also: <a href="/y">Port fee cut by a third</a></p></div></article>
<section class="most-read"><h2>Most read</h2><ul><li><a href="/q">Something else entirely here</a></li></ul></section>
</main><footer><p>© Harbour Daily</p></footer></body></html>"""


def body(text: str) -> list[str]:
    return shown(article(f"<html><body><article><h1>Head</h1>{text}</article></body></html>"))


def test_page_says_of_itself_what_its_head_says() -> None:
    found = article(PAGE)
    stated = found.stated
    assert (found.headline, stated.published, stated.byline) == (
        "Port strike ends",
        "2026-03-04T10:00:00+02:00",
        "Ada Reed",
    )
    assert (stated.source, stated.language, stated.url) == ("Harbour Daily", "en", "https://daily.example/strike")


def test_main_text_is_kept_and_what_stands_on_every_page_is_told_apart() -> None:
    assert shown(article(PAGE)) == [
        "furniture | Ports",
        "standfirst | The cranes move.",
        "caption | Photo: X",
        "The strike ended on Tuesday, the union said.",
        "furniture | Share -> #",
        "reference Read also | Strike enters second week -> /x",
        "heading | What next",
        "Ships wait.",
        "reference See also | Port fee cut by a third -> /y",
        "furniture | Most read",
        "furniture | Something else entirely here -> /q",
    ]


def test_label_above_a_list_makes_references_of_its_items() -> None:
    assert body("<p>Text is here.</p><p><b>Read also:</b></p><ul><li><a href='/a'>One</a></li><li>Two</li></ul>") == [
        "Text is here.",
        "reference Read also | One -> /a",
        "reference Read also | Two",
    ]


def test_badge_between_label_and_link_is_no_part_of_the_headline() -> None:
    assert body("<p>Text.</p><p>Read also: <span class='badge'>Subscribers</span> <a href='/a'>Port opens</a></p>") == [
        "Text.",
        "reference Read also | Port opens -> /a",
    ]


def test_prose_with_a_link_stays_prose() -> None:
    assert body("<p>The port, <a href='/a'>closed in May</a>, is open.</p>") == ["The port, closed in May, is open."]


def test_repeated_paragraph_is_kept() -> None:
    assert body("<p>We wait.</p><p>We wait.</p>") == ["We wait.", "We wait."]


def test_breaks_part_paragraphs_only_where_there_are_two() -> None:
    assert body("<div>One line<br>goes on.<br><br>Two.</div>") == ["One line goes on.", "Two."]


def test_entities_that_were_escaped_twice_are_read() -> None:
    assert body("<p>Fish &amp;amp; chips</p>") == ["Fish & chips"]


def test_headline_without_the_site() -> None:
    page = "<html><head><title>Port opens | The Daily</title></head><body><p>Some text of a page that has no h1.</p></body></html>"
    assert article(page).headline == "Port opens"


def test_article_element_without_text_is_passed_over() -> None:
    page = "<html><body><h1>Head</h1><article></article><div><p>Some text that stands outside of it.</p></div></body></html>"
    assert shown(article(page)) == ["Some text that stands outside of it."]
