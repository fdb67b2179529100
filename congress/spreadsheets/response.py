"""A workbook as an answer to a request."""

from io import BytesIO

from flask import send_file
from werkzeug.wrappers import Response

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def download(content: bytes, filename: str) -> Response:
    """Send a workbook for download, never to be cached."""
    return send_file(BytesIO(content), mimetype=XLSX, as_attachment=True, download_name=filename, max_age=0)
