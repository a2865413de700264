"""What can stop a command, each named for the situation, with its message in both languages.

GenderstatsError
├── InputError            a file that cannot be read as what it was given for
│   ├── FileMissingError · FolderWithoutRostersError · FileEmptyError · NotASpreadsheetError · FormatNotReadError
│   ├── FileBeyondLimitError · UnsafeFileError · ReaderFailedError
│   ├── SheetsEmptyError · NoTableError · QuoteNotClosedError · PasswordProtectedError · FileUnreadableError
│   ├── FormatNotAnnotatedError · WorkbookNotAnnotatedError
│   ├── NoRosterError · NoSexColumnError · SexNotReadError · NoPeopleError · SheetMissingError · ColumnMissingError · HeaderRowMissingError
│   ├── SeveralPeriodsError · PeriodNotFoundError · PeriodNowhereError · SeveralRostersError · KeptAndFoundError · RowsNotKeptError
│   └── DeclarationUnreadableError · DeclarationSyntaxError · DeclarationKeyUnknownError · DeclarationValueWrongError
│       DeclarationNameUnknownError · DeclarationIdTakenError
├── StoreError            a store of periods that cannot be used, or not so
│   └── StoreMissingError · NotAStoreError · StoreIsFolderError · StoreFolderMissingError · StoreUnreadableError · StoreUnwritableError
│       StoreNewerError · StoreBusyError · StoreDamagedError · StoreKeyError · StoreKeysDifferError · StoreKeyGoneError
│       PeriodKeptError · PeriodNotKeptError
└── RequestError          an option that asks for what is not there
    └── UnknownNameError · RosterNotNamedError · PersonalColumnError · NotAPeriodError · NotADayError · NotAMappingError · NotALimitError · NotARowError · NotAYearError · NotAgeBandsError
        NotAShareError · NotForecastError · UntilTooEarlyError · SinceNotEarlierError · DayNotKnownError
        TooFewPeriodsError · OutputUnwritableError · OutputIsInputError · OutputSuffixError · FormatNotWrittenError · ProfileNotSavedError
        AnnotationSuffixError · AnnotationOfSeveralError · AnnotationIsOutputError
        ColumnNotKeptError · KeptMomentError · DayBeforePeriodError · PeriodUnsaidError · PeriodArgumentError · ExportSuffixError
        UnitCarriedOnError

Wrong data in a roster is never one of these: it is a notice. A defect of the program is any other exception.
"""

from __future__ import annotations

from typing import Any, ClassVar


class GenderstatsError(Exception):
    """A command that cannot be done; the message says what happened, where, and what to do."""

    en: ClassVar[str] = ""
    vi: ClassVar[str] = ""

    def __init__(self, **values: Any) -> None:
        self.values = values
        super().__init__(self.message("en"))

    def message(self, language: str) -> str:
        """The message in English ("en") or Vietnamese ("vi"), on one line or, where rows are shown, a few."""
        words = {name: getattr(value, language, value) for name, value in self.values.items()}
        return (self.vi if language == "vi" else self.en).format(**words)


class InputError(GenderstatsError):
    """A file or folder that cannot be read as a roster."""


class FileMissingError(InputError):
    """Nothing of this name exists."""

    en = "{path}: there is no such file or folder. Check the name, or give the full path."
    vi = "{path}: không có tệp hoặc thư mục này. Hãy kiểm tra tên, hoặc ghi đường dẫn đầy đủ."


class FolderWithoutRostersError(InputError):
    """A folder that holds no spreadsheet."""

    en = "{path}: the folder holds no spreadsheet ({suffixes}). Name a file, or another folder."
    vi = "{path}: thư mục không có tệp bảng tính nào ({suffixes}). Hãy chỉ một tệp hoặc thư mục khác."


class FileEmptyError(InputError):
    """A file without content."""

    en = "{path}: the file is empty. Export or save the roster again."
    vi = "{path}: tệp rỗng. Hãy xuất hoặc lưu lại danh sách."


class SheetsEmptyError(InputError):
    """A workbook in whose cells nothing is written."""

    en = "{path}: nothing is written in the cells of its sheets; pictures, charts and macros are not read. Choose the file that holds the list itself."
    vi = "{path}: các ô trong trang tính đều trống; ảnh, biểu đồ và macro không được đọc. Hãy chọn tệp có chính danh sách."


class NoTableError(InputError):
    """A document or web page without a table."""

    en = "{path}: there is no table in this document. Choose the file that holds the list itself."
    vi = "{path}: trong tài liệu này không có bảng nào. Hãy chọn tệp có chính danh sách."


class NotASpreadsheetError(InputError):
    """A file that is neither a workbook nor text."""

    en = "{path}: this is no spreadsheet. Open it in Excel and save it as .xlsx, or as CSV UTF-8."
    vi = "{path}: đây không phải bảng tính. Hãy mở bằng Excel rồi lưu thành .xlsx, hoặc CSV UTF-8."


class FormatNotReadError(InputError):
    """A file of a kind that is known and not read."""

    en = "{path}: this is {kind}, which is not read. Open it in the program it was made with and save its table as .xlsx."
    vi = "{path}: đây là {kind}, không đọc được. Hãy mở bằng phần mềm đã tạo ra tệp rồi lưu bảng thành .xlsx."


class FileBeyondLimitError(InputError):
    """A file that holds more, or takes more to read, than it may."""

    en = "{path}: not read: {what} ({found}). If the file comes from somebody you trust and is meant to be that large, allow it with --limit {option}; else ask for it anew."
    vi = "{path}: không đọc: {what} ({found}). Nếu tệp đến từ nguồn tin cậy và thật sự lớn như vậy, hãy cho phép bằng --limit {option}; nếu không, hãy xin lại tệp."


class UnsafeFileError(InputError):
    """A file whose XML declares entities, which no office program writes."""

    en = "{path}: not read: the part {part} declares XML entities, as no office program does. It may have been made to do harm: do not open it, and ask the sender for it anew."
    vi = "{path}: không đọc: phần {part} khai báo thực thể XML, điều không phần mềm văn phòng nào làm. Tệp có thể được tạo để gây hại: đừng mở, hãy xin lại từ người gửi."


class ReaderFailedError(InputError):
    """A file on which its reader broke down."""

    en = "{path}: the file cannot be read: its reader broke down on it. It is damaged, or has a stray cell far from the table (in Excel, Ctrl+End shows how far it reaches), or is too large for the memory it may take (--limit memory=8G allows more). Open it in Excel, delete the empty rows and columns behind the table, and save it as a new .xlsx."
    vi = "{path}: không đọc được tệp: trình đọc bị dừng. Tệp hỏng, hoặc có ô lạc xa bảng (trong Excel, Ctrl+End cho thấy bảng tới đâu), hoặc quá lớn so với bộ nhớ được dùng (--limit memory=8G cho phép thêm). Hãy mở bằng Excel, xóa các dòng và cột trống sau bảng, rồi lưu thành tệp .xlsx mới."


class QuoteNotClosedError(InputError):
    """A quotation mark in a CSV that is never closed."""

    en = "{path}: a quotation mark opened on line {line} is not closed there, and would swallow rows after it. Correct that line, or save the roster as .xlsx."
    vi = "{path}: dấu ngoặc kép mở ở dòng {line} không được đóng tại đó, và sẽ nuốt các dòng sau. Hãy sửa dòng đó, hoặc lưu danh sách thành .xlsx."


class PasswordProtectedError(InputError):
    """A workbook that is encrypted."""

    en = "{path}: the workbook is protected by a password, or encrypted otherwise. Open it in Excel, remove the password and the protection (File › Info › Protect Workbook), and save it."
    vi = "{path}: tệp có mật khẩu, hoặc được mã hóa cách khác. Hãy mở bằng Excel, gỡ mật khẩu và bảo vệ (Tệp › Thông tin › Bảo vệ Sổ làm việc) rồi lưu lại."


class FileUnreadableError(InputError):
    """A file that the system or its reader refuses."""

    en = "{path}: the file cannot be read ({cause}). If it is open elsewhere, close it; if Excel still opens it, save it from there as a new .xlsx; else ask for it again."
    vi = "{path}: không đọc được tệp ({cause}). Nếu tệp đang mở, hãy đóng lại; nếu Excel vẫn mở được, hãy lưu thành tệp .xlsx mới; nếu không, hãy xin lại tệp."


class FormatNotAnnotatedError(InputError):
    """A file of a format into which no notices are written."""

    en = "{path}: --annotate does not write into {kind}. Open it in Excel, save as .xlsx, and run again."
    vi = "{path}: --annotate không ghi được vào {kind}. Hãy mở bằng Excel, lưu thành .xlsx rồi chạy lại."


class WorkbookNotAnnotatedError(InputError):
    """A workbook into which notices cannot be written safely."""

    en = "{path}: --annotate cannot write into this workbook safely: {cause}. Open it in Excel, save as .xlsx, and run again. Nothing was written."
    vi = "{path}: --annotate không thể ghi an toàn vào tệp này: {cause}. Hãy mở bằng Excel, lưu thành .xlsx rồi chạy lại. Chưa ghi gì."


class NoRosterError(InputError):
    """No sheet has a header that could be a roster's."""

    en = "{path}: no roster found. Looked for a header row with sex (Giới tính, or Nam | Nữ) and name, birth date, position …\n{rows}Say which row it is with --header ROW, and which column with --map sex=COLUMN."
    vi = "{path}: không tìm thấy danh sách. Đã tìm dòng tiêu đề có giới tính (Giới tính, hoặc Nam | Nữ) cùng họ tên, ngày sinh, chức vụ …\n{rows}Hãy chỉ dòng tiêu đề bằng --header DÒNG, và cột bằng --map sex=CỘT."


class NoSexColumnError(InputError):
    """A header was found, but nothing in it tells sex."""

    en = "{path}: no column tells sex (looked for Giới tính, Nam | Nữ over the birth date, or a mark under Nữ) in the header on row {row}: {headers}.{suggestion} Name it with --map sex=COLUMN; sex is never guessed from names."
    vi = "{path}: không có cột nào cho biết giới tính (đã tìm Giới tính, Nam | Nữ trên ngày sinh, hoặc dấu ở cột Nữ) trong tiêu đề ở dòng {row}: {headers}.{suggestion} Hãy chỉ cột bằng --map sex=CỘT; giới tính không bao giờ được đoán từ tên."


class SexNotReadError(InputError):
    """A column of sex that holds nothing known."""

    en = "{path}: the column {header} says nothing known of sex; it holds: {values}. Write Nam or Nữ there, or name another column with --map sex=COLUMN."
    vi = "{path}: cột {header} không cho biết giới tính; các ô ghi: {values}. Hãy ghi Nam hoặc Nữ, hoặc chỉ cột khác bằng --map sex=CỘT."


class NoPeopleError(InputError):
    """A header with nobody under it."""

    en = "{path}: the header on row {row} has no people under it. Check that this is the filled list."
    vi = "{path}: dưới tiêu đề ở dòng {row} không có người nào. Hãy kiểm tra lại đây có phải danh sách đã điền không."


class SheetMissingError(InputError):
    """A sheet that the workbook does not have."""

    en = "{path}: no sheet {sheet}. The sheets are: {sheets}."
    vi = "{path}: không có trang tính {sheet}. Các trang tính: {sheets}."


class ColumnMissingError(InputError):
    """A column that the sheet does not have."""

    en = "{path}: no column {column}. The columns are: {columns}.{suggestion}"
    vi = "{path}: không có cột {column}. Các cột: {columns}.{suggestion}"


class HeaderRowMissingError(InputError):
    """A header row beyond the sheet's end."""

    en = "{path}: there is no row {row}; the sheet has {height} rows. Count the rows as Excel numbers them."
    vi = "{path}: không có dòng {row}; trang tính có {height} dòng. Hãy đếm dòng theo số của Excel."


class SeveralPeriodsError(InputError):
    """Rosters of different periods given as one."""

    en = "These rosters are of different periods and would be added up: {files}. Compare them (genderstats compare {periods}), or name those of one period."
    vi = "Các danh sách này thuộc những kỳ khác nhau và sẽ bị cộng lẫn: {files}. Hãy so sánh (genderstats compare {periods}), hoặc chỉ nêu các tệp của một kỳ."


class PeriodNotFoundError(InputError):
    """No roster of a period in the folder."""

    en = "{period}: neither a file nor the period of a roster in {folder}. Rosters there: {rosters}."
    vi = "{period}: không phải tệp, cũng không phải kỳ của danh sách nào trong {folder}. Các danh sách ở đó: {rosters}."


class SeveralRostersError(InputError):
    """Two rosters carry the same period."""

    en = "{period}: several rosters in {folder} carry this period: {rosters}. Name the file."
    vi = "{period}: nhiều danh sách trong {folder} cùng mang kỳ này: {rosters}. Hãy ghi rõ tên tệp."


class PeriodNowhereError(PeriodNotFoundError):
    """A period that neither the store nor a roster in the folder holds."""

    en = "{period}: no file, no period kept in {store} (kept there: {kept}), and no roster in {folder} carries it (rosters there: {rosters})."
    vi = "{period}: không phải tệp, không phải kỳ lưu trong {store} (các kỳ đã lưu: {kept}), và không danh sách nào trong {folder} mang kỳ này (các danh sách ở đó: {rosters})."


class KeptAndFoundError(InputError):
    """A period that the store holds, while another roster in the folder carries it too."""

    en = "{period}: two candidates: the period kept in {store} (from {sources}), and {rosters} in {folder}, another list. Name the file or folder by its path (./…), or say --store {store} for the period that is kept."
    vi = "{period}: có hai nguồn: kỳ lưu trong {store} (từ {sources}), và {rosters} trong {folder}, là danh sách khác. Hãy ghi tên tệp hoặc thư mục theo đường dẫn (./…), hoặc ghi --store {store} để dùng kỳ đã lưu."


class RowsNotKeptError(InputError):
    """A period that is kept, where rows and cells are asked for."""

    en = "{period}: this period is kept without its rows and cells. Name the file of the list."
    vi = "{period}: kỳ này được lưu không kèm dòng và ô. Hãy ghi tên tệp danh sách."


class DeclarationUnreadableError(InputError):
    """A profile, or another declaration of the user's, that the system does not give, or that is no text."""

    en = "{path}: the {kind} cannot be read ({cause}). Check the name; save it as UTF-8."
    vi = "{path}: không đọc được tệp {kind} ({cause}). Hãy kiểm tra tên tệp; lưu tệp ở mã UTF-8."


class DeclarationSyntaxError(InputError):
    """A declaration that is no TOML."""

    en = "{place}: the {kind} is no TOML ({cause}). Correct that line."
    vi = "{place}: tệp {kind} không đúng dạng TOML ({cause}). Hãy sửa dòng đó."


class DeclarationKeyUnknownError(InputError):
    """A key that no declaration of this kind has."""

    en = "{place}: a {kind} has no key {key}.{suggestion} Known here: {known}."
    vi = "{place}: {kind} không có khóa {key}.{suggestion} Các khóa ở đây: {known}."


class DeclarationValueWrongError(InputError):
    """A value in a declaration that its key does not take."""

    en = "{place}: {key} is missing or cannot be understood; write {expected}."
    vi = "{place}: thiếu {key} hoặc không hiểu được {key}; hãy ghi {expected}."


class DeclarationNameUnknownError(InputError):
    """A name in a declaration that no list holds."""

    en = "{place}: there is no {kind} {name}.{suggestion} Known: {known}."
    vi = "{place}: không có {kind} {name}.{suggestion} Hiện có: {known}."


class DeclarationIdTakenError(InputError):
    """An own indicator under the id of one of the catalogue."""

    en = "{place}: {id} is the id of an indicator of the catalogue, and an id is for ever. Choose another, such as my-{id}; what may be added to that one is a target: [[{id}.target]]."
    vi = "{place}: {id} là mã của một chỉ tiêu trong danh mục, và mã không bao giờ dùng lại. Hãy chọn mã khác, như my-{id}; với chỉ tiêu có sẵn chỉ có thể thêm mục tiêu: [[{id}.target]]."


class StoreError(GenderstatsError):
    """A store of periods that cannot be used, or not in the way that is asked."""


class StoreMissingError(StoreError):
    """No store of this name."""

    en = "{path}: there is no store of periods here. Keep a first period with genderstats add ROSTER --period P, or name the store with --store FILE."
    vi = "{path}: chưa có kho lưu các kỳ ở đây. Hãy lưu kỳ đầu tiên bằng genderstats add DANH_SÁCH --period KỲ, hoặc chỉ kho bằng --store TỆP."


class NotAStoreError(StoreError):
    """A file that is there and is no store of periods."""

    en = "{path}: this file is no store of periods; it was left as it is. Name another with --store FILE."
    vi = "{path}: tệp này không phải kho lưu các kỳ; tệp được giữ nguyên. Hãy chỉ tệp khác bằng --store TỆP."


class StoreUnreadableError(StoreError):
    """A store that the system or the database refuses to read."""

    en = "{path}: the store cannot be read ({cause}). Check that you may open it; if it is damaged, put its last copy back in its place."
    vi = (
        "{path}: không đọc được kho ({cause}). Hãy kiểm tra quyền mở tệp; nếu tệp hỏng, hãy khôi phục bản sao gần nhất."
    )


class StoreUnwritableError(StoreError):
    """A store that cannot be written: a full disk, a folder that is read-only."""

    en = "{path}: the store cannot be written ({cause}). It holds what it held before. Make room, or see that you may write in the folder, and run again."
    vi = "{path}: không ghi được vào kho ({cause}). Kho vẫn giữ nội dung như trước. Hãy giải phóng chỗ trống hoặc kiểm tra quyền ghi vào thư mục, rồi chạy lại."


class StoreNewerError(StoreError):
    """A store that a later version of the program has written."""

    en = "{path}: this store was written by a later version of genderstats (layout {found}; this version knows up to {known}). Install that version."
    vi = "{path}: kho này do phiên bản genderstats mới hơn ghi (cấu trúc {found}; phiên bản này biết đến {known}). Hãy cài phiên bản đó."


class StoreBusyError(StoreError):
    """A store that another program keeps open for longer than is waited."""

    en = "{path}: another program has had the store open for {seconds} seconds{by}. Run again when it is done; nothing was changed."
    vi = "{path}: chương trình khác đang mở kho suốt {seconds} giây{by}. Hãy chạy lại khi chương trình đó xong; chưa thay đổi gì."


class StoreDamagedError(StoreError):
    """A store whose parts do not fit together."""

    en = "{path}: the store is damaged: what it holds of the period {period} does not fit together. Put its last copy back in its place, or add the period again with --replace."
    vi = "{path}: kho bị hỏng: nội dung lưu của kỳ {period} không khớp nhau. Hãy khôi phục bản sao gần nhất, hoặc thêm lại kỳ này với --replace."


class StoreKeyError(StoreError):
    """A file beside the store that should hold its key, and does not."""

    en = "{path}: this file should hold the key of the store, and does not. Put the key back in its place; if it is lost, move this file away, and a new key is made: people can then not be matched with periods kept before."
    vi = "{path}: tệp này phải chứa khóa của kho nhưng không đúng. Hãy đặt lại khóa; nếu khóa đã mất, hãy chuyển tệp này đi chỗ khác, khóa mới sẽ được tạo: khi đó không thể đối chiếu người với các kỳ đã lưu trước."


class StoreKeysDifferError(StoreError):
    """People of two periods that were kept with different keys, and so cannot be matched."""

    en = "{then} and {now} were kept with different keys, or by different versions, so people cannot be matched between them; figures can be compared. Add both again from their files with --replace."
    vi = "{then} và {now} được lưu với hai khóa khác nhau hoặc bằng hai phiên bản khác nhau nên không thể đối chiếu từng người; số liệu vẫn so sánh được. Hãy thêm lại cả hai kỳ từ tệp gốc với --replace."


class StoreKeyGoneError(StoreError):
    """A period that is kept, to be matched with a file, without the key that it was kept with."""

    en = "{path}: the key with which {period} was kept is not here, so its people cannot be matched with those of a file; figures can be compared, and periods kept with one key can be matched with each other. Put the key back in its place, or add {period} again from its file with --replace."
    vi = "{path}: không có khóa đã dùng khi lưu {period} nên không thể đối chiếu từng người với tệp; số liệu vẫn so sánh được, và các kỳ lưu cùng một khóa vẫn đối chiếu được với nhau. Hãy đặt lại khóa, hoặc thêm lại {period} từ tệp gốc với --replace."


class StoreIsFolderError(StoreError):
    """A folder where the file of a store is wanted."""

    en = "{path}: this is a folder. Name the file of the store, for example --store {path}/genderstats.duckdb."
    vi = "{path}: đây là thư mục. Hãy ghi tên tệp của kho, ví dụ --store {path}/genderstats.duckdb."


class StoreFolderMissingError(StoreError):
    """A store to be made in a folder that is not there."""

    en = "{path}: its folder is not there. Make the folder first, or name another place with --store FILE."
    vi = "{path}: chưa có thư mục chứa tệp này. Hãy tạo thư mục trước, hoặc chỉ nơi khác bằng --store TỆP."


class PeriodKeptError(StoreError):
    """A period that the store holds already."""

    en = "{path}: the period {period} is kept already (added {added} from {sources}). Replace it with --replace, or say another --period."
    vi = "{path}: kỳ {period} đã được lưu (thêm ngày {added} từ {sources}). Hãy thay bằng --replace, hoặc ghi --period khác."


class PeriodNotKeptError(StoreError):
    """A period that the store does not hold."""

    en = "{path}: the period {period} is not kept here. Kept: {kept}."
    vi = "{path}: kỳ {period} chưa được lưu ở đây. Các kỳ đã lưu: {kept}."


class RequestError(GenderstatsError):
    """An option that asks for what is not there."""


class UnknownNameError(RequestError):
    """A name that no list holds."""

    en = "There is no {kind} {name}.{suggestion} Known: {known}."
    vi = "Không có {kind} {name}.{suggestion} Hiện có: {known}."


class RosterNotNamedError(RequestError):
    """An option that speaks of rosters where none is named."""

    en = "{option} needs a roster: name one, for example: genderstats explain women-share-leaders roster.xlsx"
    vi = "{option} cần có danh sách: hãy nêu tệp, ví dụ: genderstats explain women-share-leaders roster.xlsx"


class PersonalColumnError(RequestError):
    """A breakdown by what belongs to one person."""

    en = "{column} holds personal data; figures are not broken down by it."
    vi = "{column} chứa dữ liệu cá nhân; số liệu không được phân tổ theo cột này."


class NotAPeriodError(RequestError):
    """A text that is no period."""

    en = "{text} is no period between 1900 and 2200. Write 2020, 2020-S1 (half-year), 2020-Q3 (quarter) or 2020-06 (month)."
    vi = (
        "{text} không phải là kỳ từ 1900 đến 2200. Hãy ghi 2020, 2020-S1 (nửa năm), 2020-Q3 (quý) hoặc 2020-06 (tháng)."
    )


class NotADayError(RequestError):
    """A text that is no day."""

    en = "{text} is no day. Write 2021-12-31 or 31/12/2021."
    vi = "{text} không phải là ngày. Hãy ghi 31/12/2021 hoặc 2021-12-31."


class NotAMappingError(RequestError):
    """A --map that is not FIELD=COLUMN."""

    en = '--map {text}: write FIELD=COLUMN, for example --map sex=C or --map sex="Giới tính".'
    vi = '--map {text}: hãy ghi TRƯỜNG=CỘT, ví dụ --map sex=C hoặc --map sex="Giới tính".'


class NotALimitError(RequestError):
    """A --limit that is not NAME=NUMBER."""

    en = "--limit {text}: write NAME=NUMBER, for example --limit cells=100M or --limit memory=8G."
    vi = "--limit {text}: hãy ghi TÊN=SỐ, ví dụ --limit cells=100M hoặc --limit memory=8G."


class NotARowError(RequestError):
    """A --header that is no number of a row."""

    en = "--header {text}: write the number of the row as Excel shows it, for example --header 6."
    vi = "--header {text}: hãy ghi số dòng như Excel hiển thị, ví dụ --header 6."


class NotAYearError(RequestError):
    """A --year or --until that is no year."""

    en = "{option} {text}: write a year, for example {option} 2030."
    vi = "{option} {text}: hãy ghi một năm, ví dụ {option} 2030."


class NotAShareError(RequestError):
    """A refill rate or a target that is no share."""

    en = "{option} {text}: write a share between 0 and 1, for example 0.3 or 30%."
    vi = "{option} {text}: hãy ghi một tỷ lệ từ 0 đến 1, ví dụ 0.3 hoặc 30%."


class NotForecastError(RequestError):
    """Something that a forecast cannot be made of."""

    en = "{name}: no forecast is made of this: {why}."
    vi = "{name}: không dự báo được: {why}."


class UntilTooEarlyError(RequestError):
    """A forecast that would end before it begins."""

    en = "--until {until}: the roster stands at {day}; the first year ahead is {first}."
    vi = "--until {until}: danh sách chốt ngày {day}; năm dự báo đầu tiên là {first}."


class SinceNotEarlierError(RequestError):
    """An earlier roster that is not earlier."""

    en = "--since {name}: that roster stands at {then}, which is not before {day}."
    vi = "--since {name}: danh sách này chốt ngày {then}, không trước ngày {day}."


class DayNotKnownError(RequestError):
    """A roster of which no day is known, where ages are needed."""

    en = "The day of the roster is not known, so nobody's age is. Say it with --as-of 2021-12-31 or --period 2021."
    vi = "Chưa rõ ngày chốt danh sách nên không tính được tuổi. Hãy ghi --as-of 2021-12-31 hoặc --period 2021."


class NotAgeBandsError(RequestError):
    """Age bands that are not growing whole numbers."""

    en = "--age-bands {text}: write growing lower bounds between 1 and 120, for example 30,40,50,60."
    vi = "--age-bands {text}: hãy ghi các mốc dưới tăng dần từ 1 đến 120, ví dụ 30,40,50,60."


class TooFewPeriodsError(RequestError):
    """A comparison of fewer than two."""

    en = "compare needs two or more rosters or periods, for example: genderstats compare 2020 2021"
    vi = "compare cần từ hai danh sách hoặc hai kỳ trở lên, ví dụ: genderstats compare 2020 2021"


class UnitCarriedOnError(RequestError):
    """A map of units over more than two periods, in which a unit is both an old and a new one."""

    en = "--units-map: “{unit}” is both an old and a new unit. For more than two periods write for each old unit the last one it is in."
    vi = "--units-map: “{unit}” vừa là đơn vị cũ vừa là đơn vị mới. Khi so sánh hơn hai kỳ, hãy ghi cho mỗi đơn vị cũ đơn vị cuối cùng."


class OutputUnwritableError(RequestError):
    """An output that cannot be written."""

    en = "{path}: cannot be written ({cause}). Choose another place."
    vi = "{path}: không ghi được ({cause}). Hãy chọn nơi khác."


class OutputIsInputError(RequestError):
    """An output that would overwrite a roster that was read."""

    en = "{path}: this file was read, and would be lost. Choose another name."
    vi = "{path}: tệp này vừa được đọc và sẽ bị mất. Hãy chọn tên khác."


class OutputSuffixError(RequestError):
    """An output whose name does not tell its form."""

    en = "{path}: the end of the name tells no form that is written. End it in {known}, or say --format."
    vi = "{path}: đuôi tên tệp không cho biết dạng ghi được. Hãy dùng đuôi {known}, hoặc ghi --format."


class FormatNotWrittenError(RequestError):
    """A format in which this command writes nothing."""

    en = "{name}: not a format of this command. Formats: {known}."
    vi = "{name}: lệnh này không có định dạng đó. Các định dạng: {known}."


class ProfileNotSavedError(RequestError):
    """A profile that would overwrite something else, or speak of several files."""

    en = "--save {path}: the profile is not saved ({cause}). Choose another name that ends in .toml."
    vi = "--save {path}: không lưu profile ({cause}). Hãy chọn tên khác có đuôi .toml."


class AnnotationSuffixError(RequestError):
    """An annotated copy whose name is not that of a workbook."""

    en = "--annotate {path}: the copy is a workbook. End its name in .xlsx, or in .xlsm to keep macros."
    vi = "--annotate {path}: bản sao là tệp Excel. Hãy đặt tên đuôi .xlsx, hoặc .xlsm để giữ macro."


class AnnotationOfSeveralError(RequestError):
    """An annotated copy of more than one file."""

    en = "--annotate writes a copy of one file, but {count} are named. Name one roster, and run once for each."
    vi = "--annotate ghi bản sao của một tệp, nhưng có {count} tệp được nêu. Hãy chỉ một danh sách, và chạy lần lượt từng tệp."


class AnnotationIsOutputError(RequestError):
    """An annotated copy and a result under one name."""

    en = "{path}: --annotate and --output name one file. Give them two names."
    vi = "{path}: --annotate và --output cùng chỉ một tệp. Hãy đặt hai tên khác nhau."


class ColumnNotKeptError(RequestError):
    """A breakdown by a column of the sheet, of which a store keeps only the people."""

    en = "column:{column}: a period in the store holds no columns of the sheet as it stands. Name the roster file instead of the period."
    vi = "column:{column}: kỳ trong kho không giữ nguyên các cột của trang tính. Hãy ghi tên tệp danh sách thay cho kỳ."


class KeptMomentError(RequestError):
    """A period that is kept, said to stand at another day or to be another period."""

    en = "{period} is a period that is kept, and stands at its own day: leave out --period and --as-of, or name the file of the list."
    vi = "{period} là kỳ đã lưu, có ngày chốt riêng: hãy bỏ --period và --as-of, hoặc ghi tên tệp danh sách."


class DayBeforePeriodError(RequestError):
    """A day of a roster that lies before the period that is said."""

    en = "--as-of {day}: this day lies before the period {period}."
    vi = "--as-of {day}: ngày này ở trước kỳ {period}."


class PeriodUnsaidError(RequestError):
    """A roster to be kept, of which nothing tells the period."""

    en = "{path}: neither the title nor the name of the file tells the period. Say it: --period 2020, 2020-S1, 2020-Q3 or 2020-06."
    vi = "{path}: tiêu đề và tên tệp không cho biết kỳ. Hãy ghi: --period 2020, 2020-S1, 2020-Q3 hoặc 2020-06."


class PeriodArgumentError(RequestError):
    """`periods` with an action that needs a period and has none, or the other way round."""

    en = "periods: write periods, periods show P, periods remove P, or periods export P -o FILE."
    vi = "periods: hãy ghi periods, periods show KỲ, periods remove KỲ, hoặc periods export KỲ -o TỆP."


class ExportSuffixError(RequestError):
    """An export whose file's name does not tell its form."""

    en = "periods export: write it to a file that ends in .parquet or .csv: -o FILE.parquet or -o FILE.csv."
    vi = "periods export: hãy ghi ra tệp có đuôi .parquet hoặc .csv: -o TỆP.parquet hoặc -o TỆP.csv."
