"""One record per person, whatever that person does at the congress.

Terms: quê quán (home place), ngày vào Đảng (day of admission), ngày chính thức (day of becoming a full member),
thẻ đảng viên (Party card), lý luận chính trị (political theory), quản lý nhà nước (state management), chức vụ (post).
"""
