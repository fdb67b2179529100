"""Portraits of people nobody is: plain silhouettes drawn anew whenever the demo is written; no file is kept for them."""

import random
from io import BytesIO

from PIL import Image, ImageDraw

from congress.congresses.models import Congress
from congress.delegates import queries
from congress.delegates.actions import photos
from congress.journal.actions import Actor
from congress.people.vocabulary import Sex
from congress.pictures.portrait import portrait
from congress.shared import clock
from congress.units.models import Unit

SEED = 7
GROUNDS = ("#cfe0ee", "#e6e0d2", "#d8e5d6", "#e5d9e3")
SKINS = ("#e0b48f", "#d4a27b", "#c99470", "#e9c3a2")
HAIRS = ("#1d1a18", "#2b2622", "#4a4440", "#7c7772")
CLOTHES = ("#20304a", "#3a2f2a", "#26463b", "#55233a", "#f1efe9")


def silhouette(chance: random.Random, *, woman: bool) -> bytes:
    """A head and shoulders in plain colours, as PNG."""
    image = Image.new("RGB", (450, 600), chance.choice(GROUNDS))
    draw = ImageDraw.Draw(image)
    hair, skin, cloth = chance.choice(HAIRS), chance.choice(SKINS), chance.choice(CLOTHES)
    wide = chance.randint(72, 84)
    if woman:
        draw.rounded_rectangle((225 - wide - 28, 120, 225 + wide + 28, 430), 95, fill=hair)
    draw.ellipse((35, 400, 415, 900), fill=cloth)
    draw.rounded_rectangle((190, 330, 260, 450), 30, fill=skin)
    draw.polygon([(175, 412), (275, 412), (225, 500)], fill="#f7f5f0")
    draw.polygon([(195, 412), (255, 412), (225, 470)], fill=skin)
    draw.pieslice((225 - wide - 14, 110, 225 + wide + 14, 330), 180, 360, fill=hair)
    draw.ellipse((225 - wide, 145, 225 + wide, 365), fill=skin)
    draw.chord((225 - wide - 6, 125, 225 + wide + 6, 300), 195, 345, fill=hair)
    written = BytesIO()
    image.save(written, "PNG")
    return written.getvalue()


def portray(congress: Congress, units: list[Unit], *, actor: Actor) -> None:
    """Give everybody in these cells a portrait."""
    chance = random.Random(SEED)
    for unit in units:
        for delegate in queries.of_unit(congress.id, unit.id):
            picture = portrait(silhouette(chance, woman=delegate.person.sex is Sex.FEMALE))
            photos.give(congress, delegate, picture, actor=actor, today=clock.today(), as_reviewer=True)
