"""Headers of every answer: nothing from elsewhere, nothing inline, nothing kept by caches."""

from flask import Flask, request
from werkzeug.wrappers import Response

from congress.web.access import ASSETS

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def init_app(app: Flask) -> None:
    """Set the headers on every response; HSTS only where the program is reached over TLS."""

    @app.after_request
    def set_headers(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if request.endpoint not in ASSETS:
            if not response.cache_control.no_store:
                response.headers["Cache-Control"] = "no-store"  # files too: a workbook holds people's data
            response.vary.add("Cookie")
        if app.config["CONGRESS_HTTPS"]:
            response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
        return response
