"""Names put together from common parts, so that they belong to nobody in particular."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random


def words(text: str, mark: str = " ") -> tuple[str, ...]:
    """The words of a text."""
    return tuple(text.split(mark))


FAMILY = words(
    "Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Trần Lê Lê Lê Phạm Phạm Hoàng Huỳnh Phan Vũ Võ "
    "Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đào Đoàn Lâm Mai Trịnh Cao Phùng Tạ Hà Chu Lương Thái Quách "
    "Kiều Tô Vương"
)
MIDDLE = {
    "F": words("Thị Thị Thị Thị Thị Thị Thị Thị Thu Ngọc Thanh Phương Minh Kim Bích Hồng Thùy Diệu Khánh"),
    "M": words("Văn Văn Văn Văn Đức Hữu Quang Minh Xuân Công Đình Ngọc Thanh Quốc Trọng Anh Tuấn Duy"),
}
GIVEN = {
    "F": words(
        "An Anh Bình Chi Cúc Dung Duyên Giang Hà Hạnh Hằng Hiền Hoa Hòa Huệ Hương Lan Liên Loan Ly "
        "Mai Minh My Nga Ngân Nguyệt Nhung Oanh Phượng Quyên Quỳnh Sen Tâm Thảo Thơm Thúy Thủy Trang "
        "Trinh Tuyết Uyên Vân Xuân Yến"
    ),
    "M": words(
        "An Anh Bảo Bình Chiến Chung Cường Dũng Duy Đạt Đông Giang Hà Hải Hào Hiếu Hòa Hoàng Hùng Huy "
        "Khánh Khoa Kiên Lâm Long Lợi Mạnh Minh Nam Nghĩa Phong Phú Quân Sơn Tài Tâm Thắng Thành "
        "Thịnh Thủy Toàn Trung Tú Tùng Việt"
    ),
}
HIGHLAND_FAMILY = {
    "Jrai": words("Ksor Siu Rmah Kpă Nay Rơ"),
    "Bahnar": words("Đinh Đinh Đinh Hmưn Yơh"),
}
HIGHLAND_GIVEN = {
    "F": words("H'Lan H'Mai H'Nga H'Blôi H'Yên H'Điệp H'Rin H'Đoan H'Bel H'Mơn"),
    "M": words("Blơn Chin Đôn Grâm Hlơi Klek Nhưn Plih Thưn Yin"),
}


def full_name(rng: Random, sex: str, ethnicity: str = "Kinh") -> str:
    """A full name that suits the sex and the people."""
    if ethnicity in HIGHLAND_FAMILY:
        return f"{rng.choice(HIGHLAND_FAMILY[ethnicity])} {rng.choice(HIGHLAND_GIVEN[sex])}"
    middle = rng.choice(MIDDLE[sex])
    given = rng.choice([word for word in GIVEN[sex] if word != middle])
    return f"{rng.choice(FAMILY)} {middle} {given}"
