"""What a file must be before anything reads it, how much of it is read, and the sentences that say no.

The office's largest list is some hundreds of delegates; the province's largest thinkable one is 5,000. The numbers are
several times that, and small enough for a refusal in seconds.
"""

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken

MEGABYTE = 1024 * 1024
LARGEST_FILE = 10 * MEGABYTE  # 20,000 rows of 40 columns take 4 to 6 MB
LARGEST_UNPACKED = 100 * MEGABYTE
LARGEST_XML = 50 * MEGABYTE  # 400,000 cells take 15 to 30 MB
SMALL_PART, MOST_SWELLING = 5 * MEGABYTE, 100  # lists swell 10 to 40 times; a bomb 200 to 1,000 times
MOST_PARTS = 2000
MOST_SHEETS = 60  # a workbook with one sheet for each cell
MOST_ROWS = 20_000
MOST_COLUMNS = 500
WIDEST_ROW = 16_384  # columns Excel has, filled or not
MOST_CELLS = 400_000  # 20,000 rows of 20 columns, or 14,000 of all a record has; the filled area is read as a whole
LONGEST_TEXT = 32_767  # what Excel takes in a cell

TOO_LARGE = N_(
    "Tệp lớn hơn %(most)s MB nên không được nhận. "
    "Hãy bỏ ảnh và các trang không dùng, hoặc chia danh sách thành nhiều tệp."
)
EMPTY = N_("Tệp này trống. Hãy chọn tệp có danh sách.")
LOCKED = N_(
    "Tệp có mật khẩu nên không đọc được. Hãy bỏ mật khẩu trong Excel (Tệp, Thông tin, Bảo vệ sổ làm việc) rồi lưu lại."
)
OLD_EXCEL = N_("Đây là tệp Excel đời cũ (.xls). Hãy mở bằng Excel, chọn Lưu thành, kiểu “Excel Workbook (.xlsx)”.")
BINARY_EXCEL = N_(
    "Đây là tệp Excel nhị phân (.xlsb). Hãy mở bằng Excel, chọn Lưu thành, kiểu “Excel Workbook (.xlsx)”."
)
PDF = N_("Đây là tệp PDF, không phải bảng tính. Hãy chọn tệp Excel (.xlsx), OpenDocument (.ods) hoặc CSV.")
PICTURE = N_("Đây là ảnh, không phải bảng tính. Hãy chọn tệp Excel (.xlsx), OpenDocument (.ods) hoặc CSV.")
WORD = N_("Đây là tệp Word, không phải bảng tính. Hãy chọn tệp Excel (.xlsx), OpenDocument (.ods) hoặc CSV.")
MARKUP = N_("Đây là trang web hoặc tệp XML, không phải bảng tính. Hãy mở bằng Excel và lưu thành .xlsx.")
NO_WORKBOOK = N_("Tệp này không phải bảng tính. Hãy chọn tệp Excel (.xlsx), OpenDocument (.ods) hoặc CSV.")
BROKEN = N_("Tệp này bị hỏng hoặc bị cắt cụt nên không đọc được. Hãy mở bằng Excel, lưu lại rồi thử lần nữa.")
SWELLS = N_("Nội dung của tệp phình ra quá lớn khi mở nên không được nhận. Hãy chép riêng danh sách sang một tệp mới.")
SHEET_TOO_LARGE = N_(
    "Tệp có một trang tính quá lớn. Mỗi trang được nhiều nhất %(rows)s dòng và %(columns)s cột. "
    "Hãy xóa các dòng và cột thừa, hoặc chia danh sách thành nhiều tệp."
)
MACROS = N_("Tệp có macro nên không được nhận. Hãy mở bằng Excel, chọn Lưu thành, kiểu “Excel Workbook (.xlsx)”.")
EXTERNAL = N_(
    "Tệp có liên kết sang tệp hoặc nguồn dữ liệu khác nên không được nhận. "
    "Hãy chép danh sách, dán dạng giá trị sang một tệp mới rồi nộp tệp đó."
)
ENTITIES = N_(
    "Tệp có khai báo lạ bên trong (DOCTYPE) mà Excel không bao giờ ghi, nên không được nhận. "
    "Hãy mở bằng Excel và lưu lại."
)
FORMULA = N_(
    "Ô %(cell)s của trang “%(sheet)s” là công thức, không phải giá trị. Trong Excel hãy chọn cả bảng, chép, "
    "rồi dán đặc biệt dạng giá trị (Paste Special, Values) và lưu lại."
)
TOO_MANY_SHEETS = N_("Tệp có hơn %(most)s trang tính. Hãy chép trang có danh sách sang một tệp riêng.")
TOO_MANY_ROWS = N_("Trang “%(sheet)s” có hơn %(most)s dòng. Hãy xóa các dòng thừa ở dưới, hoặc chia thành nhiều tệp.")
TOO_MANY_COLUMNS = N_("Trang “%(sheet)s” có hơn %(most)s cột. Hãy xóa các cột thừa ở bên phải rồi thử lại.")
TOO_MANY_CELLS = N_(
    "Trang “%(sheet)s” trải quá rộng: %(rows)s dòng, %(columns)s cột. "
    "Hãy xóa các dòng và cột thừa, hoặc chia danh sách thành nhiều tệp."
)
TEXT_TOO_LONG = N_(
    "Dòng %(row)s có một ô dài hơn %(most)s ký tự. Có thể thiếu dấu ngoặc kép đóng; hãy sửa rồi thử lại."
)
NOT_UTF8 = N_(
    "Tệp CSV này không ghi theo bảng mã UTF-8 nên chữ Việt sẽ bị sai. Trong Excel hãy lưu kiểu "
    "“CSV UTF-8 (Comma delimited)”, hoặc lưu thành .xlsx."
)

_ZIP, _OLD_CONTAINER = b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")
_OLDER_EXCEL = (b"\x09\x08", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00", b"\x09\x00\x04\x00")
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_KINDS = (
    (b"%PDF", PDF),
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"RIFF", PICTURE),
    (b"{\\rtf", WORD),
)
_MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<table", b"<meta", b"<head")
TEXT_ENDINGS = (".csv", ".tsv", ".txt")


def check_kind(content: bytes, filename: str, field: str | None = None) -> bool:
    """Whether the file is a package (XLSX, ODS; otherwise it is text). Raises RuleBroken for anything else."""
    if len(content) > LARGEST_FILE:
        raise RuleBroken(TOO_LARGE, field, most=LARGEST_FILE // MEGABYTE)
    if not content.strip(b"\0\r\n\t \xef\xbb\xbf\xff\xfe"):
        raise RuleBroken(EMPTY, field)
    if content.startswith(_ZIP):
        return True
    if content.startswith(_OLD_CONTAINER):
        raise RuleBroken(LOCKED if _ENCRYPTED_PACKAGE in content else OLD_EXCEL, field)
    if content.startswith(_OLDER_EXCEL):
        raise RuleBroken(OLD_EXCEL, field)
    for mark, sentence in _KINDS:
        if content.startswith(mark):
            raise RuleBroken(sentence, field)
    if content.removeprefix(b"\xef\xbb\xbf").lstrip()[:20].lower().startswith(_MARKUP):
        raise RuleBroken(MARKUP, field)
    if not filename.lower().endswith(TEXT_ENDINGS):
        raise RuleBroken(NO_WORKBOOK, field)
    return False
