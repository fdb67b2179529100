"""The state of a list stands in its address: what is read from it, what is put back."""

import pytest
from werkzeug.datastructures import MultiDict

from congress.web.listing import Column, Listing, Pages

COLUMNS = (
    Column("name", "Tên", sortable=True, fixed=True),
    Column("code", "Mã", sortable=True),
    Column("phone", "Điện thoại", shown=False),
)


def read(*pairs: tuple[str, str]) -> Listing:
    return Listing.read(MultiDict(pairs), COLUMNS, filters=("kind",), order="name")


def test_an_address_without_a_word_means_the_usual_list():
    listing = read()
    assert [column.key for column in listing.shown] == ["name", "code"]
    assert (listing.order, listing.descending, listing.page) == ("name", False, 1)
    assert not listing.narrowed
    assert listing.args() == {"order": "name"}


def test_what_is_read_is_what_is_put_back():
    pairs = [("q", "my duc"), ("order", "-code"), ("kind", "cell"), ("column", "phone")]
    listing = read(*pairs)
    assert listing.args() == {"q": "my duc", "order": "-code", "kind": "cell", "column": ["name", "phone"]}
    again = Listing.read(MultiDict(listing.args()), COLUMNS, filters=("kind",), order="name")
    assert again == listing


@pytest.mark.parametrize("order", ["phone", "password_hash", "-", "name;DROP TABLE unit", "name desc"])
def test_only_columns_that_sort_can_be_asked_for(order):
    assert read(("order", order)).order == "name"


def test_filters_nobody_declared_are_dropped():
    assert read(("secret", "1")).args() == {"order": "name"}


@pytest.mark.parametrize(("typed", "page"), [("3", 3), ("0", 1), ("-1", 1), ("x", 1), ("999999999999", 1), ("²", 1)])
def test_a_page_is_a_number_from_one(typed, page):
    assert read(("page", typed)).page == page


def test_a_change_of_filter_starts_at_the_first_page():
    assert "page" not in read(("page", "3"), ("kind", "cell")).args(kind=None)


def test_a_second_click_on_a_head_turns_the_order_round():
    name, code, _phone = COLUMNS
    assert read().sort_args(name)["order"] == "-name"
    assert read(("order", "-name")).sort_args(name)["order"] == "name"
    assert read().sort_args(code)["order"] == "code"
    assert read(("order", "-code")).direction(code) == "descending"


def test_pages_share_the_rows_out():
    pages = Pages(total=101, size=50, asked=3)
    assert (pages.count, pages.first, pages.last, pages.offset) == (3, 101, 101, 100)
    assert (pages.previous, pages.next) == (2, None)


def test_a_page_past_the_end_is_the_last_one_and_an_empty_list_has_one():
    assert Pages(total=10, size=50, asked=9).number == 1
    empty = Pages(total=0, size=50)
    assert (empty.count, empty.first, empty.last) == (1, 0, 0)


def test_far_pages_are_left_out():
    assert Pages(total=1000, size=50, asked=10).around == [1, None, 8, 9, 10, 11, 12, None, 20]
    assert Pages(total=150, size=50).around == [1, 2, 3]
