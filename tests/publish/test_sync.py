from hypothesis import given
from hypothesis import strategies as st

from readalso.publish.sync import Plan, Put, plan

paths = st.sampled_from(
    ["index.html", "a/index.html", "a/b/index.html", "style.css", "feed.xml", "a/cover.jpg", "404.html"]
)
manifests = st.dictionaries(paths, st.sampled_from(["one", "two", "three"]))


def test_files_go_before_pages_pages_before_feeds_and_the_deepest_pages_first() -> None:
    site = dict.fromkeys(
        ["atom.xml", "index.html", "static/style.css", "topics/index.html", "topics/a/index.html"], "x"
    )
    found = plan(site, {})
    assert [put.path for put in found.puts] == [
        "static/style.css",
        "topics/a/index.html",
        "topics/index.html",
        "index.html",
        "atom.xml",
    ]
    assert all(put.is_new for put in found.puts)


def test_what_has_other_bytes_is_put_what_is_gone_is_deleted_and_the_rest_is_left() -> None:
    site = {"a.html": "1", "b.html": "2", "c.html": "3"}
    host = {"a.html": "1", "b.html": "old", "d.html": "4", "d.css": "5"}
    assert plan(site, host) == Plan(
        puts=(Put("b.html", "2", False), Put("c.html", "3", True)),
        deletes=("d.html", "d.css"),
        kept=("a.html",),
    )


@given(manifests, manifests)
def test_a_plan_turns_the_host_into_the_site(site: dict[str, str], host: dict[str, str]) -> None:
    found = plan(site, host)
    after = {path: host[path] for path in found.kept} | {put.path: put.digest for put in found.puts}
    assert after == site
    assert set(found.deletes) == set(host) - set(site)
    assert plan(site, after).is_empty
