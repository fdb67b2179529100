"""The field somebody works in, from post, workplace and cell as people write them."""

import pytest

from congress.delegates.rules.sectors import sector


@pytest.mark.parametrize(
    ("post", "workplace", "cell", "found"),
    [
        ("Bí thư Đảng ủy", "", "Chi bộ Cơ quan Đảng", "party"),
        ("Phó Bí thư Đảng ủy, Chủ tịch Ủy ban nhân dân", "", "Chi bộ Cơ quan Đảng", "party"),
        ("Phó Chủ tịch UBND", "", "Chi bộ Cơ quan Đảng", "government"),
        ("Chuyên viên", "", "Chi bộ Cơ quan Đảng", "party"),
        ("Chuyên viên", "", "Chi bộ Cơ quan Ủy ban nhân dân", "government"),
        ("Chuyên viên", "", "", "government"),
        ("Bí thư chi bộ", "", "Chi bộ Công an", "forces"),
        ("Chỉ huy trưởng Ban Chỉ huy Quân sự", "", "Chi bộ ấp 1", "forces"),
        ("Chủ tịch Công đoàn", "", "Chi bộ Trường THCS Ấp Bắc", "school"),
        ("Giáo viên", "", "Chi bộ ấp Mỹ Thạnh", "school"),
        ("", "Trạm Y tế", "Chi bộ ấp 1", "school"),
        ("Chi hội trưởng Nông dân", "", "Chi bộ ấp Mỹ Thạnh", "village"),
        ("Chi hội trưởng Nông dân", "", "", "party"),
        ("Trưởng ấp", "", "", "village"),
        ("Cán bộ hưu trí", "", "Chi bộ ấp Mỹ Thạnh", "retired"),
        ("Giám đốc", "Công ty An Phát", "Chi bộ ấp 1", "business"),
        ("Bí thư chi bộ", "", "Chi bộ Hợp tác xã Mỹ Xương", "business"),
        ("Bí thư chi bộ", "", "Chi bộ An Bình", ""),
        ("", "", "", ""),
    ],
)
def test_the_plain_post_decides_then_the_cell_then_any_other_post(post, workplace, cell, found):
    assert sector(post, workplace, cell) == found
