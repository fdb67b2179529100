"""What copies and amendments of a plan are called before anybody names them."""

import re
from collections.abc import Container

_AMENDED = re.compile(r"(.*) \(điều chỉnh lần \d+\)")


def copied_name(name: str, taken: Container[str]) -> str:
    """ "Phương án 1 (bản sao)", then "Phương án 1 (bản sao 2)"."""
    plain, number = name[:160], 2
    found = f"{plain} (bản sao)"
    while found in taken:
        found = f"{plain} (bản sao {number})"
        number += 1
    return found


def amended_name(name: str, taken: Container[str]) -> str:
    """ "Phương án 1 (điều chỉnh lần 1)", and after that "Phương án 1 (điều chỉnh lần 2)"."""
    known = _AMENDED.fullmatch(name)
    plain, number = (known[1] if known else name)[:150], 1
    while f"{plain} (điều chỉnh lần {number})" in taken:
        number += 1
    return f"{plain} (điều chỉnh lần {number})"
