"""Photographs in, for anyone: a file from outside becomes a small clean portrait, or a sentence says why not.

The only place that knows the library which reads pictures. What leaves here was drawn anew: no metadata, no place, no
hidden content of the file survives.
"""
