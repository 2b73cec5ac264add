from tests.intake.formats.reading import articles, shown

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour Wire</title><language>en</language>
<item><title>AT&amp;amp;T buys port</title><link>https://h.example/1</link><guid>x1</guid>
<pubDate>Sat, 03 Oct 2026 08:00:00 +0300</pubDate><dc:creator>By Ada Reed</dc:creator><description>Short.</description>
<content:encoded><![CDATA[<p>One.</p><p>Read also: <a href="https://h.example/2">Two ports close</a></p>]]></content:encoded></item>
<item><title>Two</title><guid>x2</guid><description>Plain&nbsp;text &amp; more.</description></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Küstenblatt</title><entry><id>urn:1</id><title>Fähre</title>
<link rel="alternate" href="https://k.example/1"/><published>2026-03-09T12:00:00Z</published><updated>2026-03-10T12:00:00Z</updated>
<author><name>Onno Klaas</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Eins.</p></div></content>
</entry></feed>"""
JSON_FEED = """{"version":"https://jsonfeed.org/version/1.1","title":"Weekly","language":"en","items":[{"id":"1","title":"T",
"url":"https://w.example/1","content_html":"<p>One.</p>","date_published":"2026-10-03T08:00:00Z","authors":[{"name":"A B"}]}]}"""


def test_each_item_of_rss_is_an_article() -> None:
    first, second = articles(RSS)
    assert (first.headline, shown(first)) == (
        "AT&T buys port",
        ["One.", "reference Read also | Two ports close -> https://h.example/2"],
    )
    assert (first.stated.published, first.stated.byline, first.stated.source, first.stated.guid) == (
        "2026-10-03T08:00:00+03:00",
        "Ada Reed",
        "Harbour Wire",
        "x1",
    )
    assert shown(second) == ["Plain\u00a0text & more."]


def test_an_item_keeps_its_name_while_the_feed_moves_on() -> None:
    later = RSS.replace("<item><title>AT", "<item><title>New</title><guid>x3</guid></item><item><title>AT", 1)
    assert {item.seed: item.sha256 for item in articles(RSS)}.items() <= {
        item.seed: item.sha256 for item in articles(later)
    }.items()


def test_atom_is_read() -> None:
    (found,) = articles(ATOM)
    assert (found.headline, shown(found), found.stated.language, found.stated.byline) == (
        "Fähre",
        ["Eins."],
        "de",
        "Onno Klaas",
    )
    assert (found.stated.published, found.stated.updated, found.stated.url) == (
        "2026-03-09T12:00:00Z",
        "2026-03-10T12:00:00Z",
        "https://k.example/1",
    )


def test_json_feed_is_read() -> None:
    (found,) = articles(JSON_FEED)
    assert (found.headline, shown(found), found.stated.source, found.stated.byline) == ("T", ["One."], "Weekly", "A B")
