"""The programme of the congress: sessions of a day and the items in them, one after the other by their duration.

Terms: chương trình (programme), phiên trù bị / phiên chính thức (preparatory / official session), mục (item),
điều hành (to chair), tham luận (prepared paper), biểu quyết (open vote).
"""
