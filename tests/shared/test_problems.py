"""What a rule says when it says no."""

from datetime import datetime

from congress.shared.problems import RuleBroken, StaleEdit


class Lazy:
    """Stands for a lazily translated string: text only when asked."""

    def __init__(self):
        self.asked = 0

    def __str__(self):
        self.asked += 1
        return "Quá chỉ tiêu"


def test_a_broken_rule_carries_its_sentence_and_the_field_to_blame():
    broken = RuleBroken("Quá chỉ tiêu 3 đại biểu", field="seats")
    assert str(broken) == "Quá chỉ tiêu 3 đại biểu"
    assert broken.field == "seats"
    assert RuleBroken("Không được").field is None


def test_a_lazy_sentence_becomes_text_only_when_shown():
    lazy = Lazy()
    broken = RuleBroken(lazy)
    assert lazy.asked == 0
    assert str(broken) == "Quá chỉ tiêu"


def test_values_fill_the_sentence_and_a_bare_percent_sign_is_only_a_sign():
    assert str(RuleBroken("Quá %(limit)s %%", limit=5)) == "Quá 5 %"
    assert str(RuleBroken("Quá 5 %")) == "Quá 5 %"
    assert str(RuleBroken("“%(typed)s” không hợp lệ", typed="%(field)s %d")) == "“%(field)s %d” không hợp lệ"


def test_a_stale_edit_says_who_when_and_what():
    at, changes = datetime(2025, 8, 5, 13, 30), {"full_name": ["Lê Anh", "Lê Thị Anh"]}
    stale = StaleEdit("Trần Văn Bình", at, changes, version=4)
    assert str(stale).startswith("Trần Văn Bình đã sửa nội dung này sau khi đồng chí mở trang.")
    assert (stale.who, stale.at, stale.changes, stale.version) == ("Trần Văn Bình", at, changes, 4)
    assert isinstance(stale, RuleBroken)


def test_a_stale_edit_by_somebody_unknown_still_makes_a_sentence():
    assert str(StaleEdit("", None)).startswith("Nội dung này đã được sửa")
