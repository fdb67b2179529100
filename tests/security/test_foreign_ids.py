"""Another congress's ids open nothing and write nothing, wherever they stand: in the path, the query or a form."""

import itertools
import re
from typing import Any

from congress.journal import queries
from tests.security.conftest import Forms, address, every_table, references_to, rules_of

METHODS = {"GET", "POST"}


def test_every_kind_of_id_in_an_address_is_tried(app, mine):
    names = {name for rule in rules_of(app) for name in rule.arguments if name.endswith("_id")}
    assert names <= set(mine), "furnish() in conftest.py makes one row for every id there is"


def test_in_the_path_of_ones_own_congress_they_are_not_found(app, congress, office, mine, theirs):
    before = every_table()
    for rule in rules_of(app):
        ids = {name for name in rule.arguments if name.endswith("_id")}
        if "congress" not in rule.arguments or not ids:
            continue
        values = {"congress": congress.slug} | {name: theirs[name] for name in ids}
        for method in rule.methods & METHODS:
            answer = office.open(address(rule, values), method=method)
            assert answer.status_code == 404, f"{method} {rule.rule}"
    assert every_table() == before


def test_one_foreign_id_among_ones_own_is_not_found(app, congress, office, mine, theirs):
    before = every_table()
    for rule in rules_of(app):
        ids = {name for name in rule.arguments if name.endswith("_id")}
        if "congress" not in rule.arguments or len(ids) < 2:
            continue
        for foreign in ids:
            values = {"congress": congress.slug} | {name: mine[name] for name in ids} | {foreign: theirs[foreign]}
            for method in rule.methods & METHODS:
                answer = office.open(address(rule, values), method=method)
                if foreign == "import_id" and answer.status_code == 302:  # as for a text that waits no more
                    assert answer.location.endswith(f"/drafts/{mine['document_id']}")
                    continue
                assert answer.status_code == 404, f"{method} {rule.rule} with a foreign {foreign}"
    assert every_table() == before


def test_the_other_congress_itself_is_not_found(app, office, mine, theirs):
    before = every_table()
    for rule in rules_of(app):
        if "congress" in rule.arguments and rule.endpoint != "tasks.feed":  # the address of a calendar is its key
            for method in rule.methods & METHODS:
                assert office.open(address(rule, theirs), method=method).status_code == 404, f"{method} {rule.rule}"
    assert every_table() == before


def test_in_the_query_they_show_nothing_and_break_nothing(app, congress, office, mine, theirs):
    names = {name.removesuffix("_id") for name in theirs if name.endswith("_id")} | set(theirs) - {"congress"}
    before = every_table()
    for rule in rules_of(app):
        if "congress" not in rule.arguments or "GET" not in rule.methods:
            continue
        path = address(rule, mine | {"congress": congress.slug})
        foreign = {name: str(theirs[name if name in theirs else f"{name}_id"]) for name in names}
        answer = office.get(path, query_string=foreign)
        assert answer.status_code in (200, 302, 404), f"{rule.rule} {answer.status_code}"
        assert b"N\xc6\xa1i Kh\xc3\xa1c" not in answer.data, rule.rule
    assert every_table() == before


def test_in_a_form_they_are_refused(app, congress, office, mine, theirs):
    """Every control of every form that can hold an id is sent with each id of the other congress."""
    foreign = {str(number) for name, number in theirs.items() if name.endswith("_id")}
    own = mine | {"congress": congress.slug}
    tried = 0
    for rule in rules_of(app):
        if "congress" not in rule.arguments or "GET" not in rule.methods:
            continue
        page = office.get(address(rule, own))
        if page.mimetype != "text/html":
            continue
        for action, controls in Forms(page.text).forms:
            target = action or page.request.path
            if "/remove" in target or target.startswith("/sign-out"):
                continue
            for name in {name for name, values in controls if any(map(is_id, values)) or name.endswith("_id")}:
                for number in foreign:
                    sent = [(each, next(iter(values), "")) for each, values in controls if each != name]
                    answer = office.post(target, data=as_data([*sent, (name, number)]))
                    assert answer.status_code < 500, f"{target} {name}"
                    tried += 1
    assert tried > 20
    assert references_to(foreign, congress.id) == []
    assert not office_touched(theirs)


def is_id(value: str) -> bool:
    return bool(re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", value))


def as_data(pairs: list[tuple[str, str]]) -> dict[str, Any]:
    grouped = itertools.groupby(sorted(pairs), key=lambda pair: pair[0])
    return {name: [value for _name, value in values] for name, values in grouped}


def office_touched(theirs: dict[str, Any]) -> list[str]:
    """Acts in the other congress's journal that the tests' own furnishing does not explain."""

    entries = queries.latest(theirs["congress_id"], limit=500)
    return [entry.act for entry in entries if entry.actor_id is not None]
