"""Word files for anyone: DOCX in, plain blocks out; papers out as DOCX. The only place that knows the libraries.

`limits` looks at a file before anything parses it; `reader` has it converted by a child process with bounded time and
memory (a hostile file may hang or swell, and must not take the pages of the program with it); `child` is that process.
`writer` writes a paper of printing's plain values, `word_tables` its tables, `response` sends it.
"""
