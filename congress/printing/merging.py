"""Parts of one paper joined into one tagged PDF: pages, structure tree, bookmarks. And the last touch to every PDF."""

from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Name, OutlineItem, Pdf


def merge(parts: list[bytes], deeper: list[int] | None = None) -> bytes:
    """One PDF of several; the first gives the metadata. Ids of header cells must already differ between the parts.

    `deeper` says of each part how many of its first bookmarks belong below the last one of the part before.
    """
    with Pdf.open(BytesIO(parts[0])) as whole:
        outline: list[tuple[list[OutlineItem], list[OutlineItem]]] = []
        for number, data in enumerate(parts[1:], 1):
            with Pdf.open(BytesIO(data)) as part:
                first_page = len(whole.pages)
                bookmarks = _bookmarks(part, first_page)
                whole.pages.extend(part.pages)
                _join_structure(whole, part, first_page)
                inner = deeper[number] if deeper else 0
                outline.append((bookmarks[:inner], bookmarks[inner:]))
        if any(lower or outer for lower, outer in outline):
            with whole.open_outline() as tree:
                top = tree.root[-1].children if tree.root else tree.root
                for lower, outer in outline:
                    (top[-1].children if top else top).extend(lower)
                    top.extend(outer)
        if Name.Names in whole.Root:
            del whole.Root.Names  # the rows by which the engine found the page breaks
        return _saved(whole)


def finish(data: bytes) -> bytes:
    """The same PDF, compressed by the library that is quick at it."""
    with Pdf.open(BytesIO(data)) as pdf:
        return _saved(pdf)


def _join_structure(whole: Pdf, part: Pdf, first_page: int) -> None:
    """Hang the part's tags below the document's, and number its pages on from `first_page` in the parent tree.

    The pages must have been copied before, so that the tags point to the copies.
    """
    document = whole.Root.StructTreeRoot.K[0]
    root = whole.copy_foreign(part.Root.StructTreeRoot)
    for element in root.K[0].K:
        element.P = document
        document.K.append(element)
    numbers: Any = root.ParentTree.Nums
    for index in range(0, len(numbers), 2):
        whole.Root.StructTreeRoot.ParentTree.Nums.extend([int(numbers[index]) + first_page, numbers[index + 1]])
    for page in whole.pages[first_page:]:
        page.obj.StructParents = int(page.obj.StructParents) + first_page


def _bookmarks(part: Pdf, first_page: int) -> list[OutlineItem]:
    numbers = {page.obj.objgen: number for number, page in enumerate(part.pages, first_page)}

    def moved(item: OutlineItem) -> OutlineItem:
        target: Any = item.destination
        new = OutlineItem(item.title, numbers[target[0].objgen], "XYZ", left=float(target[2]), top=float(target[3]))
        new.children.extend(moved(child) for child in item.children)
        return new

    with part.open_outline() as tree:
        return [moved(item) for item in tree.root]


def _saved(pdf: Pdf) -> bytes:
    target = BytesIO()
    pdf.save(
        target,
        min_version="1.7",
        deterministic_id=True,
        compress_streams=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return target.getvalue()
