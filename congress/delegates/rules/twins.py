"""What is said when a record looks like somebody who is already a delegate."""

from dataclasses import dataclass
from uuid import UUID

from congress.people.rules import Identity, Likeness, likeness
from congress.shared.findings import Finding, Question, Refusal
from congress.shared.labels import N_

_SAME_CARD = N_("Số thẻ này đã ghi cho %(name)s, %(unit)s.")
_SAME_CARD_ELSEWHERE = N_("Số thẻ này đã có trong danh sách của %(unit)s. Hãy hỏi %(unit)s hoặc Tiểu ban Nhân sự.")
_SAME_BIRTH = N_(
    "%(name)s, sinh %(birth)s, đã là đại biểu của %(unit)s. Một người chỉ là một đại biểu. "
    "Nếu là hai người khác nhau, hãy thêm dấu hiệu trong ngoặc sau tên, ví dụ Lê Anh (B)."
)
_SAME_BIRTH_ELSEWHERE = N_(
    "Một người cùng họ tên và ngày sinh đã có trong danh sách của %(unit)s. Hãy hỏi %(unit)s hoặc Tiểu ban Nhân sự."
)
_PERHAPS = N_("%(name)s, sinh %(birth)s, %(unit)s, gần giống người này. Hãy xem có phải một người không.")
_PERHAPS_ELSEWHERE = N_("%(unit)s đã ghi một người có họ tên và năm sinh gần giống. Hãy hỏi %(unit)s.")


@dataclass(frozen=True)
class Known:
    """Somebody already entered: who, in which cell, and the delegate's record if the reader may open it."""

    identity: Identity
    unit: str
    delegate_id: UUID | None = None

    @property
    def values(self) -> dict[str, object]:
        """What the sentences are filled with; nobody outside the reader's cells is described."""
        if self.delegate_id is None:
            return {"unit": self.unit}
        birth = self.identity.birth.label if self.identity.birth else "?"
        return {"name": self.identity.full_name, "birth": birth, "unit": self.unit}


def check_twin(identity: Identity, known: Known) -> Finding | None:
    """Refuse the same person a second time, ask about a likely one (domain.md §2.2); None for somebody else.

    To whoever may not see the other record the sentence only says which cell to ask.
    """
    like = likeness(identity, known.identity)
    seen = known.delegate_id is not None
    if like is Likeness.SAME_CARD:
        message = _SAME_CARD if seen else _SAME_CARD_ELSEWHERE
        values = {key: value for key, value in known.values.items() if key != "birth"}
        return Refusal(message, "party_card_number", values, known.delegate_id)
    if like is Likeness.SAME_BIRTH:
        message = _SAME_BIRTH if seen else _SAME_BIRTH_ELSEWHERE
        return Refusal(message, "full_name", known.values, known.delegate_id)
    if like is Likeness.PERHAPS:
        key = f"twin:{identity.name_key}:{identity.birth.iso if identity.birth else ''}:{known.unit}"
        message = _PERHAPS if seen else _PERHAPS_ELSEWHERE
        return Question(key[:200], message, "full_name", known.values, known.delegate_id)
    return None
