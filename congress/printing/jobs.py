"""What a render process can be asked to do: name of the job → function of (engine, request, body) giving (answer, bytes)."""

from typing import Any

from congress.printing.engine import CannotPrint, Engine


def pdf(engine: Engine, request: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
    """One whole paper."""
    data, pages = engine.pdf(body.decode(), request["css"], request["family"], request["identifier"])
    return {"pages": pages}, data


def describe(failed: Exception) -> dict[str, Any]:
    """The failure as a kind and its details."""
    if isinstance(failed, CannotPrint):
        return {"problem": failed.kind, "details": failed.details}
    if isinstance(failed, MemoryError):
        return {"problem": "too-large", "details": {}}
    return {"problem": "failed", "details": {"error": type(failed).__name__}}


JOBS = {"pdf": pdf}
