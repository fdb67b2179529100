"""A text becomes blocks (`blocks`), blocks a numbered outline (`outline`), passages keep their ids (`matching`)."""
