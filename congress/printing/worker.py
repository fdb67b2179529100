"""A render process: reads papers from standard input, answers with PDFs, never sees application or database."""

import contextlib
import gc
import os
import sys
import traceback
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

from congress.printing.messages import receive, send

try:
    import resource
except ImportError:  # Windows has no limits of this kind; time is limited from outside everywhere
    resource = None  # type: ignore[assignment]


TIDY_ABOVE = 200
"""Megabytes from which the laid-out pages of earlier papers are cleared away after an answer."""


def main() -> None:
    """Limit yourself, load the engine, say so, then draw paper after paper until the other side closes the line."""
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not get between the messages
    start, _ = receive(requests)
    limit(megabytes=start["megabytes"])
    try:
        jobs = import_module("congress.printing.jobs")  # here, so that a missing Pango becomes an answer
        engine = jobs.Engine()
    except (ImportError, OSError) as missing:
        send(answers, {"problem": "engine-missing", "details": {"missing": str(missing).split("\n")[0]}})
        return
    try:
        engine.warm_up(start["family"])
    except Exception as failed:
        send(answers, {"problem": "not-ready", **jobs.describe(failed)})
        return
    send(answers, {"ready": True})
    serve(requests, answers, engine, jobs)


def serve(requests: BinaryIO, answers: BinaryIO, engine: Any, jobs: Any) -> None:
    """Answer each request: the paper, or why there is none."""
    while True:
        try:
            request, body = receive(requests)
        except EOFError:
            return
        try:
            header, data = jobs.JOBS[request["job"]](engine, request, body)
        except Exception as failed:
            header, data = jobs.describe(failed), b""
            if header["problem"] == "failed":
                traceback.print_exc()
        send(answers, header | {"megabytes": most_memory()}, data)
        del request, body, data
        if memory_now() > TIDY_ABOVE:
            gc.collect()  # now, while the other side is busy with the answer; between papers it would cost the next one


def limit(megabytes: int) -> None:
    """Memory this process may take at all; no core dumps.

    No lower priority: somebody waits for the paper too. The scheduler favours whoever has slept, so a page that needs
    the processor for a moment hardly notices two busy printers; a printer at nice 5 gets a third of what any other
    program on a busy machine gets, and cannot take its priority back after a long paper.
    """
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def memory_now() -> int:
    """Megabytes this process holds; where the system does not say, more than TIDY_ABOVE."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") >> 20
    except OSError:
        return TIDY_ABOVE + 1


def most_memory() -> int:
    """Most megabytes this process has held so far; 0 where the system does not say.

    Not ru_maxrss where there is better: Linux lets it begin with what the web process held when it started this one,
    and in a large web process every printer would look worn out after its first paper.
    """
    with contextlib.suppress(OSError, IndexError):
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
        return int(status.split("VmHWM:")[1].split()[0]) >> 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10 if resource is not None else 0
