"""Having a foreign file read by a child process of bounded time and memory, so that a hostile one cannot take the
pages of the program with it. Slow: call it without an open transaction."""

import os
import subprocess
import sys
import threading
from pathlib import Path

try:
    import resource
except ImportError:  # Windows has no limits of this kind; time is limited from outside everywhere
    resource = None  # type: ignore[assignment]

# The package's own __init__ builds the application; a bare stand-in keeps it, and the database, out of the child.
# A process per file and no pool: files come a few times a day, and nothing of one may reach the next.
_START = """
import sys, types
package = types.ModuleType("congress"); package.__path__ = [sys.argv[1]]; sys.modules["congress"] = package
from congress.shared.confined import confine
from {module} import main
confine(megabytes=int(sys.argv[2]), seconds=int(sys.argv[3]))
main(sys.argv[4:])
"""
_KEPT_ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")
UNREADABLE = 3
"""What the child exits with when the file is at fault; any other failure is a limit it ran into."""


class Busy(Exception):
    """As many files as may be are being read already."""


class TooMuch(Exception):
    """The file took more time or memory than it may."""


class Unreadable(Exception):
    """The child says that the file is broken."""


class Confined:
    """One kind of child: the module whose `main(arguments)` reads standard input and answers on standard output."""

    def __init__(self, module: str, *, megabytes: int, seconds: int, at_once: int, patience: float) -> None:
        self.module = module
        self.megabytes = megabytes
        self.seconds = seconds
        self.patience = patience
        self._places = threading.BoundedSemaphore(at_once)

    def run(self, data: bytes, *arguments: str, timeout: float) -> bytes:
        """What the child answers about `data` within `timeout` seconds. Raises Busy, TooMuch or Unreadable."""
        if not self._places.acquire(timeout=self.patience):
            raise Busy
        try:
            done = subprocess.run(  # noqa: S603 - our own interpreter and program; the file comes on standard input
                [
                    *(sys.executable, "-P", "-c", _START.format(module=self.module)),
                    *(str(Path(__file__).resolve().parents[1]), str(self.megabytes), str(self.seconds)),
                    *arguments,
                ],
                input=data,
                capture_output=True,
                timeout=timeout,
                env={name: os.environ[name] for name in _KEPT_ENVIRONMENT if name in os.environ} | {"PYTHONUTF8": "1"},
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise TooMuch from error
        finally:
            self._places.release()
        if done.returncode != 0:
            raise Unreadable if done.returncode == UNREADABLE else TooMuch
        return done.stdout


def confine(megabytes: int, seconds: int) -> None:
    """Bound the memory and the processor time this process may take at all."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
