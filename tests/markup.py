"""Forms and links of a page as a browser reads them, to send back what stands there with one thing changed."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urljoin, urlsplit

NOT_TYPED = {"hidden", "submit", "button", "checkbox", "radio", "file", "password"}


@dataclass
class Form:
    """Where a form goes, what it sends as it stands, which fields are typed in, and which boxes are not ticked."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    typed: set[str] = field(default_factory=set)
    unticked: set[str] = field(default_factory=set)

    @property
    def names(self) -> list[str]:
        """Every field it could send."""
        return sorted(self.fields.keys() | self.unticked)


class Markup(HTMLParser):
    """Reads the forms of one page, and the names of the query parameters its links carry."""

    def __init__(self, page: str, path: str) -> None:
        super().__init__()
        self.path = path
        self.forms: list[Form] = []
        self.asked: set[tuple[str, str]] = set()
        self._here: Form | None = None
        self._select = self._textarea = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """One element."""
        given = {name: value or "" for name, value in attributes}
        if tag == "a" and "?" in given.get("href", ""):
            self._ask(urljoin(self.path, given["href"]))
        elif tag == "form":
            action = urljoin(self.path, given.get("action") or self.path)
            self._here = Form(action, given.get("method", "get").lower())
            self.forms.append(self._here)
        elif self._here is not None:
            self._control(tag, given)

    def _control(self, tag: str, given: dict[str, str]) -> None:
        assert self._here is not None
        name = given.get("name", "")
        if tag == "input" and name:
            kind = given.get("type", "text")
            if kind in ("checkbox", "radio") and "checked" not in given:
                self._here.unticked.add(name)
                return
            self._here.fields[name] = given.get("value", "")
            if kind not in NOT_TYPED:
                self._here.typed.add(name)
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and ("selected" in given or self._select not in self._here.fields):
            self._here.fields[self._select] = given.get("value", "")
        elif tag == "textarea":
            self._textarea = name
            self._here.fields[name] = ""
            self._here.typed.add(name)

    def handle_data(self, data: str) -> None:
        """The text of an area."""
        if self._textarea and self._here is not None:
            self._here.fields[self._textarea] += data.removeprefix("\r\n")

    def handle_endtag(self, tag: str) -> None:
        """The end of an element."""
        if tag == "form":
            self._close()
        elif tag == "select":
            self._select = ""
        elif tag == "textarea":
            self._textarea = ""

    def _close(self) -> None:
        if self._here is not None and self._here.method == "get":
            for name in self._here.names:
                self.asked.add((urlsplit(self._here.action).path, name))
        self._here = None

    def _ask(self, address: str) -> None:
        parts = urlsplit(address)
        for name, _value in parse_qsl(parts.query):
            self.asked.add((parts.path, name))
