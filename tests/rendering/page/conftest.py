"""A real browser, the page of the sample letters and of one that means harm, and a reader who clicks through it.

Where there is no browser the tests are skipped, but not in continuous integration. After each test the console must
have stayed silent, and nothing may have been asked for but the page itself.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request, expect, sync_playwright
from policygraph.graph.loading.build import build_graph, open_loaded
from policygraph.graph.loading.source_files import find_sources
from policygraph.graph.storage.store import open_for_writing
from policygraph.rendering.page.page_file import build_page

ROOT = Path(__file__).parents[3]
HARM = """\
14 May 2025

Rt Hon Alistair Pemberthy MP
Chair
Environment Committee

Dear Alistair,

The Home Office runs the <img src=x onerror=document.title='harmed'> Restoration Fund. </script><script>document.title =
'harmed'</script><!-- The Home Office funds the "Water & Light" Fund. \u2028 It is party to the Refugee Convention.

Yours sincerely,

Helen Marchbanks
Secretary of State for the Environment
"""


class Reader:
    """Somebody in front of the page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.messages: list[str] = []
        self.requests: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.messages.append(str(error)))
        page.on("request", self._see)

    @property
    def panel(self) -> Locator:
        return self.page.locator("#panel")

    @property
    def status(self) -> str:
        return self.page.locator("#status").inner_text()

    def open(self, address: str) -> None:
        self.page.goto(address)
        self.page.wait_for_selector("html[data-ready]", timeout=20_000)

    def search(self, words: str, *, choose: str | None = None) -> None:
        self.page.fill("#search-input", words)
        options = self.page.locator(f'#search-list[data-words="{words}"] [role=option]')
        option = (options.filter(has_text=choose) if choose else options).first
        name = option.locator("span").first.inner_text()
        option.click()
        self.wait_for_title(name)

    def wait_for_status(self, beginning: str) -> None:
        expect(self.page.locator("#status")).to_have_text(re.compile(f"^{re.escape(beginning)}"))

    def wait_for_title(self, words: str) -> None:
        expect(self.panel.locator("h2")).to_have_text(words)

    def shown(self) -> tuple[int, int]:
        """Return how many names and relations the page says that it shows."""
        words = self.status.replace(",", "").split()
        return int(words[0]), int(words[3])

    def place(self, label: str) -> tuple[float, float]:
        """Return where on the screen a name stands, from its record and from the address."""
        x, y = self.page.evaluate(
            """label => {
                const { nodes } = JSON.parse(document.getElementById("data").textContent);
                const node = nodes.find((one) => one.label === label);
                const [x, y, scale] = new URLSearchParams(location.hash.slice(1)).get("at").split(",").map(Number);
                const box = document.querySelector("#canvas canvas").getBoundingClientRect();
                return [box.x + box.width / 2 + (node.x - x) * scale, box.y + box.height / 2 + (node.y - y) * scale];
            }""",
            label,
        )
        return x, y

    def click_name(self, label: str) -> None:
        self.page.mouse.click(*self.place(label))

    def _hear(self, message: ConsoleMessage) -> None:
        self.messages.append(f"{message.type}: {message.text}")

    def _see(self, request: Request) -> None:
        if not request.url.startswith(("data:", "blob:")):
            self.requests.append(request.url)


Open = Callable[..., Reader]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("There is no Chromium, which the tests of the page need. Install the package `chromium`.")
        pytest.skip("there is no Chromium to look at the page with")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def store_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    shutil.copytree(ROOT / "letters", folder / "letters")
    (folder / "letters" / "harm.txt").write_text(HARM, "utf-8")
    with open_for_writing(folder / "store") as store:
        build_graph(store, find_sources([str(folder / "letters")]))
    return folder / "store"


@pytest.fixture(scope="session")
def page_file(store_path: Path) -> Path:
    with open_loaded(store_path) as store:
        page, _ = build_page(store)
    path = store_path.with_name("graph.html")
    path.write_text(page, "utf-8", newline="\n")
    return path


@pytest.fixture
def open_page(browser: Browser, page_file: Path) -> Iterator[Open]:
    """Open the page, or another one, in a window of its own; `mark` is what stands in the address behind the `#`."""
    readers: list[Reader] = []

    def open_window(
        mark: str = "", *, width: int = 1280, address: str | None = None, scheme: Literal["light", "dark"] = "light"
    ) -> Reader:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            accept_downloads=True,
        )
        reader = Reader(context.new_page())
        readers.append(reader)
        reader.open(f"{address or page_file.as_uri()}{mark}")
        return reader

    yield open_window
    for reader in readers:
        url = reader.page.url.partition("#")[0]
        reader.page.context.close()
        assert reader.messages == []
        assert [asked for asked in reader.requests if not asked.startswith(url)] == []
