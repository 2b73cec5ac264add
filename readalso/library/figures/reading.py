"""The pieces of a headline with its figures, units, months and abbreviations spelt in one way.

    Court fines Garrick $1.2 million on Sept. 2nd    ->  ... 1200000 $ on september 2
    Court fines Garrick 1,200,000 dollars on 2 September
    Nurses' strike enters second week                ->  ... 2. week

A number is its digits, an ordinal its digits and a point. A single group of three digits behind the mark that a
language writes before fractions might be either ("1,200" in German), and is left as it stands.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from readalso.library.figures.pieces import FIGURE, Piece, cut
from readalso.library.figures.table import ROMANS, Table, table

_GROUP = re.compile(r"[ \u00a0\u2009\u202f'’٬]")
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})")
_OF = ("de", "d", "di", "of")
_LONGEST_ENDING = 3
_MOST_DIGITS = 30
_FRENCH_SCORES = (60, 80)
"""Tens to which French adds the numbers up to nineteen: "soixante-dix", "quatre-vingt-onze"."""
_ONE_POINT = re.compile(r"(\d+)([.,])(\d+)")


def read(headline: str, language: str) -> tuple[Piece, ...]:
    """The pieces of a headline, those of figures in one spelling."""
    words = table(language)
    pieces = cut(headline)
    if words.counted:
        pieces = tuple(part for piece in pieces for part in _uncounted(piece, words))
    if FIGURE.search(headline) or not words.signals.isdisjoint([piece.key for piece in pieces]):
        return tuple(_Reader(pieces, words).read())
    return pieces


def _uncounted(piece: Piece, words: Table) -> Iterator[Piece]:
    """A number and what it counts, of an adjective that begins with the number: "двухдневную", "2-дневную"."""
    counted = next((stem for stem in words.counted if stem in piece.key), "")
    head, stem, tail = piece.key.partition(counted) if counted else ("", "", "")
    if head in words.counting and len(tail) <= _LONGEST_ENDING:
        yield piece._replace(key=str(words.counting[head]), written=head, kind="number")
        yield piece._replace(key=stem + tail, written=stem + tail, is_hyphened=True)
    else:
        yield piece


def _is_roman(piece: Piece) -> bool:
    return piece.key in ROMANS and piece.written.isupper()


@dataclass(slots=True)
class _Reader:
    """Goes through the pieces once."""

    pieces: Sequence[Piece]
    words: Table
    at: int = 0

    def read(self) -> list[Piece]:
        found: list[Piece] = []
        while self.at < len(self.pieces):
            start = self.at
            found += self._next(found)
            assert self.at > start
        return found

    def _next(self, found: Sequence[Piece]) -> list[Piece]:
        piece = self.pieces[self.at]
        if piece.kind == "word" and piece.key != "us" and piece.key not in self.words.signals:
            self.at += 1
            return [piece]
        before = found[-1] if found else None
        if piece.key == "us" and (sign := self._peek(1)) is not None and sign.key == "$" and sign.is_tight:  # "US$5m"
            self.at += 1
            piece = sign
        is_money = piece.kind == "sign" and piece.key in self.words.currencies and self._is_number(self.at + 1)
        if is_money:
            self.at += 1
            return [*self._number(is_money=True), piece._replace(key=self.words.currencies[piece.key])]
        if month := self._month(before):
            return [month]
        if date := self._numeric_date():
            return date
        if self._is_number(self.at):
            return self._number()
        if piece.kind != "mark" and (short := self._abbreviation()):
            return [short]
        self.at += 1
        if _is_roman(piece):
            after, then = self._peek(), self._peek(1)
            self.at += bool("." in self.words.suffixes and after and after.written == "." and after.is_tight and then)
            return [piece._replace(key=f"{ROMANS[piece.key]}.")]
        if piece.key in self.words.ordinals:
            return [self._ordinal(piece, self.words.ordinals[piece.key], before)]
        return [piece]

    def _peek(self, steps: int = 0) -> Piece | None:
        return self.pieces[self.at + steps] if self.at + steps < len(self.pieces) else None

    def _is_number(self, at: int) -> bool:
        if at >= len(self.pieces):
            return False
        piece = self.pieces[at]
        return piece.kind == "number" or (piece.kind == "word" and piece.key in self.words.cardinals)

    def _month(self, before: Piece | None) -> Piece | None:
        """A month; where its name is shortened, only beside a number or with a point."""
        piece, after = self.pieces[self.at], self._peek(1)
        name = self.words.months.get(piece.key) if piece.kind == "word" else None
        short = self.words.short_months.get(piece.key) if piece.kind == "word" else None
        is_pointed = after is not None and after.written == "." and after.is_tight
        is_beside = before is not None and before.key[:1].isdigit() and not before.key.endswith("%")
        is_before = after is not None and after.kind == "number" and len(after.key) <= 2
        if name is None and short is not None and (is_beside or is_before or is_pointed):
            if piece.key in self.words.cardinals and not is_beside:
                return None
            name = short
            self.at += is_pointed
        if name is None:
            return None
        self.at += 1
        return piece._replace(key=name)

    def _numeric_date(self) -> list[Piece]:
        """A day and a month in digits: "3.9.", with the point that no decimal has."""
        piece, after = self.pieces[self.at], self._peek(1)
        found = _DAY.fullmatch(piece.key) if piece.kind == "number" else None
        if found is None or after is None or after.written != "." or not after.is_tight:
            return []
        months = tuple(dict.fromkeys(self.words.months.values()))
        day, month = int(found[1]), int(found[2])
        if not (1 <= day <= 31 and 1 <= month <= len(months)) or self.words.decimal != ",":
            return []
        self.at += 2
        return [piece._replace(key=str(day)), piece._replace(key=months[month - 1], kind="word")]

    def _abbreviation(self) -> Piece | None:
        """A word written short or at length, without the point behind it."""
        piece, after = self.pieces[self.at], self._peek(1)
        pair = f"{piece.key} {after.key}" if after and after.kind == "word" else ""
        if pair and pair in self.words.abbreviations:
            self.at += 2
            return piece._replace(key=self.words.abbreviations[pair])
        name = self.words.abbreviations.get(piece.key)
        if name is None:
            return None
        self.at += 1
        if after and after.written == "." and after.is_tight and self._peek(1) is not None and piece.key != name:
            self.at += 1
        return piece._replace(key=name)

    def _ordinal(self, piece: Piece, value: int, before: Piece | None) -> Piece:
        """An ordinal; one that is the day of a month is written as a number as well."""
        after = self._peek()
        is_day = (after is not None and self._is_month(after)) or (before is not None and self._is_month(before))
        case = piece.key if self.words.is_inflected and piece.kind == "word" else ""
        return piece._replace(key=str(value) if is_day else f"{value}.", case="" if is_day else case)

    def _is_month(self, piece: Piece) -> bool:
        return piece.key in self.words.months or piece.key in self.words.short_months

    def _number(self, *, is_money: bool = False) -> list[Piece]:
        """A number with its scale, its ordinal's suffix or its unit."""
        first, start = self.pieces[self.at], self.at
        value = self._digits() if first.kind == "number" else self._worded()
        if first.kind == "number" and value is not None and (ordinal := self._suffixed(first, value, start)):
            return [ordinal]
        if first.kind == "number" and (glued := self._glued(first)):
            return [glued]
        if value is None:
            return [first]
        value = self._scaled(value, is_money=is_money)
        written = " ".join(piece.written for piece in self.pieces[start : self.at])
        cases = [piece.key for piece in self.pieces[start : self.at] if piece.key in self.words.oblique]
        is_cased = self.words.is_inflected and first.kind == "word"
        case = " ".join(cases) or "who" if is_cased else ""
        figure = Piece(_plain(value), written, "number", first.is_tight, first.is_hyphened, case)
        return [figure, *self._unit()]

    def _digits(self) -> Decimal | None:
        """The value of the digits; None where it is no plain number, as in "18:00"."""
        key = self.pieces[self.at].key
        self.at += 1
        sign, text = ("-", key[1:]) if key.startswith("-") else ("", key)
        grouped = _GROUP.search(text)
        text = _GROUP.sub("", text).replace("٫", ".")
        if len(text) > _MOST_DIGITS or ":" in text:
            return None
        if text.isdigit():
            return Decimal(sign + text)
        one = _ONE_POINT.fullmatch(text)
        if one and (grouped or len(one[3]) != 3 or one[1] == "0"):
            return Decimal(f"{sign}{one[1]}.{one[3]}")
        decimal = self.words.decimal
        if one:
            return Decimal(sign + one[1] + one[3]) if decimal and one[2] != decimal else None
        parts = re.split(r"[.,]", text)
        marks = set(re.findall(r"[.,]", text))
        if len(marks) == 1 and len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:]):
            return Decimal(sign + "".join(parts))
        last = max(text.rfind("."), text.rfind(","))
        if len(marks) == 2 and text.count(text[last]) == 1 and all(len(part) == 3 for part in parts[1:-1]):
            return Decimal(f"{sign}{''.join(parts[:-1])}.{parts[-1]}")
        return None

    def _suffixed(self, first: Piece, value: Decimal, start: int) -> Piece | None:
        """An ordinal in digits: "2nd", "2-й", and in languages that write it so, "2."."""
        after, then = self._peek(), self._peek(1)
        if after is None or value != value.to_integral_value() or len(first.key) > 3:
            return None
        place = start - 2 if start > 1 and self.pieces[start - 1].written == "." else start - 1  # "Sept. 3rd"
        before = self.pieces[place] if place >= 0 else None
        if after.key == "." and "." in self.words.suffixes and after.is_tight and then and not then.is_tight:
            self.at += 1
            return self._ordinal(first._replace(kind="number"), int(value), before)
        if after.kind == "word" and after.key in self.words.suffixes and (after.is_tight or after.is_hyphened):
            self.at += 1
            return self._ordinal(first._replace(written=first.written + after.written), int(value), before)
        return None

    def _glued(self, first: Piece) -> Piece | None:
        """Digits and letters that are one word and no number with its unit: "5G", "1990s"."""
        after = self._peek()
        if after is None or not after.is_tight or after.kind != "word":
            return None
        if any(after.key in known for known in (self.words.scales, self.words.units, self.words.money_scales)):
            return None
        if after.key in self.words.currencies:
            return None
        self.at += 1
        return Piece(first.key + after.key, first.written + after.written, "word", first.is_tight, first.is_hyphened)

    def _worded(self) -> Decimal:
        """The value of number words that stand together: "two hundred and five"."""
        value = self.words.cardinals[self.pieces[self.at].key]
        self.at += 1
        while (step := self._addend(value)) is not None:
            size, value = step
            self.at += size
        return Decimal(value)

    def _addend(self, value: int) -> tuple[int, int] | None:
        """How many pieces on the next word of the same number ends, and the number with it."""
        after, then = self._peek(), self._peek(1)
        if after is None or after.kind != "word":
            return None
        words = self.words
        if words.prefix and after.key.startswith(words.prefix):
            more = words.cardinals.get(after.key.removeprefix(words.prefix))
            is_unit_first = more is not None and 20 <= more < 100 and value % 100 < 10  # "five and twenty"
            return (1, value + more) if more is not None and is_unit_first else _joined(value, more, 1)
        if after.key in words.joiners and then is not None:
            more = words.cardinals.get(then.key) or words.within.get(then.key)
            if more == 11 and value % 100 == 60:  # "soixante et onze"
                return 2, value + more
            return _joined(value, more, 2) if words.within or value % 100 == 0 else None
        if words.scales.get(after.key) == 100:
            return (1, value * 100) if value < 100 else None
        more = words.cardinals.get(after.key)
        if more is None and value % 100 > 10:
            more = words.within.get(after.key) if after.is_hyphened else None
        if words.prefix and more == 10 and 2 <= value < 10:
            return 1, value + 10
        if more == 20 and value % 100 == 4 and "quatre" in words.cardinals:
            return 1, value + 76
        if more == 100 and 1 < value < 10 and "quatre" in words.cardinals:
            return 1, value * 100
        if more is not None and value % 100 in _FRENCH_SCORES and 10 <= more < 20 and "quatre" in words.cardinals:
            return 1, value + more
        return _joined(value, more, 1)

    def _scaled(self, value: Decimal, *, is_money: bool) -> Decimal:
        """The value with the scales behind it: "1.2 million", "3 mil millones"."""
        total = Decimal(0)
        while (scale := self._scale(is_money=is_money)) and scale > 1:
            self.at += 1
            if total and scale > total and value == 0:
                total *= scale
            else:
                total, value = total + value * scale, Decimal(0)
            after = self._peek()
            if after is not None and scale < 10**6 and after.kind == "word" and after.key in self.words.cardinals:
                value = self._worded()
        return total + value

    def _scale(self, *, is_money: bool) -> int:
        """What the piece multiplies by that follows; 0 where it does not."""
        after, then = self._peek(), self._peek(1)
        if after is None or after.kind not in ("word", "dotted"):
            return 0
        if scale := self.words.scales.get(after.key, 0):
            is_pointed = then is not None and then.written == "." and then.is_tight and self._peek(2) is not None
            if is_pointed and len(after.key) <= 4:
                self.at += 1
            return scale
        is_behind = then is not None and then.key in self.words.currencies
        return self.words.money_scales.get(after.key, 0) if is_money or is_behind else 0

    def _unit(self) -> list[Piece]:
        """The unit or currency that follows a number."""
        after, then = self._peek(), self._peek(1)
        if after is None or after.kind == "mark":
            return []
        name = self.words.currencies.get(after.key) or self.words.units.get(after.key)
        if name is None and after.key in _OF and then is not None and then.key in self.words.currencies:
            after, name = then, self.words.currencies[then.key]  # "millions de dollars"
            self.at += 1
            then = self._peek(1)
        if name is None:
            return []
        self.at += 1
        is_pointed = then is not None and then.written == "." and then.is_tight
        if is_pointed and after.key != name and self._peek(1) is not None:
            self.at += 1
        return [after._replace(key=name)]


def _joined(value: int, more: int | None, size: int) -> tuple[int, int] | None:
    """The sum, where the second number fills only places that are empty in the first."""
    if more is None or more == 0 or value == 0:
        return None
    place = 1000 if more >= 100 else 100 if more >= 10 else 10
    return (size, value + more) if value % place == 0 and value > more else None


def _plain(value: Decimal) -> str:
    """A number in digits, without zeros that say nothing."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
