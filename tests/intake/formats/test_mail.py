from tests.intake.formats.reading import article, shown

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
