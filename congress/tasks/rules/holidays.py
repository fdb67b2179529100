"""Days an office does not work: weekends and public holidays, as data with their source."""

from datetime import date, timedelta

SOURCE = "Bộ luật Lao động 2019, Điều 112"
"""[A] for the list; the exact days off around Tết and 2/9 are set anew every year, so they only warn [C]."""

NEW_YEAR = {
    2025: date(2025, 1, 29),
    2026: date(2026, 2, 17),
    2027: date(2027, 2, 6),
    2028: date(2028, 1, 26),
    2029: date(2029, 2, 13),
    2030: date(2030, 2, 2),
}
"""The first day of the lunar year in Vietnam."""
ANCESTORS = {
    2025: date(2025, 4, 7),
    2026: date(2026, 4, 26),
    2027: date(2027, 4, 16),
    2028: date(2028, 4, 4),
    2029: date(2029, 4, 23),
    2030: date(2030, 4, 12),
}
"""The tenth of the third lunar month."""
FIXED = {(1, 1): "Tết Dương lịch", (4, 30): "30/4", (5, 1): "1/5", (9, 2): "Quốc khánh 2/9"}


def holiday(day: date) -> str:
    """The holiday that falls on a day, or nothing."""
    if name := FIXED.get((day.month, day.day)):
        return name
    if ANCESTORS.get(day.year) == day:
        return "Giỗ Tổ Hùng Vương"
    new_year = NEW_YEAR.get(day.year)
    if new_year and new_year - timedelta(days=1) <= day <= new_year + timedelta(days=3):
        return "Tết Nguyên đán"
    return ""


def works(day: date) -> bool:
    """Whether an office works on this day."""
    return day.weekday() < 5 and not holiday(day)


def working_days_after(day: date, number: int) -> date:
    """The day `number` working days after this one."""
    while number > 0:
        day += timedelta(days=1)
        number -= works(day)
    return day
