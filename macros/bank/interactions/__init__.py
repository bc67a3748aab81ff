"""One module for each interaction: the fields of its items, their declaration, and their presentation.

A module in this folder is registered by being there. It defines one subclass of Item. Its `GALLERY` has the rows of
the gallery, and its `FAULTS` are the codes that only this interaction reports, if there are any.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from types import ModuleType

from macros.bank.items import GalleryRow, Item


def _item_subclass_in(module: ModuleType) -> type[Item]:
    """The subclass of Item that a module is there for."""
    [model] = [
        kind for kind in vars(module).values() if isinstance(kind, type) and issubclass(kind, Item) and kind is not Item
    ]
    return model


_MODULES = {
    name: import_module(f"{__name__}.{name}") for name in sorted(one.name for one in pkgutil.iter_modules(__path__))
}
INTERACTIONS = {name: _item_subclass_in(module) for name, module in _MODULES.items()}
GALLERY_ROWS: list[GalleryRow] = [row for module in _MODULES.values() for row in module.GALLERY]
INTERACTION_MODULES_WITH_FAULTS = [module for module in _MODULES.values() if hasattr(module, "FAULTS")]
