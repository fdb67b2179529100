"""Word files for anyone: DOCX in, plain blocks out. The only place that knows the conversion library.

`limits` looks at a file before anything parses it; `reader` has it converted by a child process with bounded time and
memory (a hostile file may hang or swell, and must not take the pages of the program with it); `child` is that process.
"""
