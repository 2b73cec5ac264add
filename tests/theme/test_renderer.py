"""Pages to bytes."""

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from readalso.briefing.body import Body, Gap, Prose, Reference
from readalso.errors import Broken
from readalso.pages.page import Page
from readalso.pages.plan import plan
from readalso.pages.views import Notice, Site
from readalso.settings import Settings
from readalso.theme import theme as themes
from readalso.theme.renderer import Renderer
from tests.library.world import facts, library

SITE = Site("Desk", "", "https://news.example/desk/", "en", "relative", {})


def renderer(
    root: Path, template: str, site: Site = SITE, others: Mapping[str, str] = MappingProxyType({})
) -> Renderer:
    """A renderer of a theme whose templates are these."""
    home = root / "themes/mine"
    for name, text in {"page.html": template, "404.html": template, **others}.items():
        (home / "templates" / name).parent.mkdir(parents=True, exist_ok=True)
        (home / "templates" / name).write_text(text)
    (home / "static").mkdir(exist_ok=True)
    (home / "static/style.css").write_text("a {}")
    (home / "languages").mkdir(exist_ok=True)
    (home / "languages/en.yml").write_text('greeting: "Hello {name}"\ncount: {one: "{n} page", other: "{n} pages"}\n')
    (home / "languages/uk.yml").write_text(
        'count: {one: "{n} сторінка", few: "{n} сторінки", many: "{n} сторінок", other: "{n}"}\n'
    )
    return Renderer(themes.load("mine", root), site)


def render(root: Path, template: str, url: str = "/a/b/", site: Site = SITE, name: str = "page.html") -> str:
    return renderer(root, template, site).render(Page(url, name, Notice(url, "A <b>title</b>")), None).decode()


def test_what_a_view_holds_is_escaped(tmp_path: Path) -> None:
    assert render(tmp_path, "{{ page.title }}") == "A &lt;b&gt;title&lt;/b&gt;"


@pytest.mark.parametrize(
    ("links", "url", "href"),
    [
        ("relative", "/", "../../index.html"),
        ("relative", "/a/c/", "../../a/c/index.html"),
        ("relative", "/style.css?v=1", "../../style.css?v=1"),
        ("pretty", "/a/c/", "/desk/a/c/"),
        ("pretty", "https://other.example/", "https://other.example/"),
    ],
)
def test_an_address_is_written_as_the_site_wants_it(tmp_path: Path, links: str, url: str, href: str) -> None:
    site = Site("Desk", "", "https://news.example/desk/", "en", links, {})
    assert render(tmp_path, f'{{{{ "{url}"|href }}}}', site=site) == href


def test_the_page_for_missing_addresses_links_from_wherever_it_is_shown(tmp_path: Path) -> None:
    found = render(tmp_path, '{{ "/topics/"|href }}', url="/404.html", name="404.html")
    assert found == "/desk/topics/"


def test_a_constants_address_is_that_of_each_page(tmp_path: Path) -> None:
    made = renderer(tmp_path, '{{ "/feed.xml"|href }}')
    pages = [made.render(Page(url, "page.html", Notice(url, "")), None) for url in ("/", "/a/", "/a/b/")]
    assert pages == [b"feed.xml", b"../feed.xml", b"../../feed.xml"]


def test_a_fragment_made_once_has_the_addresses_of_each_page(tmp_path: Path) -> None:
    made = renderer(
        tmp_path,
        '{% macro link(url) %}<a href="{{ url|href }}">{{ site.title }}</a>{% endmacro %}{{ once(link, "/x/") }}',
    )
    pages = [made.render(Page(url, "page.html", Notice(url, "")), None) for url in ("/a/", "/a/b/", "/c/", "/404.html")]
    assert pages == [
        b'<a href="../x/index.html">Desk</a>',
        b'<a href="../../x/index.html">Desk</a>',
        b'<a href="../x/index.html">Desk</a>',
        b'<a href="/desk/x/">Desk</a>',
    ]


@pytest.mark.parametrize("value", ["</script>", "a'b\"c\\", "Київ & Кº\u2028\x01", {"a": ["<", 1, None]}])
def test_json_is_json_and_ends_no_element(tmp_path: Path, value: object) -> None:
    site = Site("Desk", "", "", "en", "pretty", {"value": value})
    found = render(tmp_path, "{{ site.extra.value|tojson }}", site=site)
    assert json.loads(found) == value
    assert not set("<>&'") & set(found)


def test_a_site_of_no_known_place_has_addresses_as_they_are(tmp_path: Path) -> None:
    site = Site("Desk", "", "", "en", "pretty", {})
    assert render(tmp_path, '{{ "/a/"|absolute }} {{ "/a/"|href }}', site=site) == "/a/ /a/"


def test_static_files_carry_their_fingerprint(tmp_path: Path) -> None:
    assert render(tmp_path, '{{ asset("style.css") }}').startswith("/style.css?v=")


def test_phrases_dates_and_plurals_follow_the_sites_language(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    template = '{{ t("greeting", name="<i>") }}; {{ t("count", n=3) }}; {{ "2026-10"|period }}'
    assert render(tmp_path, template) == "Hello &lt;i&gt;; 3 pages; October 2026"
    ukrainian = Site("Desk", "", "", "uk", "relative", {})
    assert render(tmp_path, template, site=ukrainian) == "Hello &lt;i&gt;; 3 сторінки; жовтень 2026"


@pytest.mark.parametrize(
    ("template", "line", "what"),
    [
        ("a\nb\n{{ page.nothing }}", 3, 'has no field "nothing"'),
        ("{{ nothing }}", 1, "'nothing' is undefined"),
        ("{% if %}", 1, "Expected an expression"),
        ("\n{{ 1 / 0 }}", 2, "division by zero"),
        ('{{ t("no such phrase") }}', 0, 'has no phrase "no such phrase"'),
        ('{{ asset("nothing.css") }}', 1, 'no static file "nothing.css"'),
        ('{% include "nothing.html" %}', 1, 'there is no template "nothing.html"'),
        ('\n{% extends "theme/nothing.html" %}', 2, 'there is no template "theme/nothing.html"'),
        ('\n{% include ["one.html", "two.html"] %}', 2, 'there is no template "one.html" or "two.html"'),
        ("{{ site.extra.phone }}", 1, 'extra of readalso.yml has no key "phone"'),
        ("{{ page.__class__.__mro__ }}", 1, "unsafe"),
        ('{{ "".join([]).__class__ }}', 1, "unsafe"),
    ],
)
def test_a_template_that_fails_is_named_with_its_line(tmp_path: Path, template: str, line: int, what: str) -> None:
    with pytest.raises(Broken) as caught:
        render(tmp_path, template)
    (problem,) = caught.value.problems
    assert what in problem.what
    assert (problem.path, problem.line) in (("themes/mine/templates/page.html", line), ("languages/en.yml", 0))


@pytest.mark.parametrize(("name", "near"), [("pager.html", "page.html"), ("theme/pager.html", "theme/page.html")])
def test_a_template_that_is_not_there_is_named_with_the_nearest(tmp_path: Path, name: str, near: str) -> None:
    with pytest.raises(Broken) as caught:
        render(tmp_path, f'{{% include "{name}" %}}')
    (problem,) = caught.value.problems
    assert problem.hint == f'did you mean "{near}"?'


def with_extra(root: Path, template: str) -> str:
    """What a template prints of a briefing whose extra has one key."""
    one = facts("a", "Deal", extra={"phone": "5512"})
    story = next(page for page in plan(library(one), Settings()) if page.url == "/a/")
    return renderer(root, "", others={"story.html": template}).render(story, Body(())).decode()


@pytest.mark.parametrize(
    "asked", ["page.extra.fax", 'page.extra["fax"]', "page.extra.fax.number", "not page.extra.fax"]
)
def test_a_key_that_a_briefing_lacks_is_named_with_its_file(tmp_path: Path, asked: str) -> None:
    with pytest.raises(Broken) as caught:
        with_extra(tmp_path, f"\n{{{{ {asked} }}}}")
    (problem,) = caught.value.problems
    assert problem.what == 'cannot make /a/: extra of content/a.md has no key "fax"'
    assert problem.line == 2


@pytest.mark.parametrize("key", ["phone", "fax"])
def test_a_key_that_may_be_absent_is_asked_for(tmp_path: Path, key: str) -> None:
    said = {"phone": "5512", "fax": ""}[key]
    assert with_extra(tmp_path, f'{{{{ page.extra.{key}|default("") }}}}') == said
    assert (
        with_extra(tmp_path, f"{{% if page.extra.{key} is defined %}}{{{{ page.extra.{key} }}}}{{% endif %}}") == said
    )


def test_the_line_is_that_of_the_part_that_fails(tmp_path: Path) -> None:
    making = renderer(tmp_path, '\n\n{% include "part.html" %}', others={"part.html": "\n{{ page.nothing }}"})
    with pytest.raises(Broken) as caught:
        making.render(Page("/", "page.html", Notice("/", "")), None)
    (problem,) = caught.value.problems
    assert (problem.path, problem.line) == ("themes/mine/templates/part.html", 2)


def test_a_body_is_printed_as_prose_and_what_fills_its_gaps(tmp_path: Path) -> None:
    world = library(facts("a", "Deal"), facts("b", refers=["Deal", "Nothing known"]))
    story = next(page for page in plan(world, Settings()) if page.url == "/b/")
    body = Body(
        (Prose("<p>One</p>"), Gap(0), Prose("<p>Two</p>"), Gap(1)), (Reference("Deal"), Reference("Nothing known"))
    )
    template = (
        '{% for piece in body %}{% if piece.kind == "prose" %}{{ piece.html }}'
        '{% elif piece.kind == "link" %}[{{ piece.card.url }}]{% else %}({{ piece.headline }}){% endif %}{% endfor %}'
    )
    making = renderer(tmp_path, "", others={"story.html": template})
    assert making.render(story, body) == b"<p>One</p>[/a/]<p>Two</p>(Nothing known)"


def test_a_footnote_is_named_in_the_words_of_the_theme(tmp_path: Path) -> None:
    story = next(page for page in plan(library(facts("a", "Deal")), Settings()) if page.url == "/a/")
    body = Body((Prose('<a class="footnote-backref" href="#fnref:1">↩</a>'),))
    making = renderer(tmp_path, "", others={"story.html": "{{ body[0].html }}"})
    assert making.render(story, body).decode() == (
        '<a class="footnote-backref" href="#fnref:1" aria-label="Back to the text">↩</a>'
    )


def test_a_template_cannot_change_what_it_is_shown(tmp_path: Path) -> None:
    site = Site("Desk", "", "", "en", "relative", {"mine": [1]})
    with pytest.raises(Broken):
        render(tmp_path, "{{ site.extra.mine.append(2) }}", site=site)


@pytest.mark.parametrize(
    ("links", "markup"),
    [
        (
            "relative",
            '<p><a href="../topics/index.html">t</a> <img alt="p" src="../pic.jpg"> <code>href="/x"</code></p>',
        ),
        ("pretty", '<p><a href="/desk/topics/">t</a> <img alt="p" src="/desk/pic.jpg"> <code>href="/x"</code></p>'),
    ],
)
def test_links_and_pictures_in_a_text_lead_where_the_sites_own_do(tmp_path: Path, links: str, markup: str) -> None:
    story = next(page for page in plan(library(facts("a", "Deal")), Settings()) if page.url == "/a/")
    body = Body((Prose('<p><a href="/topics/">t</a> <img alt="p" src="/pic.jpg"> <code>href="/x"</code></p>'),))
    site = Site("Desk", "", "https://news.example/desk/", "en", links, {})
    making = renderer(tmp_path, "", site, others={"story.html": "{% for piece in body %}{{ piece.html }}{% endfor %}"})
    assert making.render(story, body).decode() == markup
