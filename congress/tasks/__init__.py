"""The work of the subcommittees: tasks from a dated template or by hand, what they wait for, who does them by when.

Terms: công việc (task), sản phẩm (product), chủ trì / phối hợp (to lead / to join), hạn (deadline), hồ sơ trình duyệt
(dossier for appraisal), kết luận (conclusion of the working group), đại hội chi bộ (a cell's own congress).
"""
