"""Why there is no PDF, in the words of the office."""

SENTENCES = {
    "engine-missing": "Máy này chưa có gói hệ thống để lập tệp PDF ({missing}). "
    "Cài gói libpango-1.0-0 và libpangoft2-1.0-0, hoặc in từ trang xem trước.",
    "font-missing": "Không tìm thấy phông chữ “{family}” để in (máy thay bằng: {found}). "
    "Cài gói phông chữ fonts-liberation hoặc chọn phông chữ khác trong cài đặt.",
    "font-incomplete": "Phông chữ “{family}” thiếu chữ tiếng Việt ({letters}). "
    "Cài bản phông chữ mới hơn, ví dụ Liberation Serif 2.",
    "letter-missing": "Phông chữ in không có ký tự {letters}, ở chỗ “{around}”. Sửa lại chỗ đó rồi in.",
    "too-large": "Văn bản quá lớn so với bộ nhớ dành cho việc in. Chia nhỏ danh sách hoặc xuất ra Excel.",
    "too-slow": "Việc lập tệp PDF kéo dài quá {seconds} giây nên đã dừng. Chia nhỏ danh sách hoặc xuất ra Excel.",
    "busy": "Đang có nhiều văn bản chờ in. Chờ một lát rồi in lại.",
    "not-ready": "Bộ phận lập tệp PDF không khởi động được. Báo cho người quản trị máy; trang xem trước vẫn in được.",
    "failed": "Không lập được tệp PDF. Trang xem trước vẫn in được; báo cho người quản trị máy nếu lỗi lặp lại.",
}


class PrintFailed(Exception):
    """No PDF this time: `sentence` says why and what to do, `kind` is a key of SENTENCES."""

    def __init__(self, kind: str, **details: object) -> None:
        self.kind = kind if kind in SENTENCES else "failed"
        self.sentence = SENTENCES[self.kind].format_map(_Blank(details))
        super().__init__(self.sentence)


class EngineMissing(PrintFailed):
    """This machine cannot make PDFs at all: show the preview instead."""


class _Blank(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "?"
