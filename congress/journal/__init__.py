"""Who changed what, when, old and new: one line for every act, written by the action in the act's own transaction."""
