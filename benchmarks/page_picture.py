"""`make pictures`: the page as somebody sees it who has clicked on what the Commissioner asks, for the README."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

_SIZE = 1280, 760


def take_picture(page_file: Path, name: str, relation: str, picture: Path) -> None:
    """Open a page, search a name, click the facts of one relation on its card, and save what is seen as PNG."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        raise SystemExit("There is no Chromium to take a picture with. Install the package `chromium`.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": _SIZE[0], "height": _SIZE[1]}, color_scheme="light")
        page.goto(page_file.resolve().as_uri())
        page.wait_for_selector("html[data-ready]")
        page.fill("#search-input", name)
        page.locator("#search-list [role=option]").first.click()
        linked = page.locator("#panel h3", has_text="Linked with").locator("+ ul li", has_text=f"{relation} ")
        linked.locator("button", has_text="fact").first.click()
        page.locator("#panel h2", has_text=f" {relation} ").wait_for()
        page.wait_for_timeout(500)
        page.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    take_picture(Path(sys.argv[1]), sys.argv[2], sys.argv[3], Path(sys.argv[4]))
