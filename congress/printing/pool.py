"""A few warm render processes, started when first needed, watched, renewed and shared by all threads."""

import atexit
import contextlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from congress.printing.messages import receive, send
from congress.printing.problems import EngineMissing, PrintFailed

# The package's own __init__ builds the application; a bare stand-in keeps it out of the render process.
START = """
import sys, types
package = types.ModuleType("congress"); package.__path__ = [sys.argv[1]]; sys.modules["congress"] = package
from congress.printing.worker import main
main()
"""
KEPT_ENVIRONMENT = (
    "PATH",
    "HOME",
    "LANG",
    "LC_ALL",
    "SYSTEMROOT",
    "TEMP",
    "TMP",
    "TMPDIR",
    "XDG_CACHE_HOME",
    "FONTCONFIG_FILE",
    "FONTCONFIG_PATH",
)


class RenderProcess:
    """One child process and the line to it. Used by one thread at a time."""

    def __init__(self, family: str, megabytes: int, start_seconds: float = 60) -> None:
        environment = {name: os.environ[name] for name in KEPT_ENVIRONMENT if name in os.environ}
        environment |= {"SOURCE_DATE_EPOCH": "0", "PYTHONUTF8": "1"}
        self.process = subprocess.Popen(  # noqa: S603 -- our own program, no text of anybody's in it
            [sys.executable, "-P", "-c", START, str(Path(__file__).resolve().parents[1])],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment,
        )  # fmt: skip
        self.jobs = 0
        self.worn_out = False
        answer, _ = self.ask({"family": family, "megabytes": megabytes}, b"", start_seconds)
        if not answer.get("ready"):
            self.close()

    def ask(self, request: dict[str, Any], body: bytes, seconds: float) -> tuple[dict[str, Any], bytes]:
        """Send a request and wait for the answer; PrintFailed for a refusal, a crash or after `seconds`."""
        late = threading.Event()

        def stop() -> None:
            late.set()
            self.process.kill()

        watch = threading.Timer(seconds, stop)
        watch.daemon = True
        watch.start()
        try:
            send(self.process.stdin, request, body)  # type: ignore[arg-type]
            answer, data = receive(self.process.stdout)  # type: ignore[arg-type]
        except (OSError, EOFError):
            self.worn_out = True
            raise (
                PrintFailed("too-slow", seconds=round(seconds)) if late.is_set() else PrintFailed("too-large")
            ) from None
        finally:
            watch.cancel()
        self.jobs += 1
        if "problem" in answer:
            kind = answer["problem"]
            self.worn_out = self.worn_out or kind in (
                "too-large",
                "engine-missing",
                "not-ready",
                "font-missing",
                "font-incomplete",
            )
            raise (EngineMissing if kind == "engine-missing" else PrintFailed)(kind, **answer.get("details", {}))
        return answer, data

    def close(self) -> None:
        """End the process; a busy one is killed."""
        with contextlib.suppress(OSError):
            self.process.stdin.close()  # type: ignore[union-attr]
        try:
            self.process.wait(0.5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()  # type: ignore[union-attr]


class Pool:
    """Lends render processes to threads. Bounds: processes, megabytes, seconds per job, jobs per process."""

    def __init__(
        self,
        family: str,
        processes: int | None = None,
        megabytes: int = 1200,
        seconds: float = 30,
        jobs: int = 200,
        patience: float = 60,
    ) -> None:
        self.family, self.megabytes, self.seconds, self.jobs, self.patience = family, megabytes, seconds, jobs, patience
        self.size = processes or min(2, os.cpu_count() or 1)
        self._idle: list[RenderProcess] = []
        self._lent = 0
        self._change = threading.Condition()
        self._closed = False
        atexit.register(self.close)

    def ask(self, request: dict[str, Any], body: bytes, seconds: float | None = None) -> tuple[dict[str, Any], bytes]:
        """Have one job done by whichever process is free; PrintFailed as RenderProcess.ask, or if none is.

        `seconds` gives a job that is known to be long more time than others.
        """
        with self.lend() as process:
            return self.ask_of(process, request, body, seconds)

    def ask_of(
        self, process: RenderProcess, request: dict[str, Any], body: bytes, seconds: float | None = None
    ) -> tuple[dict[str, Any], bytes]:
        """Have a job done by a lent process, and see whether it is worn out by it."""
        answer, data = process.ask(request, body, seconds or self.seconds)
        process.worn_out = (
            process.worn_out or process.jobs >= self.jobs or answer.get("megabytes", 0) > self.megabytes * 0.5
        )
        return answer, data

    @contextlib.contextmanager
    def lend(self) -> Iterator[RenderProcess]:
        """A process for this thread alone, back in the pool (or ended, when it is worn out) afterwards."""
        process = self._take()
        try:
            if process is None:
                process = RenderProcess(self.family, self.megabytes)
            yield process
        except BaseException as failed:
            if process is not None and not isinstance(failed, PrintFailed):
                process.worn_out = True  # an answer may still be on the line
            raise
        finally:
            self._give_back(process)

    def warm_up(self) -> None:
        """Start one process, so that the first paper need not wait for it."""
        with self.lend():
            pass

    def close(self) -> None:
        """End all idle processes; those at work end when their job is done."""
        with self._change:
            self._closed = True
            idle, self._idle = self._idle, []
        for process in idle:
            process.close()
        atexit.unregister(self.close)

    def _take(self) -> RenderProcess | None:
        deadline = time.monotonic() + self.patience
        with self._change:
            while self._lent >= self.size:
                if not self._change.wait(max(0, deadline - time.monotonic())) and self._lent >= self.size:
                    raise PrintFailed("busy")
            self._lent += 1
            while self._idle:
                process = self._idle.pop()
                if process.process.poll() is None:
                    return process
            return None

    def _give_back(self, process: RenderProcess | None) -> None:
        keep = process is not None and not process.worn_out and not self._closed
        if process is not None and not keep:
            process.close()
        with self._change:
            self._lent -= 1
            if process is not None and keep:
                self._idle.append(process)
            self._change.notify()
