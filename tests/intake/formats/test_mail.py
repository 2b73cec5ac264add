from pathlib import Path

import pytest

from tests.intake.formats.reading import article, shown
from tests.intake.test_receive import briefing, bring, put

HEAD = "From: Desk <d@x.example>\nTo: all@x.example\nSubject: =?utf-8?q?F=C3=A4hre?= kommt\nDate: Sat, 20 Jun 2026 12:00:00 +0200\nMessage-ID: <m1@x>\nMIME-Version: 1.0\n"


def test_subject_date_and_text_are_read() -> None:
    found = article(
        HEAD
        + "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nF=E4hre da.\n\nZwei.\n\n-- \nDesk"
    )
    assert (found.headline, shown(found)) == ("Fähre kommt", ["Fähre da.", "Zwei.", "credit | Desk"])
    assert (found.stated.published, found.stated.guid) == ("2026-06-20T12:00:00+02:00", "m1@x")


def test_plain_text_goes_before_html() -> None:
    found = article(
        HEAD + "Content-Type: multipart/alternative; boundary=B\n\n--B\nContent-Type: text/plain\n\nOne.\n\n--B\n"
        "Content-Type: text/html\n\n<p>One.</p>\n--B--\n"
    )
    assert shown(found) == ["One."]


def test_stub_gives_way_to_html() -> None:
    found = article(
        HEAD + "Content-Type: multipart/alternative; boundary=B\n\n--B\nContent-Type: text/plain\n\nSee HTML.\n\n--B\n"
        "Content-Type: text/html\n\n<p>One paragraph of text.</p><p>Read also: <a href='/a'>Other</a></p>\n--B--\n"
    )
    assert shown(found) == ["One paragraph of text.", "reference Read also | Other -> /a"]


def test_forwarded_mail_is_the_article() -> None:
    found = article(
        HEAD.replace("Subject: ", "Subject: FW: ") + "\nFYI\n\n-----Original Message-----\nFrom: CP <cp@x>\n"
        "Sent: 2026-03-22 09:10\nTo: us\nSubject: Bakery bakes\n\nHUME (CP) - Bread.\n"
    )
    assert (found.headline, shown(found), found.stated.published) == (
        "Bakery bakes",
        ["HUME (CP) - Bread."],
        "2026-03-22T09:10:00",
    )


def test_header_in_no_known_charset_is_left_as_it_is() -> None:
    found = article("From: a@x\nTo: b@x\nSubject: =?koi8\u00f6?q?x?= Port\nMIME-Version: 1.0\n\nText.")
    assert shown(found) == ["Text."]


PLAIN = HEAD + "Content-Type: text/plain; charset=utf-8\n\n"
HTML = HEAD + "Content-Type: text/html; charset=utf-8\n\n"
STORY = "HALDEN, Nov. 21, 2026 (Harbour Wire) — The pier opened.\n\nIt took nine years.\n\n"
SIGNED = "Tom Baker\nPress officer\nPhone +99 123"


@pytest.mark.parametrize(
    ("salutation", "closing"),
    [
        ("Dear colleagues,\n\n", "Best regards,\n"),
        ("Dear Sir or Madam,\n", "Yours faithfully\n\n"),
        ("Sehr geehrte Damen und Herren,\n\n", "Mit freundlichen Grüßen aus Halden\n"),
        ("Madame, Monsieur,\n\n", "Veuillez agréer, Madame, Monsieur, nos salutations distinguées.\n\n"),
        ("Шановні колеги!\n\n", "З повагою,\n"),
        ("尊敬的编辑：\n\n", "此致\n"),
        ("報道関係者各位\n\n", "敬具\n\n"),
    ],
)
def test_salutation_and_signature_are_marked(salutation: str, closing: str) -> None:
    found = shown(article(f"{PLAIN}{salutation}{STORY}{closing}{SIGNED}\n"))
    assert found[:3] == [f"salutation | {salutation.strip()}", *STORY.strip().split("\n\n")]
    assert found[3] == f"signature | {closing.strip()}"
    assert " ".join(found[4:]).replace("signature | ", "") == SIGNED.replace("\n", " ")


def test_salutation_and_signature_of_a_web_page_in_a_mail_are_marked() -> None:
    signed = SIGNED.replace("\n", "<br>")
    assert shown(
        article(f"{HTML}<p>Dear all,</p><p>The pier opened.</p><p>Mit freundlichen Grüßen<br>{signed}</p>")
    ) == [
        "salutation | Dear all,",
        "The pier opened.",
        "signature | Mit freundlichen Grüßen Tom Baker Press officer Phone +99 123",
    ]


def test_reference_below_a_signature_stays_one() -> None:
    found = shown(article(f"{PLAIN}{STORY}Regards, Tom\n\nThis mail is confidential.\n\nRead also: Why\n"))
    assert found[2:] == ["signature | Regards, Tom", "signature | This mail is confidential.", "Read also: Why"]


@pytest.mark.parametrize(
    "text",
    [
        "Dear bread angers Halden.\n\nThe pier opened.\n",
        "The pier opened.\n\nDear colleagues,\n\nit said.\n",
        "The pier opened.\n\nSincerely meant words were said.\n",
        "The letter ended:\n\nYours sincerely,\n\n" + "The pier opened, and everybody came to see it. " * 5 + "\n",
    ],
)
def test_words_of_the_story_are_no_letters(text: str) -> None:
    assert not [words for words in shown(article(PLAIN + text)) if " | " in words]


def test_text_copied_from_a_mail_is_known_by_how_to_reach_the_sender() -> None:
    signed = f"Best regards,\n{SIGNED}45\n"
    expected = ["salutation | Dear colleagues,", *STORY.strip().split("\n\n"), "signature | Best regards,"]
    for head in ("Pier opens\n\nDear colleagues,\n\n", "Dear colleagues,\n\nPier opens\n\n"):
        found = article(head + STORY + signed)
        assert (found.headline, shown(found)[:4]) == ("Pier opens", expected)
    open_letter = article(f"Text of the letter\n\nDear minister,\n\n{STORY}Yours sincerely,\nForty scientists\n")
    assert not [words for words in shown(open_letter) if " | " in words]


def test_briefing_of_a_mail_has_the_story_alone(tmp_path: Path) -> None:
    put(tmp_path, "seeds/a.eml", f"{PLAIN}Dear colleagues,\n\n{STORY}Best regards,\n{SIGNED}\n")
    (received,) = bring(tmp_path).files
    made = briefing(tmp_path, received.briefing)
    assert made.text == "The pier opened.\n\nIt took nine years.\n"
    assert (made.matter.dateline, made.matter.source.name, made.matter.people) == ("Halden", "Harbour Wire", ())
    assert made.matter.summary == "The pier opened."
    assert [entry.fate for entry in received.ledger if entry.fate.startswith("dropped")] == [
        "dropped by salutation",
        "dropped by signature",
        "dropped by signature",
    ]
