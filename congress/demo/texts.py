"""Invented drafts of the demo congress: a political report in two versions and a review report in two versions."""

INVENTED = "Văn bản minh họa do chương trình tự đặt, không phải văn kiện thật."

POLITICAL_REPORT = """
PHẦN THỨ NHẤT
KIỂM ĐIỂM VIỆC THỰC HIỆN NGHỊ QUYẾT NHIỆM KỲ 2020 – 2025
I. ĐẶC ĐIỂM TÌNH HÌNH
Xã Mỹ Hiệp được thành lập trên cơ sở sắp xếp ba đơn vị Mỹ Long, Mỹ Hiệp và Bình Thành. Sau sắp xếp, địa bàn rộng hơn, dân cư đông hơn, yêu cầu lãnh đạo, chỉ đạo toàn diện hơn trước.
Đảng bộ xã có 41 tổ chức đảng trực thuộc với hơn một nghìn đảng viên. Bộ máy mới vừa sắp xếp vừa vận hành, khối lượng công việc lớn, cơ sở vật chất còn phân tán.
II. KẾT QUẢ ĐẠT ĐƯỢC
1. Lĩnh vực kinh tế
Kinh tế xã giữ mức tăng trưởng khá. Giá trị sản xuất bình quân tăng 6,8 % mỗi năm; thu nhập bình quân đầu người năm 2025 ước đạt 72 triệu đồng.
Cơ cấu cây trồng tiếp tục chuyển dịch theo hướng tăng cây ăn trái có giá trị cao. Toàn xã có 1.240 ha xoài, 310 ha cây có múi và 2.150 ha lúa chất lượng cao.
Bảy hợp tác xã nông nghiệp hoạt động ổn định, trong đó bốn hợp tác xã có hợp đồng bao tiêu sản phẩm. Mã số vùng trồng được cấp cho 18 vùng với diện tích 640 ha.
Tiểu thủ công nghiệp, thương mại và dịch vụ phát triển ở khu vực chợ Bình Thành và tuyến đường liên xã. Toàn xã có 1.086 cơ sở sản xuất, kinh doanh, tăng 212 cơ sở so với đầu nhiệm kỳ.
Thu ngân sách trên địa bàn hằng năm đều vượt dự toán. Chi ngân sách bảo đảm đúng quy định, ưu tiên cho đầu tư phát triển và an sinh xã hội.
2. Xây dựng nông thôn mới và kết cấu hạ tầng
Cả ba đơn vị trước sắp xếp đều đạt chuẩn nông thôn mới; Mỹ Long và Mỹ Hiệp đạt chuẩn nông thôn mới nâng cao. Nhân dân đóng góp hơn 38 tỷ đồng và hiến 52.000 m² đất làm đường.
Hệ thống giao thông nông thôn được bê tông hóa 94 %. Đê bao khép kín bảo vệ 3.400 ha sản xuất, góp phần giảm thiệt hại do triều cường và lũ.
Tỷ lệ hộ sử dụng nước sạch đạt 97,5 %. Rác thải sinh hoạt được thu gom ở 29 trên 33 ấp.
3. Văn hóa, giáo dục, y tế và an sinh xã hội
Mười một trên mười ba trường học đạt chuẩn quốc gia. Tỷ lệ học sinh hoàn thành chương trình phổ thông hằng năm trên 98 %.
Trạm y tế có đủ bác sĩ, thuốc thiết yếu và thực hiện khám, chữa bệnh bảo hiểm y tế. Tỷ lệ tham gia bảo hiểm y tế đạt 95,2 %.
Tỷ lệ hộ nghèo theo chuẩn đa chiều giảm từ 4,6 % còn 1,3 %. Xã xây mới 164 căn nhà đại đoàn kết và xóa hết nhà tạm, nhà dột nát.
Phong trào toàn dân đoàn kết xây dựng đời sống văn hóa được giữ vững; 33 trên 33 ấp đạt chuẩn ấp văn hóa.
4. Quốc phòng, an ninh
Công tác tuyển quân hằng năm đạt 100 % chỉ tiêu, bảo đảm chất lượng. Lực lượng dân quân được xây dựng vững mạnh, rộng khắp.
An ninh chính trị và trật tự, an toàn xã hội được giữ vững. Số vụ phạm pháp hình sự giảm bình quân 5 % mỗi năm; không để xảy ra điểm nóng.
5. Xây dựng Đảng và hệ thống chính trị
Công tác giáo dục chính trị, tư tưởng được đổi mới; 98 % đảng viên tham gia học tập, quán triệt nghị quyết. Việc học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh có 46 mô hình hay, cách làm hiệu quả.
Đảng bộ kết nạp 187 đảng viên mới, đạt 104 % chỉ tiêu. Hằng năm có trên 90 % chi bộ được xếp loại hoàn thành tốt nhiệm vụ trở lên.
Công tác kiểm tra, giám sát được tiến hành theo chương trình; đã kiểm tra 62 tổ chức đảng và 145 đảng viên, thi hành kỷ luật 11 đảng viên.
Mặt trận Tổ quốc và các đoàn thể đổi mới nội dung, phương thức hoạt động, hướng về cơ sở, chăm lo quyền lợi chính đáng của đoàn viên, hội viên.
III. HẠN CHẾ, KHUYẾT ĐIỂM VÀ NGUYÊN NHÂN
1. Hạn chế, khuyết điểm
Liên kết sản xuất, tiêu thụ nông sản chưa bền vững; tỷ lệ nông sản qua chế biến còn thấp. Hạ tầng thương mại chưa đồng bộ.
Một số chi bộ sinh hoạt chuyên đề còn hình thức. Việc phát triển đảng viên trong doanh nghiệp ngoài nhà nước gặp khó khăn.
Cải cách hành chính sau sắp xếp có lúc còn lúng túng; trụ sở, trang thiết bị của trung tâm phục vụ hành chính công chưa đáp ứng yêu cầu.
2. Nguyên nhân
Nguyên nhân khách quan là biến động giá vật tư, thời tiết cực đoan và khối lượng công việc tăng mạnh trong giai đoạn sắp xếp bộ máy.
Nguyên nhân chủ quan là năng lực cụ thể hóa nghị quyết của một số cấp ủy còn hạn chế; việc kiểm tra, đôn đốc chưa thường xuyên.
IV. BÀI HỌC KINH NGHIỆM
Một là, giữ vững nguyên tắc tập trung dân chủ, đoàn kết thống nhất; phát huy vai trò nêu gương của người đứng đầu.
Hai là, sát cơ sở, gần dân, lấy sự hài lòng của người dân làm thước đo kết quả công việc.
Ba là, chọn việc trọng tâm, phân công rõ người, rõ việc, rõ thời hạn và kiểm tra đến cùng.
PHẦN THỨ HAI
PHƯƠNG HƯỚNG, MỤC TIÊU, NHIỆM VỤ NHIỆM KỲ 2025 – 2030
I. QUAN ĐIỂM VÀ MỤC TIÊU TỔNG QUÁT
Xây dựng Đảng bộ và hệ thống chính trị xã trong sạch, vững mạnh, vận hành thông suốt mô hình chính quyền địa phương hai cấp.
Phát triển nông nghiệp sinh thái gắn với chế biến, thương mại và du lịch vườn; nâng cao đời sống vật chất, tinh thần của nhân dân; phấn đấu đạt chuẩn nông thôn mới hiện đại vào năm 2030.
II. CÁC CHỈ TIÊU CHỦ YẾU
Giá trị sản xuất tăng bình quân 7,5 % mỗi năm. Thu nhập bình quân đầu người năm 2030 đạt 105 triệu đồng.
Thu ngân sách trên địa bàn tăng bình quân 10 % mỗi năm. Tỷ lệ hộ nghèo đa chiều dưới 0,5 %.
Tỷ lệ tham gia bảo hiểm y tế đạt trên 98 %. Mười ba trên mười ba trường học đạt chuẩn quốc gia.
Kết nạp từ 150 đảng viên mới trở lên trong nhiệm kỳ. Hằng năm trên 90 % tổ chức đảng hoàn thành tốt nhiệm vụ.
Tỷ lệ hồ sơ hành chính giải quyết trực tuyến đạt trên 90 %; mức độ hài lòng của người dân đạt trên 95 %.
III. NHIỆM VỤ VÀ GIẢI PHÁP
1. Phát triển kinh tế
Tổ chức lại sản xuất theo chuỗi giá trị xoài và lúa chất lượng cao; mở rộng diện tích có mã số vùng trồng lên 1.200 ha; hỗ trợ hợp tác xã đầu tư kho lạnh, sơ chế.
Mời gọi đầu tư chợ Bình Thành và cụm tiểu thủ công nghiệp; hình thành tuyến du lịch vườn xoài gắn với sông nước.
Khuyến khích hộ kinh doanh chuyển thành doanh nghiệp; hỗ trợ thanh niên khởi nghiệp.
2. Hạ tầng và môi trường
Đầu tư nâng cấp 42 km đường liên ấp, 15 cầu nông thôn; hoàn chỉnh hệ thống thủy lợi nội đồng.
Thu gom, phân loại rác tại nguồn ở tất cả các ấp; trồng mới 30 km đường hoa, cây xanh.
3. Văn hóa, xã hội
Nâng cao chất lượng giáo dục toàn diện; quan tâm đầu tư trường lớp sau sắp xếp. Chăm lo người có công, đối tượng chính sách, hộ nghèo.
Xây dựng gia đình văn hóa, ấp văn hóa thực chất; giữ gìn nghề truyền thống và di tích lịch sử trên địa bàn.
4. Quốc phòng, an ninh và đối ngoại
Xây dựng nền quốc phòng toàn dân, thế trận an ninh nhân dân vững chắc. Chủ động phòng ngừa, đấu tranh với các loại tội phạm, nhất là tội phạm công nghệ cao.
5. Chuyển đổi số và cải cách hành chính
Hoàn thiện trung tâm phục vụ hành chính công; mỗi ấp có tổ công nghệ số cộng đồng hoạt động hiệu quả. Tất cả văn bản không mật được xử lý trên môi trường số.
6. Xây dựng Đảng và hệ thống chính trị
Nâng cao chất lượng sinh hoạt chi bộ; gắn sinh hoạt chuyên đề với việc khó ở cơ sở. Sắp xếp, bố trí cán bộ sau sắp xếp đúng người, đúng việc.
Tăng cường kiểm tra, giám sát; chủ động phòng ngừa vi phạm từ sớm, từ xa. Đẩy mạnh công tác dân vận của chính quyền.
Mặt trận Tổ quốc và các đoàn thể phát huy vai trò giám sát, phản biện xã hội, xây dựng khối đại đoàn kết toàn dân tộc.
IV. KHÂU ĐỘT PHÁ
Đột phá về hạ tầng giao thông, thủy lợi phục vụ chuỗi giá trị nông sản.
Đột phá về chất lượng cán bộ và chuyển đổi số trong hoạt động của hệ thống chính trị.
""".strip()

# What draft 1 said where draft 2 says something else: other words, a passage put together, taken apart, moved, dropped.
_CULTURE = "Phong trào toàn dân đoàn kết xây dựng đời sống văn hóa được giữ vững; 33 trên 33 ấp đạt chuẩn ấp văn hóa.\n"
EARLIER_WORDS = {
    _CULTURE: "",
    "Mười một trên mười ba trường": f"{_CULTURE}Mười một trên mười ba trường",
    "gắn với sông nước.\nKhuyến khích": "gắn với sông nước. Khuyến khích",
    "15 cầu nông thôn; hoàn chỉnh": "15 cầu nông thôn.\nHoàn chỉnh",
    "Tỷ lệ hồ sơ hành chính giải quyết trực tuyến đạt trên 90 %; mức độ hài lòng của người dân đạt trên 95 %.\n": "",
    "2. Nguyên nhân\n": "2. Nguyên nhân\nMột số hướng dẫn về tổ chức bộ máy ban hành chậm.\n",
    "tăng 6,8 % mỗi năm": "tăng 6,5 % mỗi năm",
    "105 triệu đồng": "100 triệu đồng",
    "Kết nạp từ 150 đảng viên mới": "Kết nạp từ 140 đảng viên mới",
    "trồng mới 30 km đường hoa": "trồng mới 20 km đường hoa",
    "nhất là tội phạm công nghệ cao": "giữ gìn trật tự, an toàn xã hội",
}

REVIEW_REPORT = """
I. VIỆC LÃNH ĐẠO, CHỈ ĐẠO CỦA BAN CHẤP HÀNH
1. Ưu điểm
Ban Chấp hành giữ vững nguyên tắc tập trung dân chủ, xây dựng và thực hiện quy chế làm việc, chương trình công tác toàn khóa.
Các nghị quyết của cấp trên được cụ thể hóa bằng 24 nghị quyết chuyên đề, 61 kế hoạch; có phân công, có kiểm tra, có sơ kết, tổng kết.
Ban Thường vụ duy trì chế độ giao ban, đối thoại với nhân dân hai lần mỗi năm; giải quyết kịp thời kiến nghị của cơ sở.
2. Khuyết điểm
Công tác dự báo có mặt chưa sát; một số nghị quyết ban hành nhưng tổ chức thực hiện chậm.
Việc đánh giá, xếp loại tổ chức đảng và đảng viên ở vài nơi còn nể nang.
II. PHẨM CHẤT, NĂNG LỰC VÀ PHONG CÁCH CỦA CẤP ỦY VIÊN
Các đồng chí cấp ủy viên có lập trường vững vàng, lối sống lành mạnh, gắn bó với cơ sở được phân công phụ trách.
Một vài đồng chí chưa dành nhiều thời gian dự sinh hoạt chi bộ; kỹ năng ứng dụng công nghệ còn hạn chế.
III. NGUYÊN NHÂN VÀ TRÁCH NHIỆM
Hạn chế nêu trên có trách nhiệm của tập thể Ban Chấp hành và của từng đồng chí theo lĩnh vực được phân công.
IV. PHƯƠNG HƯỚNG KHẮC PHỤC
Mỗi đồng chí cấp ủy viên phụ trách một chi bộ, dự sinh hoạt ít nhất sáu lần mỗi năm và báo cáo kết quả.
Kiểm tra việc thực hiện nghị quyết theo quý; công khai tiến độ để đảng viên giám sát.
Bồi dưỡng kỹ năng số cho toàn bộ cấp ủy viên trong năm đầu nhiệm kỳ.
""".strip()

EARLIER_REVIEW_WORDS = {
    "dự sinh hoạt ít nhất sáu lần mỗi năm": "dự sinh hoạt ít nhất bốn lần mỗi năm",
    "Kiểm tra việc thực hiện nghị quyết theo quý": "Kiểm tra việc thực hiện nghị quyết sáu tháng một lần",
}


def earlier(text: str, words: dict[str, str]) -> str:
    """The same text as the draft before said it."""
    for now, before in words.items():
        text = text.replace(now, before)
    return text


# What cells say: (a word of the passage it belongs to, position, proposed wording, reason).
REMARKS = (
    ("Giá trị sản xuất tăng bình quân 7,5 %", "disagree", "Giá trị sản xuất tăng bình quân 7,0 % mỗi năm.",
     "Mức 7,5 % cao hơn bình quân nhiệm kỳ trước trong khi giá xoài biến động."),
    ("Giá trị sản xuất tăng bình quân 7,5 %", "agree", "", "Chi bộ thống nhất chỉ tiêu như dự thảo."),
    ("Kết nạp từ 150 đảng viên mới", "agree_partly", "Kết nạp từ 160 đảng viên mới trở lên, trong đó ít nhất 20 đảng viên ở doanh nghiệp ngoài nhà nước.",
     "Nhiệm kỳ trước đã kết nạp 187 đảng viên."),
    ("Bảy hợp tác xã", "agree_partly", "Tám hợp tác xã nông nghiệp hoạt động ổn định", "Hợp tác xã Mỹ Thạnh thành lập tháng 3/2025 chưa được tính."),
    ("Hệ thống giao thông nông thôn", "other_view", "", "Đề nghị bổ sung số km đường do nhân dân tự làm."),
    ("Rác thải sinh hoạt được thu gom", "other_view", "", "Đề nghị nêu rõ bốn ấp chưa thu gom và thời hạn hoàn thành."),
    ("Trạm y tế có đủ bác sĩ", "agree_partly", "Trạm y tế có đủ bác sĩ theo định mức, thuốc thiết yếu",
     "Hai điểm trạm ở Bình Thành hiện chỉ có một bác sĩ luân phiên."),
    ("Tỷ lệ hộ nghèo", "agree", "", "Số liệu khớp với kết quả rà soát của ấp."),
    ("Liên kết sản xuất", "other_view", "", "Nên nêu thêm hạn chế về kho lạnh và sơ chế sau thu hoạch."),
    ("Một số chi bộ sinh hoạt chuyên đề", "agree", "", "Đánh giá đúng thực tế."),
    ("Cải cách hành chính sau sắp xếp", "agree_partly", "bổ sung: điểm tiếp nhận hồ sơ tại Mỹ Long và Bình Thành",
     "Người dân ở xa trung tâm xã đi lại khó khăn."),
    ("Tổ chức lại sản xuất", "agree_partly", "mở rộng diện tích có mã số vùng trồng lên 1.500 ha", "Diện tích đủ điều kiện hiện đã hơn 1.100 ha."),
    ("Mời gọi đầu tư chợ Bình Thành", "agree", "", "Nhân dân mong sớm thực hiện."),
    ("Đầu tư nâng cấp 42 km", "other_view", "", "Đề nghị ưu tiên tuyến đường liên ấp Mỹ Thạnh – Mỹ Hưng đã xuống cấp nặng."),
    ("Hoàn thiện trung tâm phục vụ", "agree_partly", "mỗi ấp có tổ công nghệ số cộng đồng, có kinh phí hoạt động hằng năm",
     "Tổ công nghệ số hiện hoạt động tự nguyện nên chưa đều."),
    ("Nâng cao chất lượng sinh hoạt chi bộ", "agree", "", "Đồng ý gắn sinh hoạt chuyên đề với việc khó ở cơ sở."),
    ("Tăng cường kiểm tra, giám sát", "agree_partly", "bổ sung: giám sát việc thực hiện quy định nêu gương", ""),
    ("Đột phá về hạ tầng", "agree", "", "Chọn đúng khâu đột phá."),
    ("Mỗi đồng chí cấp ủy viên phụ trách", "agree", "", "Mức sáu lần mỗi năm là phù hợp."),
    ("Việc đánh giá, xếp loại", "disagree", "bỏ cụm từ “ở vài nơi”", "Nên nhận khuyết điểm thẳng thắn hơn."),
)  # fmt: skip
