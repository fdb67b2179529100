"""How far a workbook is on its way in."""

from enum import StrEnum


class Stage(StrEnum):
    """Reading the file, looking its rows up, waiting for its owner; or given up; or imported."""

    READING = "reading"
    MATCHING = "matching"
    READY = "ready"
    FAILED = "failed"
    IMPORTED = "imported"


AT_WORK = frozenset({Stage.READING, Stage.MATCHING})
