"""What stories in a real browser share: the browser, screens, the way in, and what every page is held to."""

import shutil
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

PASSWORD = "dem trang sang ngoai hien 7"
DESKTOP = (1366, 768)
PHONE = (390, 844)
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


class Watch:
    """Notes what a page must not do."""

    def __init__(self, page: Page, origin: str) -> None:
        self.wrong: list[str] = []
        self.origin = origin
        page.on("console", self.console)
        page.on("pageerror", lambda error: self.wrong.append(f"script error: {error}"))
        page.on("request", self.request)
        page.on("response", self.response)

    def console(self, message: Any) -> None:
        """Errors and warnings; a refused page (409, 429) is noted by the browser too, and is none."""
        if message.type in ("error", "warning") and not message.text.startswith("Failed to load resource"):
            self.wrong.append(f"console {message.type}: {message.text}")

    def request(self, request: Any) -> None:
        if not request.url.startswith((self.origin, "data:", "blob:", "about:")):
            self.wrong.append(f"left the site: {request.url}")

    def response(self, response: Any) -> None:
        if response.status >= 400 and response.request.resource_type in ("stylesheet", "script", "image", "font"):
            self.wrong.append(f"{response.status}: {response.url}")


def executable() -> str | None:
    """The browser of this machine."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if (path := shutil.which(name))), None)


def sign_in_as(page: Page, username: str, password: str = PASSWORD) -> None:
    """Come in by the door, as people do."""
    page.goto("/sign-in")
    page.fill("#username", username)
    page.fill("#password", password)
    page.click("main button.btn-primary")
    page.wait_for_url(lambda url: "/sign-in" not in url)


def fill_in(page: Page, name: str, sex: str, birth: str, standing: str = "Chính thức") -> None:
    """Everything a cell is asked about a delegate."""
    page.get_by_label("Họ và tên").fill(name)
    page.get_by_label("Giới tính").select_option(sex)
    page.get_by_role("textbox", name="Ngày sinh").fill(birth)
    page.get_by_label("Dân tộc").fill("Kinh")
    page.get_by_label("Quê quán").fill("Mỹ Hiệp, Đồng Tháp")
    page.get_by_role("textbox", name="Ngày vào Đảng").fill("3/2/2005")
    page.get_by_role("textbox", name="Ngày chính thức").fill("3/2/2006")
    page.get_by_label("Giáo dục phổ thông").select_option("12/12")
    page.get_by_label("Chức vụ").fill("Trưởng ấp")
    page.get_by_label("Tư cách dự").select_option(standing)


def follow(page: Page, link: Locator) -> None:
    """Click, and be on the page this leads to: a click alone returns while the old page may still stand."""
    with page.expect_navigation():
        link.click()


def assert_accessible(page: Page) -> None:
    """No violation of WCAG 2.2 AA that axe can see, of any impact, and nothing wider than the screen."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]})
    problems = [
        f"{violation['id']}: {node['html'][:160]} -- {node['failureSummary']}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]
    assert not problems, "\n".join([page.url, *problems])
    assert_fits(page)


def assert_fits(page: Page) -> None:
    """Nothing is wider than the screen. Paper is: a preview keeps the size of its sheet."""
    if page.locator("main.sheet, main > section.sheet").count():
        return
    wide, seen = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide <= seen, f"{page.url} is {wide} px wide on a screen of {seen}"
