"""Acts of the desk: putting comments together and answering them (`points`), what could be one (`suggestions`)."""
