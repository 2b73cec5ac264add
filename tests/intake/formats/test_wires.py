from tests.intake.formats.reading import article, articles, shown

NITF = """<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-4.dtd"><nitf><head><docdata management-status="canceled">
<doc-id id-string="n1"/><date.issue norm="20261003T080000Z"/></docdata></head><body><body.head><hedline><hl1>Head</hl1>
<hl2>Sub</hl2></hedline><byline>By <person>Ada Reed</person><byttl>Writer</byttl></byline><distributor>CP</distributor>
<dateline><location>Ostrel</location></dateline></body.head><body.content><p>One <person>X Y</person> two.</p><hl2>Section</hl2>
<media><media-caption>A ship</media-caption></media><p>Three.</p></body.content><body.end><tagline>(End)</tagline></body.end></body></nitf>"""
G2 = """<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="g1" version="2"><itemMeta>
<itemClass qcode="ninat:text"/><versionCreated>2026-05-12T12:00:00Z</versionCreated><pubStatus qcode="stat:usable"/>
<edNote>Adds quote</edNote><signal qcode="sig:correction"/><link rel="irel:seeAlso" href="/w"><title>Sea cools</title></link></itemMeta>
<contentMeta><headline>Sea warms</headline><by>By Lena Abbot</by><infoSource literal="x"><name>Meridian</name></infoSource>
<language tag="en"/><located><name>Ostrel</name></located></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml">
<html xmlns="http://www.w3.org/1999/xhtml"><body><p>One.</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>"""
NEWSML = """<NewsML><NewsItem><Identification><NewsIdentifier><NewsItemId>i1</NewsItemId><RevisionId>1</RevisionId></NewsIdentifier>
</Identification><NewsManagement><ThisRevisionCreated>20260412T120000Z</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement>
<NewsComponent><NewsLines><HeadLine>Head</HeadLine><ByLine>By Ada Reed</ByLine><DateLine>Ostrel, April 12</DateLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="CP"/></Provider></AdministrativeMetadata>
<ContentItem><DataContent><p>One.</p><p>Two.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"""
NINJS = """{"uri":"u1","version":"3","headline":"Mill grinds","byline":"By Mara Quist","located":"Calder","language":"en","source":"CP",
"versioncreated":"2026-04-02T12:00:00Z","ednote":"Adds a photo","body_html":"<p>One.</p>","pubstatus":"usable",
"associations":{"a":{"type":"text","headline":"Mill sold","uri":"u0"},"b":{"type":"picture","headline":"A mill"}}}"""


def test_nitf_is_read_and_its_doctype_passed_over() -> None:
    found = article(NITF)
    assert (found.headline, shown(found)) == (
        "Head",
        ["standfirst | Sub", "One X Y two.", "heading | Section", "caption | A ship", "Three.", "credit | (End)"],
    )
    stated = found.stated
    assert (stated.byline, stated.source, stated.place, stated.status, stated.people) == (
        "Ada Reed",
        "CP",
        "Ostrel",
        "withdrawn",
        ("X Y",),
    )


def test_newsml_g2_is_read() -> None:
    found = article(G2)
    assert (found.headline, shown(found)) == (
        "Sea warms",
        ["note | Adds quote", "One.", "reference | Sea cools -> /w"],
    )
    stated = found.stated
    assert (stated.guid, stated.version, stated.status, stated.source, stated.byline, stated.place) == (
        "g1",
        "2",
        "corrected",
        "Meridian",
        "Lena Abbot",
        "Ostrel",
    )


def test_newsml_1_is_read() -> None:
    found = article(NEWSML)
    assert (found.headline, shown(found), found.stated.published) == ("Head", ["One.", "Two."], "2026-04-12T12:00:00Z")
    assert (found.stated.source, found.stated.byline, found.stated.place) == ("CP", "Ada Reed", "Ostrel")


def test_ninjs_1_is_read() -> None:
    found = article(NINJS)
    assert shown(found) == ["note | Adds a photo", "One.", "reference | Mill sold -> u0"]
    assert (found.stated.byline, found.stated.place, found.stated.guid) == ("Mara Quist", "Calder", "u1")


def test_ninjs_2_is_read_with_its_main_headline_and_best_body() -> None:
    found = article(
        '{"headlines":[{"role":"short","value":"S"},{"role":"main","value":"Main"}],"by":"A B",'
        '"bodies":[{"contenttype":"text/plain","value":"x"},{"contenttype":"text/html","value":"<p>One.</p>"}]}'
    )
    assert (found.headline, shown(found), found.stated.byline) == ("Main", ["One."], "A B")


def test_wrapped_items_are_several_articles() -> None:
    assert [found.headline for found in articles('{"data":{"item":[{"headline":"A"},{"headline":"B"}]}}')] == ["A", "B"]


def test_iptc_7901_loses_its_envelope() -> None:
    found = article(
        "\x01abc 3 fin 0187\r\n\x02\r\nHead line\r\n\r\n  One two\r\nthree.\r\n  Four.\r\n\x03\r\n191137 GMT Mar 26\r\n\x04"
    )
    assert (found.headline, shown(found), found.stated.published) == (
        "Head line",
        ["One two three.", "Four.", "credit | abc 3 fin 0187", "credit | 191137 GMT Mar 26"],
        "2026-03-19T11:37:00Z",
    )


def test_anpa_headline_is_the_first_marked_line() -> None:
    found = article(
        "\x16\x16\x01a0421\x1f\r\nr a BC-Roofs 0240\x13\r\n\x02\x08Roofs fall<\r\nBy A QUIST<\r\n\t   One\r\ntwo.\r\n\t   Three.\r\n\x03"
    )
    assert (found.headline, shown(found)[:3]) == ("Roofs fall", ["By A QUIST", "One two.", "Three."])
