"""Is this machine fit for the program? The checks behind `congress doctor`, each a plain function with one finding."""

import ctypes
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import NullPool

OLDEST_PYTHON = (3, 11)
ENOUGH_DISK = 1024**3  # bytes; a congress with its papers and thirty backups stays well below
FONT = "Liberation Serif"
FONT_VERSION = 2 * 65536  # as fontconfig counts; version 1 lacks Vietnamese letters
# What WeasyPrint loads, by the names of Linux, Windows and macOS, and the Debian package that brings it.
LIBRARIES: dict[str, tuple[str, ...]] = {
    "libgobject-2.0-0": ("libgobject-2.0.so.0", "libgobject-2.0-0.dll", "libgobject-2.0.dylib"),
    "libpango-1.0-0": ("libpango-1.0.so.0", "libpango-1.0-0.dll", "libpango-1.0.dylib"),
    "libpangoft2-1.0-0": ("libpangoft2-1.0.so.0", "libpangoft2-1.0-0.dll", "libpangoft2-1.0.dylib"),
    "libharfbuzz-subset0": ("libharfbuzz-subset.so.0", "libharfbuzz-subset-0.dll", "libharfbuzz-subset.dylib"),
}


class Place(Protocol):
    """The two settings the checks look at."""

    @property
    def data(self) -> Path: ...

    @property
    def database_url(self) -> str: ...


@dataclass(frozen=True)
class Finding:
    """What one check found; the advice is empty where nothing has to be done."""

    name: str
    ok: bool
    message_vi: str
    advice_vi: str = ""


def findings(settings: Place) -> list[Finding]:
    """Every check in the order in which a newcomer would mend things. Changes nothing on the machine."""
    return [
        python_version(),
        pdf_libraries(),
        paper_font(),
        data_folder(settings.data),
        disk_space(settings.data),
        secret_key(settings.data / "secret.key"),
        database(settings.database_url, migrations_folder()),
    ]


def python_version(version: tuple[int, ...] = sys.version_info[:3]) -> Finding:
    """Python 3.11 (Debian 12) or newer."""
    text = ".".join(map(str, version))
    if version >= OLDEST_PYTHON:
        return Finding("python", True, f"Python {text}.")
    return Finding("python", False, f"Python {text} quá cũ.", "Cần Python 3.11 trở lên (Debian 12, Ubuntu 24.04).")


def pdf_libraries(libraries: dict[str, tuple[str, ...]] = LIBRARIES) -> Finding:
    """The system libraries that printing to PDF needs; without them the program starts but cannot print."""
    missing = [package for package, names in libraries.items() if not any(map(_loads, names))]
    if not missing:
        return Finding("pdf", True, "Có đủ thư viện in PDF (Pango, HarfBuzz).")
    return Finding(
        "pdf",
        False,
        f"Thiếu thư viện in PDF: {', '.join(missing)}. Chương trình vẫn chạy, nhưng chỉ in được từ trình duyệt.",
        f"Chạy bằng quyền quản trị: apt-get install --no-install-recommends {' '.join(missing)}",
    )


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def paper_font() -> Finding:
    """Liberation Serif 2.x, the typeface of the printed papers."""
    advice = "Cài gói fonts-liberation (Debian 13, Ubuntu 24.04) hoặc fonts-liberation2 (Debian 12), rồi thử lại."
    try:
        answer = subprocess.run(  # noqa: S603 - a fixed question without a shell
            ["fc-match", "-f", "%{family[0]}|%{fontversion}", FONT],  # noqa: S607 - wherever the system keeps it
            capture_output=True,
            text=True,
            timeout=20,
            check=True,
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return Finding(
            "font", False, f"Không tra được phông chữ {FONT} vì thiếu lệnh fc-match.", f"Cài gói fontconfig. {advice}"
        )
    family, _, version = answer.partition("|")
    if family != FONT:
        return Finding("font", False, f"Thiếu phông chữ {FONT}; máy sẽ thay bằng {family or 'phông khác'}.", advice)
    if not version.isdigit() or int(version) < FONT_VERSION:
        return Finding("font", False, f"Phông chữ {FONT} là bản cũ, thiếu chữ tiếng Việt.", advice)
    return Finding("font", True, f"Có phông chữ {FONT} bản {int(version) / 65536:.1f}.")


def data_folder(folder: Path) -> Finding:
    """The folder of database, uploads and backups can be written, or can be made at the first start."""
    advice = f"Cho tài khoản chạy chương trình quyền ghi vào {folder}, hoặc đặt CONGRESS_DATA sang thư mục khác."
    if folder.exists() and not folder.is_dir():
        return Finding("data", False, f"{folder} không phải là thư mục.", "Đặt CONGRESS_DATA sang một thư mục.")
    try:
        with tempfile.TemporaryFile(dir=_nearest(folder)):
            pass
    except OSError as error:
        return Finding("data", False, f"Không ghi được vào thư mục dữ liệu {folder}: {error.strerror}.", advice)
    if not folder.exists():
        return Finding("data", True, f"Chưa có thư mục dữ liệu {folder}; chương trình sẽ tạo khi chạy lần đầu.")
    return Finding("data", True, f"Ghi được vào thư mục dữ liệu {folder}.")


def disk_space(folder: Path, needed: int = ENOUGH_DISK) -> Finding:
    """At least `needed` bytes are free where the data folder is or will be."""
    free = shutil.disk_usage(_nearest(folder)).free
    text = f"Còn trống {free / 1024**3:.1f} GB tại {folder}.".replace(".", ",", 1)
    if free >= needed:
        return Finding("disk", True, text)
    return Finding("disk", False, text, "Giải phóng ổ đĩa hoặc chuyển dữ liệu sang ổ khác (CONGRESS_DATA).")


def _nearest(folder: Path) -> Path:
    """The folder itself, or the nearest one above it that exists."""
    return next(place for place in (folder, *folder.absolute().parents) if place.is_dir())


def secret_key(file: Path) -> Finding:
    """The key that signs the cookies is readable by its owner only; it is made at the first start."""
    if not file.exists():
        return Finding("key", True, "Chưa có khóa bí mật; chương trình sẽ tạo khi chạy lần đầu.")
    if os.name == "posix" and stat.S_IMODE(file.stat().st_mode) & 0o077:
        return Finding("key", False, f"Người khác trên máy đọc được khóa bí mật {file}.", f"Chạy: chmod 600 {file}")
    return Finding("key", True, "Khóa bí mật chỉ chủ sở hữu đọc được.")


def migrations_folder() -> Path:
    """Beside the package in a checkout, inside it in an installed program."""
    here = Path(__file__).resolve().parent
    checkout = here.parent / "migrations"
    return checkout if checkout.is_dir() else here / "_migrations"


def database(url: str, migrations: Path) -> Finding:
    """The database answers and has had every migration; a file that does not exist yet is not created by looking."""
    try:
        address = make_url(url)
    except ArgumentError:
        return Finding("database", False, "Địa chỉ cơ sở dữ liệu không đúng dạng.", "Sửa CONGRESS_DATABASE_URL.")
    shown = address.render_as_string(hide_password=True)
    embedded = address.get_backend_name() == "sqlite"
    if embedded and not Path(address.database or "").exists():
        return Finding("database", True, f"Chưa có cơ sở dữ liệu {shown}; chương trình sẽ tạo khi chạy lần đầu.")
    try:
        engine = create_engine(address, poolclass=NullPool, connect_args={} if embedded else {"connect_timeout": 5})
        with engine.connect() as connection:
            current = set(MigrationContext.configure(connection).get_current_heads())
    except (SQLAlchemyError, ImportError):
        return Finding(
            "database",
            False,
            f"Không mở được cơ sở dữ liệu {shown}.",
            "Kiểm tra máy chủ đang chạy, địa chỉ và mật khẩu trong CONGRESS_DATABASE_URL, hoặc khôi phục bản sao lưu.",
        )
    if current != set(ScriptDirectory(str(migrations)).get_heads()):
        return Finding(
            "database",
            False,
            f"Cơ sở dữ liệu {shown} chưa cùng phiên bản với chương trình.",
            "Sao lưu, rồi chạy congress serve: chương trình tự nâng cấp cơ sở dữ liệu trước khi mở.",
        )
    return Finding("database", True, f"Cơ sở dữ liệu {shown} mở được và đúng phiên bản.")
