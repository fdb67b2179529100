"""The application: what it is put together from, in order."""

from importlib import import_module
from pathlib import Path

from flask import Flask
from flask_bootstrap import Bootstrap5
from werkzeug.middleware.proxy_fix import ProxyFix

from congress import FEATURES, LANGUAGES, database, storage
from congress.accounts import door
from congress.allocation import views as allocation
from congress.comments import queries as comments
from congress.config import Settings
from congress.congresses import queries as congresses
from congress.delegates import queries as delegates
from congress.drafts import views as drafts
from congress.extensions import csrf
from congress.navigation import MENU, entry_of, shown
from congress.overview import views as home
from congress.web import access, assets, errors, filters, headers, tenancy


def create_app(settings: Settings | None = None) -> Flask:
    """The application: settings, database, frame, features."""
    settings = settings or Settings.from_environment()
    app = Flask("congress", template_folder=str(templates_folder()), static_url_path=assets.static_path())
    app.config.from_mapping(settings.for_flask())
    app.config["LANGUAGES"] = LANGUAGES
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(menu=MENU, menu_entry=entry_of)
    app.jinja_env.tests["shown"] = shown
    if settings.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=settings.proxies, x_proto=settings.proxies)  # type: ignore[method-assign]

    assets.init_app(app)
    database.init_app(app)
    storage.init_app(app)
    csrf.init_app(app)
    Bootstrap5(app)
    filters.init_app(app)
    headers.init_app(app)
    errors.init_app(app)
    tenancy.init_app(app, find_congress=congresses.by_slug)
    door.init_app(app)
    filters.speak(app)
    access.init_app(app)
    door.init_after_guard(app)
    home.init_app(app)
    allocation.init_app(app, entered=delegates.entered)
    drafts.init_app(app, asked=comments.asked_about)
    for feature in FEATURES:
        app.register_blueprint(import_module(f"congress.{feature}.views").blueprint)
    return app


def templates_folder() -> Path:
    """Where the templates lie: in the checkout, or inside the installed package."""
    here = Path(__file__).parent
    checkout = here.parent / "templates"
    return checkout if checkout.is_dir() else here / "_templates"
