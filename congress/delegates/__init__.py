"""Who comes to the congress, from which cell, in which capacity; registration by the cells and its review.

Terms: đại biểu chính thức / dự khuyết (official / alternate delegate: `standing`), đương nhiên / được bầu / chỉ định
(ex officio / elected / appointed: `origin`), chỉ tiêu (quota), danh sách trích ngang (one-line summaries),
đăng ký (registration: a cell enters its list and sends it, the personnel subcommittee receives it or sends it back).
"""
