import asyncio
import json
import os
import time
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest
from tornado.httpclient import HTTPClientError

from readalso.errors import Problem
from tests.mini_site import put
from tests.preview.running import Copying, Running, end, heard, running, silent, until

PAGE = "<!doctype html><title>{0}</title><p>{0}"


def write_pages(root: Path) -> Path:
    put(root, "content/index.html", PAGE.format("front"))
    put(root, "content/a/index.html", PAGE.format("a"))
    put(root, "content/style.css", "p { color: red }")
    put(root, "content/404.html", PAGE.format("no such page"))
    return root


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_pages(tmp_path)


@pytest.fixture
def preview(site: Path) -> Iterator[Running]:
    """A preview of `site`, to edit."""
    with running(site) as found:
        yield found


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A preview that is only asked, with things beside its pages that it must not give away."""
    with running(write_pages(tmp_path_factory.mktemp("standing"))) as found:
        served = found.work.output
        for secret in ("secret.txt", ".readalso/secret.txt", ".readalso/site-secret/secret.txt"):
            put(found.root, secret, "SECRET")
        (served / "bare").mkdir()
        (served / ".hidden").write_text("SECRET")
        (served / ".manifest.json").write_text("SECRET")
        (served / "link-out").symlink_to(found.root)
        (served / "link-up").symlink_to("..")
        (served / "link-file.txt").symlink_to(found.root / "secret.txt")
        yield found


def test_pages_are_served_with_the_script_and_other_files_as_they_are(standing: Running) -> None:
    response, text = standing.ask("/")
    assert response.status == 200
    assert text.startswith(PAGE.format("front"))
    assert '<script src="/livereload.js" data-build="' in text
    assert standing.page("/style.css") == "p { color: red }"
    assert "WebSocket" in standing.page("/livereload.js")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/style.css", "text/css; charset=utf-8"),
        ("/livereload.js", "text/javascript; charset=utf-8"),
        ("/livereload.css", "text/css; charset=utf-8"),
        ("/nowhere", "text/html; charset=utf-8"),
    ],
)
def test_every_answer_says_its_type_and_is_never_kept(standing: Running, path: str, kind: str) -> None:
    response, _ = standing.ask(path)
    assert response.headers["Content-Type"] == kind
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Etag"] is None


def test_head_answers_like_get_without_the_body(standing: Running) -> None:
    head, body = standing.ask("/", "HEAD")
    get, text = standing.ask("/")
    assert (head.status, body) == (200, "")
    assert head.headers["Content-Length"] == get.headers["Content-Length"] == str(len(text.encode()))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"])
@pytest.mark.parametrize("path", ["/", "/livereload.js", "/nowhere"])
def test_no_other_method_is_answered(standing: Running, method: str, path: str) -> None:
    assert standing.ask(path, method, headers={"Content-Length": "0"})[0].status == 405


def test_a_folder_is_led_to_its_page_and_never_listed(standing: Running) -> None:
    response, _ = standing.ask("/a?x=1")
    assert (response.status, response.headers["Location"]) == (302, "/a/?x=1")
    assert standing.ask("/bare")[0].status == 404
    assert standing.ask("/bare/")[0].status == 404


def test_what_does_not_exist_gets_the_sites_own_page_with_the_script(standing: Running) -> None:
    response, text = standing.ask("/deep/nowhere/")
    assert response.status == 404
    assert "no such page" in text
    assert "/livereload.js" in text
    assert standing.ask("/forcereload")[0].status == 404
    assert standing.ask("/livereload-js")[0].status == 404


WAYS_OUT = [
    "/../secret.txt",
    "/../../secret.txt",
    "/a/../../secret.txt",
    "/a/../../../secret.txt",
    "/%2e%2e/secret.txt",
    "/%2e%2e/%2e%2e/secret.txt",
    "/%2E%2E%2F%2E%2E%2Fsecret.txt",
    "/..%2fsecret.txt",
    "/..%2f..%2fsecret.txt",
    "/%252e%252e/%252e%252e/secret.txt",
    "/..\\..\\secret.txt",
    "/..%5c..%5csecret.txt",
    "/%2e%2e%5c%2e%2e%5csecret.txt",
    "/....//....//secret.txt",
    "/..;/..;/secret.txt",
    "/.%00./.%00./secret.txt",
    "/secret.txt%00.html",
    "/%c0%ae%c0%ae/secret.txt",
    "/%ff",
    "//secret.txt",
    "///etc/passwd",
    "/%2fetc%2fpasswd",
    "//etc/passwd",
    "/C:/secret.txt",
    "/C:secret.txt",
    "/a//index.html",
    "/./index.html",
    "/a/./index.html",
    "/.hidden",
    "/%2ehidden",
    "/.manifest.json",
    "/..site-secret/secret.txt",
    "/../site-secret/secret.txt",
    "/link-out/secret.txt",
    "/link-file.txt",
    "/link-up/secret.txt",
    "/" + "a" * 5000,
    "/" + "a/" * 2000,
]


@pytest.mark.parametrize("path", WAYS_OUT, ids=lambda path: path[:40])
def test_no_spelling_leads_out_of_the_served_folder(standing: Running, path: str) -> None:
    response, text = standing.ask(path)
    assert response.status in (400, 404)
    assert "SECRET" not in text
    assert "root:" not in text


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "LOCALHOST:{port}", "[::1]:{port}"])
def test_its_own_names_are_answered(standing: Running, host: str) -> None:
    assert standing.ask("/", host=host.format(port=standing.address.port))[0].status == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1",
        "localhost",
        "127.0.0.1:1",
        "127.0.0.1.evil.example:{port}",
        "localhost:{port}.evil.example",
        "evil@localhost:{port}",
        "0.0.0.0:{port}",
        "192.168.0.1:{port}",
        "localhost.:{port}",
    ],
)
@pytest.mark.parametrize("path", ["/", "/livereload.js", "/livereload", "/nowhere"])
def test_another_name_is_refused(standing: Running, host: str, path: str) -> None:
    response, text = standing.ask(path, host=host.format(port=standing.address.port))
    assert response.status in (400, 403)
    assert "front" not in text


@pytest.mark.parametrize(
    "origin",
    [
        None,
        "",
        "null",
        "http://evil.example",
        "https://127.0.0.1:{port}",
        "http://127.0.0.1",
        "http://127.0.0.1:1",
        "file://",
        "http://127.0.0.1:{port}.evil.example",
        "http://localhost:{port}@evil.example",
        "127.0.0.1:{port}",
    ],
)
def test_a_socket_from_another_origin_is_refused(standing: Running, origin: str | None) -> None:
    headers = {} if origin is None else {"Origin": origin.format(port=standing.address.port)}
    with pytest.raises(HTTPClientError, match="403"):
        asyncio.run(_connect(standing, headers))


async def _connect(standing: Running, headers: dict[str, str]) -> None:
    (await standing.connect(headers)).close()


def test_bound_to_all_addresses_any_number_is_answered_and_no_strange_name(site: Path) -> None:
    with running(site, bind="0.0.0.0") as preview:
        port = preview.address.port
        assert preview.ask("/", host=f"192.168.7.7:{port}")[0].status == 200
        assert preview.ask("/", host=f"evil.example:{port}")[0].status == 403
        assert not preview.address.is_private
        assert preview.address.url == f"http://127.0.0.1:{port}/"


def test_an_edit_is_served_and_all_open_pages_are_told_once(preview: Running, site: Path) -> None:
    async def scene() -> None:
        async with preview.socket() as one, preview.socket() as other:
            for text in ("second", "third"):  # at once after each other: livereload itself would drop one of them
                before = preview.build_of()
                put(site, "content/index.html", PAGE.format(text))
                for page in (one, other):
                    assert (await heard(page))["command"] == "reload"
                assert PAGE.format(text) in preview.page()
                assert preview.build_of() != before
            assert await silent(one)

    asyncio.run(scene())


def test_new_and_deleted_and_renamed_pages_appear_and_vanish(preview: Running, site: Path) -> None:
    async def scene() -> None:
        async with preview.socket() as page:
            put(site, "content/new/index.html", PAGE.format("new"))
            await heard(page)
            assert "new" in preview.page("/new/")
            os.rename(site / "content" / "new", site / "content" / "other")
            await heard(page)
            await until(lambda: preview.ask("/other/")[0].status == 200)
            assert preview.ask("/new/")[0].status == 404
            (site / "content" / "other" / "index.html").unlink()
            await until(lambda: preview.ask("/other/")[0].status == 404)

    asyncio.run(scene())


def test_a_touch_that_changes_nothing_reloads_nothing(preview: Running, site: Path) -> None:
    async def scene() -> None:
        async with preview.socket() as page:
            built = preview.work.built
            os.utime(site / "content" / "index.html")
            await until(lambda: preview.work.built > built)
            assert await silent(page)

    asyncio.run(scene())


def test_many_saves_at_once_are_one_build(preview: Running, site: Path) -> None:
    async def scene() -> None:
        async with preview.socket() as page:
            built = preview.work.built
            for number in range(40):
                put(site, f"content/{number}/index.html", PAGE.format(number))
            await heard(page)
            assert await silent(page)
            assert preview.work.built <= built + 2

    asyncio.run(scene())


def test_nothing_saved_nothing_built(preview: Running) -> None:
    async def scene() -> None:
        built = preview.work.built
        for _ in range(20):
            preview.page()
            await asyncio.sleep(0.02)
        assert preview.work.built == built

    asyncio.run(scene())


def test_editors_own_files_build_nothing(preview: Running, site: Path) -> None:
    async def scene() -> None:
        built = preview.work.built
        (site / "content" / ".index.html.swp").write_text("x")
        (site / "content" / "index.html~").write_text("x")
        (site / "notes.txt").write_text("not a part of the site")
        await asyncio.sleep(0.3)
        assert preview.work.built == built

    asyncio.run(scene())


def test_a_problem_is_shown_over_the_last_good_page_escaped_and_goes_when_mended(preview: Running, site: Path) -> None:
    async def scene() -> None:
        async with preview.socket() as page:
            put(site, "content/a/index.html", "BROKEN")
            await heard(page)
            text = preview.page("/a/")
            assert text.startswith(PAGE.format("a"))
            assert "<code>content/a/index.html:2:7</code>" in text
            assert "date &quot;&lt;soon&gt;&quot; is not a date" in text
            assert "write 2025-03-27" in text
            assert "content/a/index.html:2:7" in preview.page("/nowhere/")
            put(site, "content/a/index.html", PAGE.format("a"))
            await heard(page)
            assert "readalso-problems" not in preview.page("/a/")

    asyncio.run(scene())
    assert 'error: content/a/index.html:2:7: date "<soon>" is not a date; write 2025-03-27' in preview.err.getvalue()
    assert "mended" in preview.out.getvalue()


def test_with_a_broken_first_build_the_server_starts_and_every_page_shows_why(site: Path) -> None:
    put(site, "content/a/index.html", "BROKEN")

    async def scene(preview: Running) -> None:
        for path in ("/", "/a/", "/nowhere"):
            response, text = preview.ask(path)
            assert response.status == 503
            assert "content/a/index.html:2:7" in text
        async with preview.socket() as page:
            put(site, "content/a/index.html", PAGE.format("a"))
            await heard(page)
        assert preview.page("/").startswith(PAGE.format("front"))

    with running(site) as preview:
        asyncio.run(scene(preview))


def test_a_page_from_before_the_last_build_is_told_as_soon_as_it_connects(preview: Running) -> None:
    async def scene() -> None:
        connection = await preview.connect({"Origin": preview.address.url.rstrip("/")})
        await connection.write_message(json.dumps({"command": "info", "url": "/", "build": "another-1"}))
        assert (await heard(connection))["command"] == "reload"
        await end(connection)

    asyncio.run(scene())


@pytest.mark.parametrize("message", ["", "{", "[]", '"hello"', '{"command": 1}', "{}", "[" * 4000, "x" * 5000])
def test_a_message_of_another_protocol_ends_the_socket_and_nothing_else(preview: Running, message: str) -> None:
    async def scene() -> None:
        async with preview.socket() as connection:
            await connection.write_message(message)
            assert await asyncio.wait_for(connection.read_message(), 3) is None

    asyncio.run(scene())
    assert preview.ask("/")[0].status == 200
    assert "failed" not in preview.err.getvalue()


def test_a_change_in_seeds_imports_first_and_what_it_refuses_is_shown(preview: Running, site: Path) -> None:
    async def scene() -> None:
        assert preview.work.prepared == 1
        put(site, "content/index.html", PAGE.format("second"))
        await until(lambda: "second" in preview.page())
        assert preview.work.prepared == 1
        preview.work.refused = (Problem("seeds/x.pdf", 0, 0, "is in no known format"),)
        put(site, "seeds/x.pdf", "%PDF")
        await until(lambda: "seeds/x.pdf" in preview.page())
        preview.work.refused = ()
        (site / "seeds" / "x.pdf").unlink()
        await until(lambda: "readalso-problems" not in preview.page())

    asyncio.run(scene())


def test_a_folder_that_appears_or_comes_back_is_watched(preview: Running, site: Path) -> None:
    async def scene() -> None:
        built = preview.work.built
        put(site, "templates/front.html", "x")
        await until(lambda: preview.work.built > built)
        os.rename(site / "content", site / "elsewhere")
        await until(lambda: preview.ask("/")[0].status == 404)
        os.rename(site / "elsewhere", site / "content")
        await until(lambda: preview.ask("/")[0].status == 200)
        put(site, "content/index.html", PAGE.format("back"))
        await until(lambda: "back" in preview.page())

    asyncio.run(scene())


def test_the_settings_are_watched(preview: Running, site: Path) -> None:
    async def scene() -> None:
        built = preview.work.built
        put(site, "readalso.yml", "title: Other\n")
        await until(lambda: preview.work.built > built)

    asyncio.run(scene())


def test_a_fault_in_the_build_is_shown_and_the_preview_goes_on(site: Path) -> None:
    class Faulty(Copying):
        def build(self) -> bool:
            if "FAULT" in (self.root / "content" / "index.html").read_text():
                raise RecursionError("too deep")
            return super().build()

    async def scene(preview: Running) -> None:
        put(site, "content/index.html", "FAULT")
        await until(lambda: "the build stopped with RecursionError: too deep" in preview.page())
        put(site, "content/index.html", PAGE.format("well"))
        await until(lambda: "well" in preview.page() and "RecursionError" not in preview.page())

    with running(site, Faulty(site, site / ".readalso" / "site")) as preview:
        asyncio.run(scene(preview))


def test_pages_are_served_while_a_build_runs_and_one_builds_at_a_time(site: Path) -> None:
    class Slow(Copying):
        busy = 0

        def build(self) -> bool:
            self.busy += 1
            assert self.busy == 1
            changed = super().build()
            if self.built > 1:
                time.sleep(0.3)
            self.busy -= 1
            return changed

    async def scene(preview: Running) -> None:
        slow = preview.work
        assert isinstance(slow, Slow)
        put(site, "content/index.html", PAGE.format("second"))
        await until(lambda: slow.busy == 1)
        for number in range(5):
            put(site, "content/index.html", PAGE.format(f"number {number}"))
            assert preview.ask("/")[0].status == 200
        assert slow.busy == 1
        await until(lambda: "number 4" in preview.page())
        await until(lambda: slow.busy == 0)
        assert slow.built <= 3
        assert len(slow.threads) == 1

    with running(site, Slow(site, site / ".readalso" / "site")) as preview:
        asyncio.run(scene(preview))


class Proving(Copying):
    """Shows what changes in content/ without a build, unless it says BUILD."""

    proved = 0

    def proof(self, changed: Collection[str]) -> bool:
        for path in changed:
            text = (self.root / path).read_text() if path.startswith("content/") else "BUILD"
            if "BUILD" in text:
                return False
            if "FAULT" in text:
                raise RecursionError("too deep")
            (self.output / path.removeprefix("content/")).write_text(text)
        self.proved += 1
        return True


def test_what_can_be_shown_without_a_build_is_shown_first_and_built_when_all_is_calm(site: Path) -> None:
    async def scene(preview: Running) -> None:
        work = preview.work
        assert isinstance(work, Proving)
        built = work.built
        async with preview.socket() as page:
            for number in range(3):
                put(site, "content/index.html", PAGE.format(f"number {number}"))
                assert (await heard(page))["command"] == "reload"
                assert f"number {number}" in preview.page()
                assert (work.built, work.proved) == (built, number + 1)
            await until(lambda: work.built == built + 1)
            await silent(page)
        assert work.proved == 3

    with running(site, Proving(site, site / ".readalso" / "site")) as preview:
        asyncio.run(scene(preview))


@pytest.mark.parametrize("word", ["BUILD", "FAULT"])
def test_what_cannot_be_shown_is_built_together_with_what_was(site: Path, word: str) -> None:
    async def scene(preview: Running) -> None:
        work = preview.work
        assert isinstance(work, Proving)
        put(site, "content/index.html", PAGE.format("shown"))
        await until(lambda: work.proved == 1)
        put(site, "content/other.html", word)
        await until(lambda: word in preview.page("/other.html"))
        assert "shown" in preview.page()
        built = work.built
        await asyncio.sleep(0.5)
        assert (work.built, work.proved) == (built, 1)

    with running(site, Proving(site, site / ".readalso" / "site")) as preview:
        asyncio.run(scene(preview))


def test_nothing_is_shown_without_a_build_while_the_last_one_has_failed(site: Path) -> None:
    async def scene(preview: Running) -> None:
        work = preview.work
        assert isinstance(work, Proving)
        put(site, "content/other.html", "BUILD BROKEN")
        await until(lambda: "is not a date" in preview.page())
        put(site, "content/index.html", PAGE.format("shown"))
        built = work.built
        await until(lambda: work.built > built)
        assert work.proved == 0

    with running(site, Proving(site, site / ".readalso" / "site")) as preview:
        asyncio.run(scene(preview))
