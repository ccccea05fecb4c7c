"""PDFium's functions that are asked for every line and every object of a page, bound for speed.

pypdfium2 checks the type of every argument, which costs two thirds of such a call. Here handles and places to write to
are plain addresses: nothing checks them, so these are only for the modules of `ingest.pdf`. Names, arguments and what
they return are those of PDFium's headers fpdf_text.h and fpdf_edit.h.
"""

from __future__ import annotations

from collections.abc import Callable
from ctypes import CFUNCTYPE, c_double, c_int, c_void_p, cast
from typing import Any

import pypdfium2.raw as pdfium


def _bound(function: Any, returns: Any, *takes: Any) -> Callable[..., Any]:
    return CFUNCTYPE(returns, *takes)(cast(function, c_void_p).value or 0)


count_rects = _bound(pdfium.FPDFText_CountRects, c_int, c_void_p, c_int, c_int)
get_rect = _bound(pdfium.FPDFText_GetRect, c_int, c_void_p, c_int, *[c_void_p] * 4)
get_char_box = _bound(pdfium.FPDFText_GetCharBox, c_int, c_void_p, c_int, *[c_void_p] * 4)
get_matrix = _bound(pdfium.FPDFText_GetMatrix, c_int, c_void_p, c_int, c_void_p)
get_font_size = _bound(pdfium.FPDFText_GetFontSize, c_double, c_void_p, c_int)
get_font_info = _bound(pdfium.FPDFText_GetFontInfo, c_int, c_void_p, c_int, c_void_p, c_int, c_void_p)
get_object = _bound(pdfium.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
get_type = _bound(pdfium.FPDFPageObj_GetType, c_int, c_void_p)
