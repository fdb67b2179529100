"""A Word file as an answer to a request."""

from io import BytesIO

from flask import send_file
from werkzeug.wrappers import Response

from congress.printing.printout import Printout

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def word_response(paper: Printout, content: bytes) -> Response:
    """Send the Word form of a paper for download under the paper's name, never to be cached."""
    name = f"{paper.filename.removesuffix('.pdf')}.docx"
    return send_file(BytesIO(content), mimetype=DOCX, as_attachment=True, download_name=name, max_age=0)
