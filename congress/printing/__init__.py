"""Paper, for anyone: a feature hands over a plain `Printout`, gets HTML for the screen and a PDF for the printer.

A feature's `printouts.py` turns rows into plain values (texts in Vietnamese, never through `_()`; no ORM objects):

    COLUMNS = (Column("STT", 10, "stt"), Column("Họ và tên", 45, "name"), Column("Nam", 22, "date", over="Ngày sinh"),
               Column("Nữ", 22, "date", over="Ngày sinh"), Column("Chức vụ, đơn vị công tác", 66))

    def delegate_list(congress, by_unit, day: date) -> Printout:
        groups = [Group(f"{unit.name} — {len(members)} đại biểu", [_row(each) for each in members])
                  for unit, members in by_unit]
        context = {
            "heading": Heading(superior="Đảng bộ tỉnh Đồng Tháp", issuer="Đảng ủy xã Mỹ Hiệp", place="Mỹ Hiệp",
                               date=day, symbol="DS/ĐU", number=None),
            "title": Title(kind="Danh sách", subject="đại biểu chính thức dự Đại hội", note="Xếp theo chi bộ"),
            "table": Table(COLUMNS, groups, totals=("Tổng cộng", "155", "", ""), size=12),
            "signature": Signature(authority="T/M Ban Thường vụ", position="Bí thư", recipients=("Lưu Đảng ủy",)),
        }
        return Printout(template="delegates/printouts/list.html", title="Danh sách đại biểu", date=day,
                        filename=file_name(congress.slug, "Danh sách đại biểu", day), landscape=False, foot=False,
                        author="Đảng ủy xã Mỹ Hiệp", context=context)

`templates/delegates/printouts/list.html` (no style, no script; classes of printing/print.css):

    {% extends "printing/page.html" %}
    {% import "printing/table.html" as tables %}
    {% block content %}<p>Gồm {{ table.groups | length }} chi bộ.</p>{{ tables.grid(table, table_width) }}{% endblock %}

The views: `return preview_response(delegate_list(…), links=[(_("Tải PDF"), url_for(…))])` and
`return pdf_response(delegate_list(…))` of congress.printing.response. The command line: `render(delegate_list(…))` of
congress.printing.render gives the bytes; PrintFailed.sentence (congress.printing.problems) says why not.
Values: .paper (Heading, Title, Signature), .tables (Table, Column, Group), .printout (Printout, file_name), .pictures
(Picture, qr: `<img src="{{ p.address }}" alt="…">`), .cards (several cards to a sheet), .fitting (size of a long text).
Several papers in one file, each on its own pages, extend printing/papers.html.
A paper without heading, title or signature empties that block: `{% block signature %}{% endblock %}`. Filters in the
templates: date_on_paper (05/8/2025; short_date the same, nothing for None), date_in_words, time_on_paper,
number_on_paper (1.293), two_digits, percent. None prints as nothing; a name nobody set is an error.
"""
