"""The demo congress: xã Mỹ Hiệp, invented from end to end, written through the same actions people use."""
