"""Party organisations below the congress: cells and committees, their members on a counted day, and their quotas.

Terms: chi bộ (Party cell), đảng bộ bộ phận (partial organisation), đảng bộ cơ sở (grassroots organisation),
đảng viên chính thức / dự bị (official / probationary member), chỉ tiêu (quota).
"""
