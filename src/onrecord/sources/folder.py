"""Files and folders into the files to read: folders walked in the order of their names, hidden files left alone."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePath

PASSED_OVER = frozenset(
    ".avi .bmp .css .gif .ico .jpeg .jpg .js .map .mp3 .mp4 .ogg .png .svg .tif .tiff .ttf .wav .webm .webp .woff "
    ".woff2".split()
)
"""What lies beside saved pages and holds no article."""


def find_files(folder: Path) -> Iterator[Path]:
    """The files of a folder and the folders in it, sorted by name; links to folders are not followed."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not is_passed_over(PurePath(name)):
                yield Path(root, name)


def is_passed_over(path: PurePath) -> bool:
    """True for a file that is hidden, lies in a hidden folder, or holds no article by its name."""
    hidden = any(part.startswith(".") or part == "__MACOSX" for part in path.parts)
    return hidden or path.suffix.lower() in PASSED_OVER
