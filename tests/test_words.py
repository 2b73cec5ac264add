import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from readalso.words import digest, excerpt, headline_key, printable, slug

SIGNS = "\"'`´‘’“”„«»–—- \u00a0\u200b\u200d\ufe0f\u0301\u0307\u0323İIıiſßΣςﬁＡ１½…\t\x1f"


@given(st.text() | st.text(st.sampled_from(SIGNS)))
@example("e\u200b\u0301")
@example("i\u0307\u0307\u0301")
@example("´")
def test_a_headlines_key_is_its_own_key(headline: str) -> None:
    assert headline_key(headline_key(headline)) == headline_key(headline)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Red lines” set", '"Red lines" set'),
        ("«Червоні лінії»", "„червоні лінії“"),
        ("Saint’s day", "saint's day"),
        ("Paris–Berlin", "Paris-Berlin"),
        ("Paris — Berlin", "Paris - Berlin"),
        ("Paris -- Berlin", "Paris – Berlin"),
        ("Deal\u00a0signed\u2009 today\n", "Deal signed today"),
        ("NATO ＴＡＬＫＳ １２", "nato talks 12"),
        ("De\u00adal\u200b sig\u2060ned\ufeff", "deal signed"),
        ("Cafe\u0301", "Café"),
        ("Straße", "STRASSE"),
        ("İstanbul İçin", "istanbul için"),
        ("Ends \u202eright", "ends right"),
    ],
)
def test_spellings_of_one_headline_have_one_key(one: str, other: str) -> None:
    assert headline_key(one) == headline_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 dead", "13 dead"),
        ("1,5 million", "15 million"),
        ("1.5 million", "15 million"),
        ("Talks held", "Talks not held"),
        ("Talks?", "Talks!"),
        ("Київ", "Киів"),
        ("Vote 2024-25", "Vote 202425"),
        ("-5 degrees", "5 degrees"),
    ],
)
def test_different_headlines_have_different_keys(one: str, other: str) -> None:
    assert headline_key(one) != headline_key(other)


def test_a_headline_of_nothing_visible_has_no_key() -> None:
    assert headline_key(" \u200b\u00ad\t\x07") == ""


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Згурський", "zghurskyi"),
        ("Єнакієве", "yenakiieve"),
        ("Київ", "kyiv"),
        ("Знам'янка", "znamianka"),
        ("Знам’янка", "znamianka"),
        ("Їжакевич і Юрій", "yizhakevych-i-yurii"),
        ("Йосипівка, Стрий", "yosypivka-stryi"),
        ("Щербухи Ґалаґан Хуст", "shcherbukhy-galagan-khust"),
        ("и\u0306од", "yod"),
    ],
)
def test_ukrainian_follows_the_national_table(text: str, address: str) -> None:
    assert slug(text, "uk") == address
    assert slug(text, "uk-UA") == address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Minister: Port deal possible by spring", "minister-port-deal-possible-by-spring"),
        ("L’été à Paris", "lete-a-paris"),
        ("Straße № 5", "strasse-no-5"),
        ("東京", "dongjing"),
        ("Αθήνα", "athina"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON\x00 <script>", "con-script"),
        ("", ""),
        ("!?…", ""),
    ],
)
def test_other_scripts_are_spelled_in_latin_letters(text: str, address: str) -> None:
    assert slug(text) == address


def test_a_long_slug_is_cut_at_a_word() -> None:
    assert slug("word " * 40) == "-".join(["word"] * 16)
    assert slug("x" * 200) == "x" * 80


@given(st.text(), st.sampled_from(["", "uk", "en"]))
def test_a_slug_is_safe_in_an_address_and_its_own_slug(text: str, language: str) -> None:
    made = slug(text, language)
    assert len(made) <= 80
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(made, language) == made


@given(st.text(), st.integers(min_value=2, max_value=50))
def test_an_excerpt_is_one_line_within_its_limit(text: str, limit: int) -> None:
    assert len(excerpt(text, limit)) <= limit
    assert "\n" not in excerpt(text, limit)


def test_an_excerpt_ends_after_a_word() -> None:
    assert excerpt("One,  two\nthree", 50) == "One, two three"
    assert excerpt("One, two three", 6) == "One…"
    assert excerpt("Unbreakable", 6) == "Unbre…"
    assert excerpt("", 6) == ""


def test_a_terminal_gets_nothing_to_obey() -> None:
    assert printable("a\x1b[31mb\x07\x9b2J\u202ec\u2066") == "a�[31mb��2J�c�"
    assert printable("line\n\ttab é 😀") == "line\n\ttab é 😀"
    assert printable("caf\udce9").encode() == "caf�".encode()


def test_a_digest_is_of_the_bytes() -> None:
    assert digest("é") == digest("é".encode())
    assert len(digest(b"")) == 32
    assert digest("a") != digest("b")


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_the_short_way_for_plain_letters_gives_the_same_key(text: str) -> None:
    assert headline_key(f"жx{text}x") == f"ж{headline_key(f'x{text}x')}"
