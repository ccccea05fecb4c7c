"""A page drawn as an image, for text recognition."""

from __future__ import annotations

from ctypes import byref, c_float, c_uint, string_at
from typing import Any

import pypdfium2.raw as pdfium
from PIL import Image

from ingest.pdf.pages import Characters

# Dots to the inch: a scan is drawn in its own resolution between these, and everything else in the lower.
_FEWEST, _MOST = 200.0, 300.0
# No image has more pixels; a poster is drawn coarser.
_MOST_PIXELS = 20_000_000
_MOST_OBJECTS = 400


def resolution(page: Characters) -> float:
    """Dots to the inch of the largest image on the page, by PDFium's account; 0 where it has none."""
    best, largest = 0.0, 0.0
    edges = [c_float() for _ in range(4)]
    for thing in _images(page.page):
        width, height = c_uint(), c_uint()
        if not pdfium.FPDFImageObj_GetImagePixelSize(thing, byref(width), byref(height)):
            continue
        if not pdfium.FPDFPageObj_GetBounds(thing, *map(byref, edges)):
            continue
        left, bottom, right, top = (edge.value for edge in edges)
        area = (right - left) * (top - bottom)
        if area > largest:
            # Pixels by area: which side is up does not matter then.
            largest, best = area, 72 * (width.value * height.value / area) ** 0.5
    return best


def _images(page: Any) -> list[Any]:
    found = []
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        thing = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            found.append(thing)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            inner = (
                pdfium.FPDFFormObj_GetObject(thing, at)
                for at in range(min(pdfium.FPDFFormObj_CountObjects(thing), _MOST_OBJECTS))
            )
            found += [one for one in inner if pdfium.FPDFPageObj_GetType(one) == pdfium.FPDF_PAGEOBJ_IMAGE]
    return found


def drawn(page: Characters, dpi: float) -> tuple[Image.Image, float]:
    """The page as shown, in grey, and the dots to the inch that it was drawn with: `dpi`, within what is sensible."""
    width, height = page.frame.width, page.frame.height
    dpi = min(max(dpi, _FEWEST), _MOST, 72 * (_MOST_PIXELS / max(width * height, 1)) ** 0.5)
    wide, high = max(1, round(width * dpi / 72)), max(1, round(height * dpi / 72))
    bitmap = pdfium.FPDFBitmap_CreateEx(wide, high, pdfium.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        raise MemoryError
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, wide, high, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page.page, 0, 0, wide, high, 0, pdfium.FPDF_ANNOT)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        data = pdfium.FPDFBitmap_GetBuffer(bitmap)
        return Image.frombuffer("L", (wide, high), string_at(data, stride * high), "raw", "L", stride, 1), dpi
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
