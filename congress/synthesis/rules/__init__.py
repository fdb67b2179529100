"""How statements are written from counts, and how far an edit departs from them."""
