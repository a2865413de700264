"""Why a workbook is not annotated: what would have to be guessed, or could do harm."""

from __future__ import annotations

from genderstats.text.language import Text


class RefusedError(Exception):
    """A package that cannot be annotated safely; the cause is told in both languages."""

    def __init__(self, cause: Text) -> None:
        self.cause = cause
        super().__init__(cause.en)


DAMAGED = Text("it is damaged", "tệp bị hỏng")
ENCRYPTED = Text("parts of it are encrypted", "một số phần bị mã hóa")
DOUBLED = Text("two of its parts have one name", "có hai phần trùng tên")
TOO_LARGE = Text("it unpacks to more than {most} MiB", "giải nén ra hơn {most} MiB")
PART_TOO_LARGE = Text("its part {part} is larger than {most} MiB", "phần {part} lớn hơn {most} MiB")
PART_MISSING = Text("its part {part} is missing", "thiếu phần {part}")
DOCTYPE = Text("its XML declares a document type", "XML của tệp có khai báo DOCTYPE")
NOT_WELL_FORMED = Text("its XML is not well formed ({place})", "XML của tệp không đúng cú pháp ({place})")
ENCODING = Text("its XML is not in UTF-8", "XML của tệp không ở mã UTF-8")
UNORDERED = Text("its rows or cells are not in order", "các dòng hoặc ô không theo thứ tự")
UNEXPECTED = Text("its rows hold what no workbook should", "các dòng chứa nội dung lạ")
NO_SHEET = Text("it has no sheet {sheet}", "không có trang tính {sheet}")
NOT_A_WORKSHEET = Text("{sheet} is no worksheet", "{sheet} không phải trang tính ô")
SHARED_PART = Text("two of its sheets share a part", "hai trang tính dùng chung một phần")
SHARED_WORKBOOK = Text(
    "it is shared and keeps a history of changes; end the sharing first",
    "tệp đang được chia sẻ và lưu lịch sử thay đổi; hãy tắt chia sẻ trước",
)
MACRO_SHEET = Text("it has macro sheets; name the copy .xlsm", "tệp có trang macro; hãy đặt tên bản sao đuôi .xlsm")
TOO_MANY_FORMATS = Text("it has too many cell formats", "tệp có quá nhiều định dạng ô")
TOO_LONG = Text("it has more rows or columns than a sheet can hold", "tệp có nhiều dòng hoặc cột hơn một trang tính")
