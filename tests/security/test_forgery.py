"""Forged requests: no form without its token, no change by looking, no field that was not on the form."""

from congress.accounts import queries
from congress.web.access import Role
from tests.factories import make_account, make_congress, make_unit
from tests.security.conftest import address, every_table, rules_of

SAFE = {"GET", "HEAD", "OPTIONS"}


def test_nothing_is_changed_without_a_token(app, guarded, congress, office, mine):
    before = every_table()
    for rule in rules_of(app):
        for method in rule.methods - SAFE:
            answer = office.open(address(rule, mine | {"congress": congress.slug}), method=method, data={"name": "x"})
            assert answer.status_code == 400, f"{method} {rule.rule}"
    assert every_table() == before


def test_looking_at_every_page_changes_nothing(app, congress, office, mine):
    before = every_table()
    for rule in rules_of(app):
        if "GET" in rule.methods:
            answer = office.get(address(rule, mine | {"congress": congress.slug}))
            assert answer.status_code in (200, 302, 404), f"{rule.rule} {answer.status_code}"
    assert every_table() == before


def test_fields_that_were_not_on_the_form_are_ignored(sign_in, congress):
    other = make_congress()
    unit = make_unit(congress, code="CB01", name="Chi bộ một")
    form = {"code": "CB01", "name": "Chi bộ một", "kind": "cell", "version": "1", "secretary": "Lê Thị Anh"}
    more = {"congress_id": str(other.id), "id": str(other.id), "name_sort": "x", "position": "7", "role": "office"}
    numbers = {"official_members": "9", "probationary_members": "0"}
    assert sign_in(Role.OFFICE).post(f"/{congress.slug}/units/{unit.id}/edit", data=form | numbers | more)
    assert (unit.congress_id, unit.secretary) == (congress.id, "Lê Thị Anh")
    assert unit.name_sort != "x"


def test_nobody_gives_oneself_a_role_or_another_congress(sign_in, congress):
    reader = make_account(congress, Role.READER)
    client = sign_in(account=reader)
    form = {"full_name": "x", "roles": ["office"], "version": "1", "congress_id": str(make_congress().id)}
    assert client.post(f"/{congress.slug}/accounts/{reader.id}/edit", data=form).status_code == 403
    client.post("/account", data={"role": "office", "disabled": "", "must_change_password": ""})
    client.post("/language", data={"language": "en", "role": "office", "full_name": "x"})
    assert [each.role for each in reader.grants_in(congress.id)] == [Role.READER]
    assert reader.full_name != "x"


def test_an_account_form_cannot_set_the_password_or_the_state(sign_in, congress):
    account = make_account(congress, Role.READER)
    form = {"version": "1", "full_name": "Tên Mới", "roles": ["reader"]}
    more = {"password_hash": "x", "disabled": "1", "must_change_password": "", "username": "khac", "language": "en"}
    sign_in(Role.OFFICE).post(f"/{congress.slug}/accounts/{account.id}/edit", data=form | more)
    assert account.full_name == "Tên Mới"
    assert (account.password_hash, account.disabled, account.language) == ("!", False, "vi")
    assert account.username != "khac"


def test_an_unknown_role_is_refused(sign_in, congress):
    form = {"full_name": "Lê Thị Anh", "username": "le.anh", "roles": ["administrator"]}
    page = sign_in(Role.OFFICE).post(f"/{congress.slug}/accounts/new", data=form)
    assert page.status_code == 200
    assert queries.by_username("le.anh") is None
