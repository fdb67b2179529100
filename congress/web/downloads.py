"""A kept file as an answer: always a download, never shown inside the program's pages."""

from urllib.parse import quote

from flask import Response

from congress.shared.vietnamese import file_slug


def download(content: bytes, name: str, media_type: str) -> Response:
    """The file under the name people know it by."""
    stem, _dot, extension = name.rpartition(".")
    plain = f"{file_slug(stem) or 'tep'}.{extension}"
    response = Response(content, mimetype=media_type)
    response.headers["Content-Disposition"] = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store"
    return response
