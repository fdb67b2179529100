"""Every door is closed unless its view says who may open it."""

import uuid
from typing import Any

import pytest
from flask import Flask

from congress.web.access import ASSETS, GRANTS, Permission, Role
from tests.factories import make_account, make_congress, make_unit

OPEN = {
    "accounts.sign_in",
    "comments.opinion",
    "comments.opinion_draft",
    "comments.opinion_thanks",
    "accounts.sign_out",
    "accounts.language",
    "accounts.set_up",
    "accounts.waiting",
    "tasks.feed",
}


def rules_of(app: Flask) -> list[Any]:
    return [rule for rule in app.url_map.iter_rules() if rule.endpoint not in ASSETS]


def address(rule: Any, slug: str, number: uuid.UUID) -> str:
    """The rule's address with the same id in every place."""
    values = {name: number if "id" in name else "x" for name in rule.arguments}
    if "congress" in rule.arguments:
        values["congress"] = slug
    return str(rule.build(values, append_unknown=False)[1])


def test_every_view_declares_who_may_open_it(app):
    for rule in rules_of(app):
        access = getattr(app.view_functions[rule.endpoint], "access", None)
        if access == "public":
            assert rule.endpoint in OPEN, f"{rule.endpoint} is public"
        elif "congress" in rule.arguments:
            assert isinstance(access, Permission), f"{rule.endpoint} declares no permission"
        else:
            assert access == "signed_in", f"{rule.endpoint} declares nothing"


def test_every_permission_is_given_to_somebody_and_the_office_has_all():
    assert GRANTS[Role.OFFICE] == set(Permission)
    assert set(GRANTS) == set(Role)


def test_who_is_not_signed_in_is_sent_to_the_door(app, client, congress):
    for rule in rules_of(app):
        if rule.endpoint in OPEN:
            continue
        for method in rule.methods & {"GET", "POST"}:
            answer = client.open(address(rule, congress.slug, congress.id), method=method)
            if method == "POST":  # nothing typed is lost: the page that signs in and sends on
                assert answer.status_code == 401, rule.endpoint
                continue
            assert answer.status_code == 302, rule.endpoint
            assert answer.location.startswith("/sign-in"), rule.endpoint


def test_another_congress_is_never_found(app, sign_in, congress):
    """Every page of a congress, asked for by somebody who has a role at another one only."""
    other = make_congress()
    outsider = sign_in(account=make_account(other, Role.OFFICE))
    for rule in rules_of(app):
        if "congress" not in rule.arguments:
            continue
        for method in rule.methods & {"GET", "POST"}:
            answer = outsider.open(address(rule, congress.slug, uuid.uuid4()), method=method)
            assert answer.status_code == 404, f"{method} {rule.rule}"


@pytest.mark.parametrize("role", Role)
def test_a_role_opens_what_it_was_granted_and_nothing_else(app, sign_in, congress, role):
    client = sign_in(role, unit=make_unit(congress))
    for rule in rules_of(app):
        if "congress" not in rule.arguments or "GET" not in rule.methods:
            continue
        permission = app.view_functions[rule.endpoint].access
        if permission == "public":  # its address is the key: tests/tasks/test_views.py
            continue
        answer = client.get(address(rule, congress.slug, uuid.uuid4()))
        expected = {200, 302, 404} if permission in GRANTS[role] else {403}
        assert answer.status_code in expected, f"{role} {rule.rule} {answer.status_code}"
