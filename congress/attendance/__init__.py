"""How delegates come to the hall: badges, letters of summons, the list they sign.

Terms: thẻ đại biểu (badge), giấy triệu tập (letter of summons), danh sách ký tên điểm danh (list for the signature
roll), lượt in (a print run of badges), thu hồi (to be taken back: the badge of somebody who no longer comes).
"""
