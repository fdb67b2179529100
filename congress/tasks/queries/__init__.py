"""Reading tasks (`tasks`), the figures that complete some of them (`figures`), the dossier, cells' congresses."""
