import pytest

from readalso.errors import Broken
from readalso.intake.formats.encodings import decode
from readalso.intake.formats.mojibake import repair

UKRAINIAN = "Міст через річку Руна відкриють для пішоходів у грудні."
SAMPLES = [
    *(
        (UKRAINIAN, encoding)
        for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8_u")
    ),
    ("Мост через реку откроют в декабре, сообщил министр.", "cp866"),
    ("À Valmer, le pont rouvrira, a annoncé la mère à l’école.", "cp1252"),
    ("Rząd przyjął ustawę o żegludze śródlądowej.", "iso8859_2"),
    ("İstanbul’da yağış bekleniyor, şehir ışıkları söndü.", "cp1254"),
    ("Η κυβέρνηση ανακοίνωσε νέα μέτρα για τη γέφυρα.", "cp1253"),
    ("הממשלה אישרה את התוכנית לגשר החדש.", "cp1255"),
    ("新华社北京电 政府今天表示，新的大桥将于明年开放。", "gb18030"),
    ("政府は新しい橋を来年開通させると発表した。", "shift_jis"),
    ("정부는 새로운 다리를 내년에 개통한다고 발표했다.", "euc_kr"),
]


@pytest.mark.parametrize(("text", "encoding"), SAMPLES)
def test_encoding_is_found(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "x").text == text


def test_declared_encoding_goes_before_a_guess() -> None:
    assert decode('<?xml version="1.0" encoding="windows-1251"?><p>Привіт</p>'.encode("cp1251"), "x").note == ""


def test_damaged_utf_8_is_shown_and_said() -> None:
    found = decode("Їжак і його друзі живуть у лісі. ".encode() * 3 + b"\xd0", "x")
    assert found.text.endswith("\ufffd")
    assert found.note == "has 1 broken byte, each shown as \ufffd"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n", b"%PDF-1.7", b"PK\x03\x04", b"\0" * 100, bytes(range(32)) * 20])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(Broken, match="x: is "):
        decode(data, "x")


@pytest.mark.parametrize("text", ["café – “naïve” it’s 20°", UKRAINIAN, "Příliš žluťoučký kůň", "СССР, «Їжа» — №5"])
def test_mojibake_is_repaired_and_what_is_right_is_left(text: str) -> None:
    wrong = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())
    assert repair(wrong) == text
    assert repair(text) == text
