from pathlib import Path

import pytest

from readalso.errors import Broken
from readalso.settings import Licence, Pictures, Related, Settings, Target, check_base_url, load, parse


def test_the_sizes_of_pictures_merge_with_the_defaults() -> None:
    assert parse("pictures: {quality: 60}").pictures == Pictures(quality=60)
    assert parse("pictures: {widths: [900, 300]}").pictures == Pictures(widths=(300, 900))
    with pytest.raises(Broken, match="not a list of up to ten widths"):
        parse("pictures: {widths: [0, wide]}")


def test_kinds_of_pages_to_do_without() -> None:
    settings = parse("leave_out: [threads, atom, threads]")
    assert settings.leave_out == ("atom", "threads")
    assert (settings.has("atom"), settings.has("archive")) == (False, True)
    with pytest.raises(Broken, match='"thread" is no kind of page to do without; did you mean "threads"'):
        parse("leave_out: [thread]")


def test_a_site_without_settings_has_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path) == Settings() == parse("")
    (tmp_path / "readalso.yml").write_bytes(b"\xef\xbb\xbftitle: Desk\r\npaginate: 5\r\n")
    assert load(tmp_path) == Settings(title="Desk", paginate=5, paginate_terms=5)


def test_all_keys_are_read() -> None:
    text = (
        "title: T\ndescription: D\nbase_url: https://news.example/desk\nlinks: pretty\nlanguage: uk\n"
        "timezone: Europe/Kyiv\ntheme: my-theme\noutput: out/public/\npermalinks: /{year}/{slug}/\npaginate: 3\n"
        "paginate_terms: 0\nfeed_items: 4\nterm_feeds: 2\nninjs: true\nsearch: text\nlogo: /l.png\nsources:\n  Wire: {rights: excerpt 90, canonical: original, credit: C}\n"
        "  '*': {rights: headline}\nextra: {a: [1]}\ndeploy:\n  targets:\n    live: {kind: folder, path: /srv}\n"
    )
    assert parse(text) == Settings(
        "T", "D", "https://news.example/desk/", "pretty", "uk", "Europe/Kyiv", "my-theme", "out/public",
        "/{year}/{slug}/", 3, 4, (Target("live", "folder", {"path": "/srv"}),), {"a": [1]},
        Related(), 2, True, "text", "l.png", (Licence("Wire", "excerpt", 90, "original", "C"), Licence("*", "headline")),
        paginate_terms=0,
    )  # fmt: skip


def test_all_problems_are_named_at_once() -> None:
    text = (
        "titel: x\nbase_url: ftp://x\nlinks: short\nlanguage: klingon!\ntimezone: Mars/Base\ntheme: ../x\noutput: content\n"
        "permalinks: /{day}/\npaginate: 0\ndeploy: {targets: {live: {path: x}}, target: x}\n"
    )
    with pytest.raises(Broken) as caught:
        parse(text)
    assert [(problem.line, problem.column) for problem in caught.value.problems] == [
        (1, 1), (9, 11), (2, 11), (3, 8), (4, 11), (5, 11), (6, 8), (7, 9), (8, 13), (10, 38), (10, 26),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("{kind: folder, pth: x}", ['4:26: unknown key "deploy.targets.live.pth"; did you mean "path"?',
                                    "4:11: deploy.targets.live has no path; write path: /srv/www/briefings"]),
        ("{kind: folder, path: ' '}", ["4:11: deploy.targets.live has no path; write path: /srv/www/briefings"]),
        ("{kind: folder, path: [x]}", ["4:32: deploy.targets.live.path is not a text; put it in quotation marks"]),
        ("{kind: foldr, path: x}", ['4:18: deploy.targets.live.kind "foldr" is not one of folder; did you mean "folder"?']),
        ("{path: x}", ["4:11: deploy.targets.live has no kind; write kind: folder"]),
        ("", ["4:10: deploy.targets.live has no kind; write kind: folder"]),
    ],
)  # fmt: skip
def test_a_target_that_cannot_be_published_to_is_named_with_its_place(target: str, said: list[str]) -> None:
    with pytest.raises(Broken) as caught:
        parse(f"title: T\ndeploy:\n  targets:\n    live: {target}\n")
    assert [str(problem) for problem in caught.value.problems] == [f"readalso.yml:{line}" for line in said]


@pytest.mark.parametrize(
    "output",
    [".", "..", "/", "''", "content", "Content", "content/x", "seeds", "themes", "templates", "static", ".git",
     ".readalso", "/tmp", "//x", "'~'", "~/site", "../site", "site/..", "site/../content", "site/../..", "a//b", "./site",
     "a/./b", "'C:\\x'", "'a\\..\\content'", "'C:'", '"a\\0b"', '"a\\nb"', "' '", "' content'"],
)  # fmt: skip
def test_an_output_that_is_no_folder_of_its_own_is_refused(output: str) -> None:
    with pytest.raises(Broken, match="is not a folder of its own"):
        parse(f"output: {output}\n")


@pytest.mark.parametrize("output", ["site", "public", "build/site", "my site", "сайт", "site.v2"])
def test_other_outputs_are_fine(output: str) -> None:
    assert parse(f"output: {output}\n").output == output


@pytest.mark.parametrize(
    "pattern",
    [
        "/{path}/",
        "/{year}/{month}/{day}/{slug}/",
        "/news/{section}/{slug}/",
        "/{language}-{slug}.d/",
        "/новини/{slug}/",
    ],
)
def test_these_permalinks_are_fine(pattern: str) -> None:
    assert parse(f'permalinks: "{pattern}"\n').permalinks == pattern


@pytest.mark.parametrize(
    "pattern",
    ["{slug}", "/{slug}", "{slug}/", "/{year}/", "/", "//{slug}/", "/../{slug}/", "/./{slug}/", "/{slug}/../", "/{slug}?/",
     "/a b/{slug}/", "/{slug}/#/", "/{slug}%2e/", "/.git/{slug}/", "/{title}/{slug}/", "/{slug/", "/{}/{slug}/"],
)  # fmt: skip
def test_these_are_refused(pattern: str) -> None:
    with pytest.raises(Broken, match="permalinks"):
        parse(f'permalinks: "{pattern}"\n')


def test_a_web_address_is_one() -> None:
    assert check_base_url("https://news.example:8080/desk/") == ""
    for url in ("news.example", "http://", "file:///x", "http://[::1", "http://a:99999/", "http://a b/", "http:\\\\x"):
        assert "is not a web address" in check_base_url(url), url
    assert "query or fragment" in check_base_url("https://x/?a")


@pytest.mark.parametrize("name", ["''", "../../etc/passwd", "/etc/passwd", "Europe", '"a\\0b"', "x" * 300])
def test_a_time_zone_is_a_name_of_the_database(name: str) -> None:
    with pytest.raises(Broken, match="is not a time zone"):
        parse(f"timezone: {name}\n")


@pytest.mark.parametrize("rights", ["some", "excerpt", "excerpt 0", "excerpt many", "headline 20", ""])
def test_rights_that_are_not_understood_are_refused(rights: str) -> None:
    with pytest.raises(Broken, match=r"sources\.Wire\.rights"):
        parse(f'sources:\n  Wire: {{rights: "{rights}"}}\n')
