"""The units and posts of a province, its districts and its communes."""

from __future__ import annotations

from .people import Post, Slot, deputy, head, mass_post, party_post, plain

BOARD = "LÃNH ĐẠO ỦY BAN NHÂN DÂN"
SECTORS = (
    "SỞ NỘI VỤ",
    "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI",
    "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
    "SỞ Y TẾ",
)
ROOMS = (
    "PHÒNG NỘI VỤ",
    "PHÒNG LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI",
    "PHÒNG TÀI CHÍNH - KẾ HOẠCH",
    "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO",
    "PHÒNG Y TẾ",
    "PHÒNG DÂN TỘC",
)
UNIONS = "KHỐI ĐẢNG, ĐOÀN THỂ"


def province_slots() -> list[Slot]:
    """The leaders and staff of the province and of four of its departments."""
    slots = [Slot(BOARD, head("province", "Chủ tịch UBND tỉnh"), BOARD)]
    slots += [Slot(BOARD, deputy("province", "Phó Chủ tịch UBND tỉnh"), BOARD)] * 2
    title = "Phó Bí thư Tỉnh ủy, Phó Chủ tịch UBND tỉnh"
    board = deputy("province", title, party_post("deputy"), trap="combined-party-title")
    slots += [Slot(BOARD, board, BOARD)]
    for sector in SECTORS:
        slots += [Slot(sector, post, sector) for post in _sector()]
    return slots


def _sector() -> list[Post]:
    posts = [head("department", "Giám đốc Sở")] + [deputy("department", "Phó Giám đốc Sở")] * 2
    posts += [head("division", "Trưởng phòng")] * 2
    cell = party_post("member")
    posts += [head("division", "Chi ủy viên, Trưởng phòng", cell, trap="combined-party-title")]
    posts += [deputy("division", "Phó Trưởng phòng")] * 2
    posts += [deputy("division", "Phó Trưởng phòng; Ủy viên Ban VSTBPN", trap="side-role")]
    return posts + [plain("Chuyên viên")] * 12 + [plain("Nhân viên")] * 2


def district_slots(crew: int) -> list[Slot]:
    """The leaders, offices and unions of a district."""
    chief = "Phó Bí thư Huyện ủy, Chủ tịch UBND huyện"
    slots = [Slot(BOARD, head("district", chief, party_post("deputy"), trap="combined-party-title"), BOARD)]
    slots += [Slot(BOARD, deputy("district", "Phó Chủ tịch UBND huyện"), BOARD)] * 2
    for room in ROOMS:
        council = room == ROOMS[0]
        title = "Ủy viên UBND huyện, Trưởng phòng" if council else "Trưởng phòng"
        posts = [
            head("division", title, trap="council-member" if council else None),
            deputy("division", "Phó Trưởng phòng"),
        ]
        posts += [plain("Chuyên viên")] * (crew - 1) + [plain("Nhân viên")]
        slots += [Slot(room, post, room) for post in posts]
    posts = [
        plain("Bí thư Huyện ủy", party_post(), trap="party-title-only"),
        plain("Chủ tịch MTTQ huyện", mass_post(), trap="mass-organisation-title"),
        plain("Chủ tịch Hội LHPN huyện", mass_post(), trap="mass-organisation-title"),
        plain("Phó Chủ tịch Hội LHPN huyện", mass_post("deputy"), trap="mass-organisation-title"),
        plain("Chủ tịch Hội Nông dân huyện", mass_post(), trap="mass-organisation-title"),
        plain("Bí thư Đoàn Thanh niên huyện", mass_post(), trap="youth-union-secretary"),
    ]
    return slots + [Slot(UNIONS, post, UNIONS) for post in [*posts, *[plain("Chuyên viên")] * (3 * crew - 3)]]


def commune_slots(crew: int) -> list[Slot]:
    """The officials of a commune."""
    posts = [
        plain("Bí thư Đảng ủy", party_post(), trap="party-title-only"),
        plain("Phó Bí thư Đảng ủy", party_post("deputy"), trap="party-title-only"),
        head("commune", "Chủ tịch UBND xã"),
        *[deputy("commune", "Phó Chủ tịch UBND xã")] * 2,
        head("team", "Trưởng Công an xã"),
        plain("Chủ tịch MTTQ xã", mass_post(), trap="mass-organisation-title"),
        plain("Chủ tịch Hội LHPN xã", mass_post(), trap="mass-organisation-title"),
        plain("Chủ tịch Hội Nông dân xã", mass_post(), trap="mass-organisation-title"),
        plain("Bí thư Đoàn Thanh niên xã", mass_post(), trap="youth-union-secretary"),
    ]
    clerks = ("Công chức Văn phòng - Thống kê", "Công chức Tư pháp - Hộ tịch", "Nhân viên", "Cán sự")
    posts += [plain(clerks[i % 4]) for i in range(crew)]
    return [Slot("", post) for post in posts]
