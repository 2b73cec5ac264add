"""E-mail (.eml): the subject is the headline, the best readable part is the text; of a forwarded mail, those inside it.

RFC 5322 and MIME, through the standard library's reader in its lenient mode.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from itertools import islice

from readalso.errors import broken
from readalso.intake.article import Article, Paragraph, Stated
from readalso.intake.formats import dates, fragments, layout, letters
from readalso.intake.formats.characters import line
from readalso.intake.formats.draft import Draft, single
from readalso.intake.formats.encodings import decode, opening

_HEADER = re.compile(r"(?P<name>[A-Za-z][A-Za-z0-9-]{1,40}):[ \t]?")
_CERTAIN = frozenset(("received", "return-path", "message-id", "mime-version", "delivered-to", "dkim-signature"))
"""Headers that nobody types above an article."""
_LONGEST_HEADER = 5_000
"""Characters of a header that are read."""
_MOST_PARTS = 200
"""Parts that are looked at."""
_REPLY = re.compile(r"(?:(?:re|fwd?|wg|aw|tr|sv|vs|odp|нa|пересл|fw)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_QUOTED = re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE)
_FORWARDED = re.compile(
    r"^[ \t]*(?:[-_*=]{3,}[^\n]*|[^\n:]{0,40}:)?[ \t]*\n?"
    r"(?P<head>(?:^[*]?[^\W\d_][^\n:]{0,20}[ \u00a0]?:[*]?[ \t]+\S[^\n]*\n){3,8})",
    re.MULTILINE,
)
_SUBJECT = re.compile(
    r"^[*]?(?:Subject|Betreff|Objet|Asunto|Oggetto|Assunto|Temat|Předmět|Subiect|Onderwerp|Ämne"
    r"|Konu|Θέμα|Тема)[ \u00a0]?:[*]?\s*(?P<said>.+)$",
    re.MULTILINE | re.IGNORECASE,
)
_DATE = re.compile(
    r"^[*]?(?:Date|Sent|Datum|Fecha|Data|Дата|Надіслано|Отправлено)[ \u00a0]?:[*]?\s*(?P<said>.+)$",
    re.MULTILINE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Letter:
    """A mail's headline, text and date, those of the forwarded one if it holds one."""

    subject: str
    date: str
    text: str


def accepts(data: bytes, name: str) -> bool:
    """A file that begins with mail headers: one that nobody types, or sender and subject at once."""
    names = set(_headers(opening(data)))
    return bool(names & _CERTAIN and names & {"from", "subject", "date"}) or {"from", "subject", "to"} <= names


def _headers(head: str) -> Iterator[str]:
    """The names of the headers before the first empty line; none where another line stands among them."""
    lines = head.partition("\n\n")[0].replace("\r\n", "\n").partition("\n\n")[0].split("\n")
    for number, words in enumerate(lines):
        if words.startswith((" ", "\t")) or (number == 0 and words.startswith("From ")):
            continue
        match = _HEADER.match(words)
        if not match:
            return
        yield match["name"].casefold()


def read(data: bytes, name: str) -> tuple[Article, ...]:
    """The one article of a mail."""
    try:
        message = _innermost(message_from_bytes(data, policy=policy.compat32))
        paragraphs, letter, note = _body(message, name)
    except RecursionError as error:
        raise broken(
            name, "has parts inside each other by the hundred", "save its text as a file of its own"
        ) from error
    stated = Stated(
        published=dates.stated(letter.date),
        source=_header(message, "organization"),
        language=_header(message, "content-language").partition(",")[0],
        guid=_header(message, "message-id").strip("<> "),
        keywords=tuple(filter(None, (word.strip() for word in _header(message, "keywords").split(",")))),
    )
    return single(Draft(letter.subject, paragraphs, stated, tuple(filter(None, [note]))), data, name)


def _innermost(message: Message) -> Message:
    """The mail that a mail only forwards, as an attachment of its own."""
    inner = [part for part in islice(message.walk(), _MOST_PARTS) if part.get_content_type() == "message/rfc822"]
    own = any(_text(part, "").strip() for part in _readable(message, "text/plain"))
    for part in inner if not own or _header(message, "subject").casefold().startswith("fw") else ():
        payload = part.get_payload()
        if isinstance(payload, list) and payload and isinstance(payload[0], Message):
            return payload[0]
    return message


def _body(message: Message, name: str) -> tuple[tuple[Paragraph, ...], _Letter, str]:
    """The paragraphs, and what the letter says of itself; plain text before HTML, unless it is a stub."""
    subject = _REPLY.sub("", _header(message, "subject"), count=1)
    plain = [decode(_bytes(part), name, part.get_content_charset() or "") for part in _readable(message, "text/plain")]
    text = "\n\n".join(part.text for part in plain)
    html = "\n".join(_text(part, name) for part in _readable(message, "text/html"))
    note = next((part.note for part in plain if part.note), "")
    rich = fragments.of_text(html) if html else ()
    if 2 * len(text) < sum(len(paragraph.text) for paragraph in rich):
        return letters.marked(rich), _Letter(subject, _header(message, "date"), html), note
    letter = _forwarded(_Letter(subject, _header(message, "date"), _unquoted(text)))
    return _without_signature(letter.text), letter, note


def _readable(message: Message, kind: str) -> Iterator[Message]:
    """The parts of a kind that are no attachments."""
    parts = islice(message.walk(), _MOST_PARTS)
    return (
        part for part in parts if part.get_content_type() == kind and part.get_content_disposition() != "attachment"
    )


def _text(part: Message, name: str) -> str:
    return decode(_bytes(part), name, part.get_content_charset() or "").text


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _unquoted(text: str) -> str:
    """Text without the ">" of a reply, where most of its lines have one."""
    lines = [words for words in text.split("\n") if words.strip()]
    quoted = sum(words.lstrip().startswith(">") for words in lines)
    return _QUOTED.sub("", text) if 2 * quoted > len(lines) else text


def _forwarded(letter: _Letter) -> _Letter:
    """The letter inside, where the text begins with the head of one, after a line or two of the person who sends it
    on.
    """
    match = _FORWARDED.search(letter.text, 0, 3_000)
    subject = _SUBJECT.search(match["head"]) if match else None
    if not match or not subject:
        return letter
    date = _DATE.search(match["head"])
    return _Letter(
        _REPLY.sub("", line(subject["said"]), count=1),
        date["said"] if date else letter.date,
        letter.text[match.end() :],
    )


def _without_signature(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs, with what only letters have marked; those below the "-- " are credits (RFC 3676, 4.3)."""
    cut = _SIGNATURE.search(text)
    body = letters.marked(layout.paragraphs(letters.parted(text[: cut.start()] if cut else text)))
    return (
        *body,
        *(
            Paragraph(len(body) + 1, line(text[cut.end() :]), "credit")
            for _ in [0]
            if cut and text[cut.end() :].strip()
        ),
    )


def _header(message: Message, name: str) -> str:
    """A header, decoded (RFC 2047) and on one line; raw bytes in it are read as text is."""
    raw = next((str(value)[:_LONGEST_HEADER] for key, value in message.raw_items() if key.casefold() == name), "")
    words = raw if raw.isascii() else decode(raw.encode("utf-8", "surrogateescape"), name).text
    try:
        return line(str(make_header(decode_header(words))))
    except (MessageError, LookupError, UnicodeError, ValueError):
        return line(words)
