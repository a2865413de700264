"""The units and posts of the market surveillance force: central bureaux, 63 provinces, numbered teams."""

from __future__ import annotations

from .names import words
from .people import Office, Post, Slot, deputy, head, mass_post, party_post, plain

CITIES = ("Hà Nội", "Hải Phòng", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ")
PROVINCES = words(
    "An Giang, Bà Rịa - Vũng Tàu, Bắc Giang, Bắc Kạn, Bạc Liêu, Bắc Ninh, Bến Tre, Bình Định, Bình Dương, "
    "Bình Phước, Bình Thuận, Cà Mau, Cao Bằng, Đắk Lắk, Đắk Nông, Điện Biên, Đồng Nai, Đồng Tháp, Gia "
    "Lai, Hà Giang, Hà Nam, Hà Tĩnh, Hải Dương, Hậu Giang, Hòa Bình, Hưng Yên, Khánh Hòa, Kiên Giang, Kon "
    "Tum, Lai Châu, Lâm Đồng, Lạng Sơn, Lào Cai, Long An, Nam Định, Nghệ An, Ninh Bình, Ninh Thuận, Phú "
    "Thọ, Phú Yên, Quảng Bình, Quảng Nam, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sóc Trăng, Sơn La, Tây Ninh, "
    "Thái Bình, Thái Nguyên, Thanh Hóa, Thừa Thiên Huế, Tiền Giang, Trà Vinh, Tuyên Quang, Vĩnh Long, "
    "Vĩnh Phúc, Yên Bái",
    ", ",
)
PROVINCIAL = tuple([f"Cục QLTT thành phố {c}" for c in CITIES] + [f"Cục QLTT tỉnh {p}" for p in PROVINCES])
TOP = "Lãnh đạo Tổng cục"
BUREAUX = (
    "Vụ Tổ chức cán bộ",
    "Vụ Chính sách - Pháp chế",
    "Vụ Tổng hợp - Kế hoạch - Tài chính",
    "Văn phòng Tổng cục",
    "Cục Nghiệp vụ Quản lý thị trường",
)
UNITS = (TOP, *BUREAUX, *PROVINCIAL)
ROOMS = ("Tổ chức - Hành chính", "Nghiệp vụ - Tổng hợp", "Thanh tra - Pháp chế")


def team_count(number: int) -> int:
    """How many teams a province has."""
    return 4 + number * 7 % 5


def central() -> list[Slot]:
    """The leadership of the general department and of its bureaux."""
    title = "Bí thư Đảng ủy, Tổng cục trưởng"
    slots = [Slot(TOP, head("general-department", title, party_post(), trap="combined-party-title"))]
    slots += [Slot(TOP, deputy("general-department", "Phó Tổng cục trưởng"))] * 3
    for unit in BUREAUX:
        first, second = _bureau(unit)
        slots += [Slot(unit, first), Slot(unit, second), Slot(unit, second)]
        slots += [
            Slot(unit, head("division", "Trưởng phòng")),
            Slot(unit, deputy("division", "Phó Trưởng phòng")),
        ] * 2
    return slots


def _bureau(unit: str) -> tuple[Post, Post]:
    if unit == BUREAUX[1]:
        acting = head("department", "Quyền Vụ trưởng", trap="acting-head")
        return acting, deputy("department", "Phó Vụ trưởng")
    if unit == BUREAUX[3]:
        return (
            head("department", "Chánh Văn phòng Tổng cục", trap="chief-of-office"),
            deputy("department", "Phó Chánh Văn phòng Tổng cục"),
        )
    word = "Vụ trưởng" if unit.startswith("Vụ") else "Cục trưởng"
    return head("department", word), deputy("department", f"Phó {word}")


def province(number: int, unit: str) -> list[Slot]:
    """The leaders of one provincial department."""
    posts = [_provincial_head(number, unit), deputy("department", "Phó Cục trưởng"), _second_deputy(number)]
    for index, room in enumerate(ROOMS):
        posts += [_room_head(number, index, room), _room_deputy(number, index, room)]
    for team in range(1, team_count(number) + 1):
        posts.append(_team_head(number, team))
        posts += [deputy("team", f"Phó Đội trưởng Đội QLTT số {team}")] * (1 + team % 2)
    return [Slot(unit, post) for post in posts]


def _provincial_head(number: int, unit: str) -> Post:
    if number == 40:
        return head("department", "Q. Cục trưởng", trap="acting-head-short")
    if number == 22:
        room = Office("government", "division", "head")
        title = "Cục trưởng kiêm Trưởng phòng Tổ chức - Hành chính"
        return head("department", title, room, trap="two-offices-kiem")
    if number % 9 == 4:
        return head("department", "Bí thư Đảng ủy, Cục trưởng", party_post(), trap="combined-party-title")
    return head("department", "Cục trưởng" if number % 3 else f"Cục trưởng {unit}")


def _second_deputy(number: int) -> Post:
    if number % 10 == 5:
        title = "Phó Bí thư Đảng ủy; Phó Cục trưởng"
        return deputy("department", title, party_post("deputy"), trap="combined-semicolon")
    return deputy("department", "Phó Cục trưởng")


def _room_head(number: int, index: int, room: str) -> Post:
    if number == 11 and index == 0:
        title = "Chủ tịch Công đoàn, Trưởng phòng"
        return head("division", title, mass_post(), trap="mass-organisation-title")
    if number == 17 and index == 1:
        team = Office("government", "team", "head")
        title = "Trưởng phòng kiêm Đội trưởng Đội QLTT cơ động"
        return head("division", title, team, trap="two-offices-kiem")
    if number % 7 == 2 and index == 2:
        return head("division", "TP", trap="abbreviated-title")
    return head("division", f"Trưởng phòng {room}" if number % 2 else "Trưởng phòng")


def _room_deputy(number: int, index: int, room: str) -> Post:
    standing = "Ủy viên Ban Thường vụ Đảng ủy, Phó Trưởng phòng"
    if number % 6 == 1 and index == 0:
        return deputy("division", standing, party_post("member"), trap="combined-party-title")
    if number == 0 and index == 0:
        return deputy("division", "P. chánh VP", trap="abbreviated-title")
    if number % 8 == 3 and index == 1:
        return deputy("division", "Phó Trưởng phòng; Ủy viên Ban VSTBPN", trap="side-role")
    short = {0: "PTP", 4: "P. Trưởng phòng", 8: "Phó phòng"}.get(number % 12)
    if short and index == 2:
        return deputy("division", short, trap="abbreviated-title")
    return deputy("division", f"Phó Trưởng phòng {room}" if number % 2 else "Phó trưởng phòng")


def _team_head(number: int, team: int) -> Post:
    title = f"Đội trưởng Đội QLTT số {team}"
    if team == 3 and number % 2:
        return head("team", f"Bí thư Chi bộ, {title}", party_post(), trap="combined-party-title")
    if team == 4 and number % 11 == 6:
        return head("team", f"Quyền {title}", trap="acting-head")
    return head("team", title)


def odd_ones() -> list[Slot]:
    """People without a government office whose titles look like one."""
    committee = "Ủy viên Ban Chấp hành Đảng bộ, Chuyên viên"
    posts = [
        *[plain("Nguyên Trưởng phòng, Chuyên viên", trap="former-title")] * 3,
        *[plain("Bí thư Đoàn Thanh niên, Chuyên viên", mass_post(), trap="youth-union-secretary")] * 3,
        *[plain(committee, party_post("member"), trap="party-title-only")] * 2,
        *[plain("Phó Trưởng Ban VSTBPN, Chuyên viên", trap="side-role")] * 2,
        plain("Tổ viên ABC", known=False),
        plain("Điều phối viên XYZ", known=False),
    ]
    return [Slot(PROVINCIAL[5 + 4 * i], post) for i, post in enumerate(posts)]
