"""Words for quantity. No official percentages were found (domain.md §6.5 [C]): a setting, printed in the note."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken

MOST, MAJORITY, MANY, SOME, ONE = "Hầu hết chi bộ", "Đa số chi bộ", "Nhiều chi bộ", "Một số chi bộ", "Có chi bộ"
ALL = "Tất cả chi bộ"
WORDS = (ALL, MOST, MAJORITY, MANY, SOME, ONE)


@dataclass(frozen=True)
class Thresholds:
    """From what share of the answering cells (in percent) each word is used; "đa số" means more than its share."""

    most: int = 90
    majority: int = 50
    many: int = 25

    def check(self) -> "Thresholds":
        """The thresholds fall: RuleBroken on `majority` or `many` otherwise."""
        if not 0 < self.most <= 100:
            raise RuleBroken(N_("Ngưỡng là số từ 1 đến 100."), "most")
        if self.majority >= self.most:
            raise RuleBroken(N_("Ngưỡng “đa số” phải nhỏ hơn ngưỡng “hầu hết”."), "majority")
        if not 0 < self.many <= self.majority:
            raise RuleBroken(N_("Ngưỡng “nhiều” phải nhỏ hơn hoặc bằng ngưỡng “đa số”."), "many")
        return self

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> "Thresholds":
        """From what a report keeps."""
        return cls(**{name: int(kept[name]) for name in ("most", "majority", "many") if name in kept})

    def kept(self) -> dict[str, int]:
        """As a report keeps them."""
        return {"most": self.most, "majority": self.majority, "many": self.many}

    def word(self, cells: int, base: int) -> str:
        """The word for so many of the cells that answered."""
        if cells <= 1:
            return ONE if base > 1 else ALL
        share = Fraction(100 * cells, max(base, cells))
        if share == 100:
            return ALL
        if share >= self.most:
            return MOST
        if share > self.majority:
            return MAJORITY
        return MANY if share >= self.many else SOME

    def explained(self, base: int) -> str:
        """The note of the paper."""
        return (
            f"Cách dùng từ chỉ số lượng, tính trên {base} chi bộ đã gửi phiếu: “tất cả” là 100%; “hầu hết” từ "
            f"{self.most}% trở lên; “đa số” trên {self.majority}%; “nhiều” từ {self.many}%; “một số” từ hai chi bộ "
            "trở lên; “có chi bộ”, “có ý kiến” là một chi bộ."
        )
