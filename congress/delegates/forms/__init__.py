"""Forms of a delegate's record, of many records at once, of review and status."""

from congress.delegates.forms.grid import (
    LARGEST_GRID,
    DelegateRow,
    ReviewedDelegateRow,
    all_valid,
    filled,
    grid_from,
    grid_of,
    lengthened,
)
from congress.delegates.forms.photos import PhotoForm, PhotosForm
from congress.delegates.forms.record import (
    DelegateForm,
    EmptyForm,
    ReopenForm,
    ReturnForm,
    ReviewedDelegateForm,
    StatusForm,
    WorkbookForm,
    as_recorded,
)
from congress.delegates.forms.succession import DecisionForm, MoveForm, SubstituteForm, TieForm, UndoForm

__all__ = [
    "LARGEST_GRID",
    "DecisionForm",
    "DelegateForm",
    "DelegateRow",
    "EmptyForm",
    "MoveForm",
    "PhotoForm",
    "PhotosForm",
    "ReopenForm",
    "ReturnForm",
    "ReviewedDelegateForm",
    "ReviewedDelegateRow",
    "StatusForm",
    "SubstituteForm",
    "TieForm",
    "UndoForm",
    "WorkbookForm",
    "all_valid",
    "as_recorded",
    "filled",
    "grid_from",
    "grid_of",
    "lengthened",
]
