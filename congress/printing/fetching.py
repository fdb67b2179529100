"""What the layout engine may fetch: nothing but small pictures written into the page itself."""

from weasyprint.urls import URLFetcher, URLFetcherResponse

from congress.printing.pictures import LARGEST, MEDIA_TYPES

PICTURES = (*(f"data:{kind};base64," for kind in MEDIA_TYPES), "data:image/svg+xml,")


class Refused(ValueError):
    """An address outside the page was asked for."""


class NothingOutside(URLFetcher):
    """Refuses every address, of the page and of its style sheets, except small pictures as data: URLs."""

    def __init__(self) -> None:
        super().__init__(timeout=1, allowed_protocols=("data",), allow_redirects=False)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """The picture, or Refused (the page is then drawn without it)."""
        if len(url) > LARGEST or not url.startswith(PICTURES):
            raise Refused(f"refused: {url[:60]}")
        return super().fetch(url, headers)
