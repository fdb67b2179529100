"""What a workbook of delegates would do: whom each row speaks of, what it changes, and what stands against it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from congress.delegates.rules.checks import (
    Filled,
    Room,
    check_membership,
    check_quota,
    check_rank,
    check_room,
    check_seat,
)
from congress.delegates.rules.company import Company, Member, Others
from congress.delegates.rules.import_rows import Draft, Terms, draft_of
from congress.delegates.rules.recognition import Entry, Roll, facts_of, seat_of
from congress.delegates.rules.registration import refuse_locked
from congress.delegates.rules.shown import in_words, who
from congress.delegates.rules.twins import check_twin
from congress.delegates.vocabulary import Origin, Standing
from congress.people.rules import Likeness, check_dates, likeness
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.spreadsheets.answers import A_NEW_ONE, Answers
from congress.spreadsheets.preview import Candidate, PreviewRow, Remark, State, Tell, Weight, cells_of
from congress.spreadsheets.tables import ParsedTable

NEEDED = {
    "full_name": N_("Cần ghi họ và tên."),
    "sex": N_("Cần ghi giới tính."),
    "birth": N_("Cần ghi ngày sinh; không rõ ngày thì ghi năm."),
}
TWICE = N_("Dòng %(row)s và dòng %(other)s là cùng một người (%(name)s). Hãy bỏ một dòng.")
ALIKE_ROWS = N_("Dòng %(other)s có họ tên và năm sinh gần giống. Hãy xem có phải một người không.")
ORIGIN_NOT_YOURS = N_("Thành phần do Tiểu ban Nhân sự ghi. Hãy để trống ô này.")
STEP = 50
NOBODY = Others(Filled(), {}, ())


@dataclass(frozen=True)
class Planned:
    """A row as it is shown, and what an import writes: the record (None for a new one), its cell, the fields."""

    row: PreviewRow
    entry: Entry | None = None
    unit_id: UUID | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)
    others: Others = field(default_factory=lambda: NOBODY)


def draw_up(
    table: ParsedTable, entries: Sequence[Entry], terms: Terms, answers: Answers, tell: Tell = lambda _done: None
) -> list[Planned]:
    """Look every row up and check it, in the order of the file; `tell` hears how many rows are done."""
    mine = Roll([entry for entry in entries if terms.scope.covers(entry.unit_id)])
    drafts = []
    for place, row in enumerate(table.rows, start=1):
        drafts.append(draft_of(table, row, mine, terms, answers))
        if place % STEP == 0:
            tell(place // 2)
    _refuse_doubles(drafts)
    _give_ranks(drafts, entries)
    spoken_of = {draft.entry.id for draft in drafts if draft.entry is not None and not draft.unsure}
    rest = [
        Member(entry.unit_id, entry.identity, entry.seat, entry.id, promoted=entry.promoted)
        for entry in entries
        if entry.id not in spoken_of
    ]
    company = Company([*rest, *filter(None, map(_member, drafts))], terms.places, terms.visible)
    if terms.as_reviewer:
        _count_officials(drafts, entries, terms)
    planned = []
    for place, draft in enumerate(drafts, start=1):
        planned.append(_planned(table, draft, company, terms, answers))
        if place % STEP == 0:
            tell((len(drafts) + place) // 2)
    return planned


def _refuse_doubles(drafts: Sequence[Draft]) -> None:
    """Two rows that are one person, or speak of one record, are both wrong, and each names the other."""
    groups: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        identity = draft.identity
        groups[f"name:{identity.folded}"].append(draft)
        if identity.card_key:
            groups[f"card:{identity.card_key}"].append(draft)
        if draft.entry is not None:
            groups[f"record:{draft.entry.id}"].append(draft)
    paired: set[tuple[int, int]] = set()
    for key, group in groups.items():
        for place, one in enumerate(group):
            for other in group[place + 1 :]:
                pair = (one.number, other.number)
                if pair not in paired and (key.startswith("record:") or _same(one, other)):
                    paired.add(pair)
                    name = one.identity.full_name
                    one.error(TWICE, row=one.number, other=other.number, name=name)
                    other.error(TWICE, row=other.number, other=one.number, name=name)


def _same(one: Draft, other: Draft) -> bool:
    like = likeness(one.identity, other.identity)
    return like in (Likeness.SAME_CARD, Likeness.SAME_BIRTH)


def _give_ranks(drafts: Sequence[Draft], entries: Sequence[Entry]) -> None:
    """Alternates without a rank stand behind the others of their cell, in the order of the file."""
    last: dict[UUID, int] = defaultdict(int)
    spoken_of = {draft.entry.id for draft in drafts if draft.entry is not None}
    for entry in entries:
        if entry.id not in spoken_of and entry.seat.standing is Standing.ALTERNATE:
            last[entry.unit_id] = max(last[entry.unit_id], entry.seat.rank or 0)
    alternates = [each for each in drafts if each.place and seat_of(each.fields).standing is Standing.ALTERNATE]
    for draft in alternates:
        if draft.place is not None:
            last[draft.place.id] = max(last[draft.place.id], draft.fields.get("rank") or 0)
    for draft in alternates:
        if draft.place is not None and draft.fields.get("rank") is None:
            last[draft.place.id] += 1
            draft.fields["rank"] = last[draft.place.id]
            if draft.entry is not None and "rank" not in draft.changed:
                draft.changed = (*draft.changed, "rank")


def _count_officials(drafts: Sequence[Draft], entries: Sequence[Entry], terms: Terms) -> None:
    """How many official delegates there are before each row that adds one, as if the rows were typed in order."""
    official = sum(entry.seat.is_official for entry in entries)
    for draft in drafts:
        if draft.member is None:
            continue
        was, becomes = draft.entry is not None and draft.entry.seat.is_official, draft.member.seat.is_official
        if becomes and not was:
            draft.room = Room(official, terms.decided, terms.cap)
        official += becomes - was


def _member(draft: Draft) -> Member | None:
    """The person of a row in the end; nobody while it is not known whom the row speaks of."""
    if draft.place is None or draft.unsure:
        return None
    entry = draft.entry
    seat = replace(seat_of(draft.fields), replaced=entry is not None and entry.replaced)
    stays = entry is not None and (entry.unit_id, entry.seat.counts, entry.seat.standing) == (
        draft.place.id,
        seat.counts,
        seat.standing,
    )
    draft.member = Member(
        draft.place.id,
        draft.identity,
        seat,
        entry.id if entry else None,
        draft.number,
        entering=not stays,
        promoted=entry is not None and entry.promoted,
    )
    return draft.member


def _planned(table: ParsedTable, draft: Draft, company: Company, terms: Terms, answers: Answers) -> Planned:
    others = NOBODY
    if draft.member is not None and draft.does is not State.FOUND:
        others = replace(company.others(draft.member), room=draft.room)
        draft.remarks += _remarks(table, draft, draft.member, company, terms)
    entry, place = draft.entry, draft.place
    asked = [remark.key for remark in draft.remarks if remark.key]
    twins = [key for key in asked if key.startswith("twin:")] if draft.answer == A_NEW_ONE else []
    before = entry.confirmed if entry else frozenset()
    confirmed = answers.keys_of(draft.number, asked) | {key for key in asked if key in before} | frozenset(twins)
    recorded = None
    if entry is not None:
        recorded = {key: in_words(value) for key, value in entry.fields.items()}
        recorded["unit"] = terms.places.by_id[entry.unit_id].name
    row = PreviewRow(
        number=draft.number,
        label=draft.identity.full_name,
        does=draft.does,
        cells=cells_of(table, draft.row, recorded, draft.changed, draft.remarks),
        remarks=tuple(draft.remarks),
        record=str(entry.id) if entry else "",
        version=entry.version if entry else None,
        candidates=tuple(
            Candidate(str(each.id), who(each.identity, terms.places.by_id[each.unit_id].name)) for each in draft.perhaps
        ),
        answer=draft.answer,
        confirmed=frozenset(confirmed),
    )
    return Planned(row, entry, place.id if place else None, _to_write(draft), others)


def _to_write(draft: Draft) -> dict[str, Any]:
    """For a new record everything the file says, for one that changes only what changes."""
    if draft.entry is None:
        return dict(draft.fields)
    return {key: draft.fields[key] for key in draft.changed if key != "unit"}


def _remarks(table: ParsedTable, draft: Draft, member: Member, company: Company, terms: Terms) -> Iterator[Remark]:
    """What stands against this row: what is missing, whose it is, and every check that entering by hand makes."""
    for key, message in NEEDED.items():
        given = key in table.letters or draft.entry is None
        spoken_of = any(remark.column == key for remark in draft.remarks)
        if given and not spoken_of and draft.fields.get(key) in (None, ""):
            yield Remark(key if key in table.letters else "", message)
    yield from _rights(draft, terms)
    place, facts = terms.places.by_id[member.unit_id], facts_of(draft.fields)
    findings = [
        *check_dates(facts, terms.today),
        *check_membership(member.seat, facts, place.held_on, terms.today),
        *check_seat(member.seat),
    ]
    if member.seat.standing is Standing.ALTERNATE and member.seat.origin is not Origin.EX_OFFICIO:
        findings += check_rank(member.seat, company.ranks(member))
    if member.entering:
        findings += check_quota(member.seat, company.filled(member))
    if draft.room is not None:
        findings += check_room(draft.room)
    yield from (Remark.of(found, table.letters) for found in findings)
    for number, known in company.alike(member):
        twin = check_twin(member.identity, known)
        if twin is None:
            continue
        said = Remark.of(twin, table.letters)
        if number is None:
            yield said
        elif said.weight is Weight.QUESTION:  # a certain twin in another row has had its sentence
            yield replace(said, message=ALIKE_ROWS, values={"other": number})


def _rights(draft: Draft, terms: Terms) -> Iterator[Remark]:
    """A cell writes only while its list is open, what lies with it, and not how somebody became a delegate."""
    if terms.as_reviewer:
        return
    units = {draft.place.id if draft.place else None, draft.entry.unit_id if draft.entry else None} - {None}
    for unit_id in units:
        yield from _broken(refuse_locked, terms.places.by_id[unit_id].window, terms.today)  # type: ignore[index]
    if draft.entry is not None:
        yield from _broken(terms.refuse_sent, draft.entry.review)
    origin = draft.fields.get("origin")
    if origin is not None and origin is not (draft.entry.fields.get("origin") if draft.entry else Origin.ELECTED):
        yield Remark("origin", ORIGIN_NOT_YOURS)


def _broken(check: Callable[..., None], *args: Any, **options: Any) -> Iterator[Remark]:
    try:
        check(*args, **options)
    except RuleBroken as broken:
        yield Remark("", str(broken.message), broken.values)
