"""What the documents subcommittee does with what cells have said: points, answers, and where they landed.

A *point* (điểm góp ý) is one comment, or several that say the same, answered once. Comments keep their own words and
never change here. `suggestions` propose what could be one point; nothing is put together without a click.
"""
